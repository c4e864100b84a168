"""Every kind of page, measured in a browser: whatever eyes, hands, screen or settings somebody has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import STRONG, assert_accessible, serve
from tests.kinds_of_page import KINDS_OF_PAGE

pytestmark = pytest.mark.journey

LEAST = 44
SMALL = """least => {
  const pressed = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const inWords = each => each.closest("p, dd, td, li");
  const over = each => getComputedStyle(each, "::after").position == "absolute" ? each.offsetParent : each;
  const whole = each => each.closest("label") ?? over(each);
  const fits = (each, box) => box.height > least - .5 && (box.width > least - .5 || inWords(each));
  return [...document.querySelectorAll(pressed)]
    .filter(each => each.checkVisibility() && !each.closest(".skip, .unseen"))
    .map(each => [each, [...whole(each).getClientRects()]])
    .filter(([each, boxes]) => boxes.length && !boxes.some(box => fits(each, box)))
    .map(([each, [box]]) => `${each.outerHTML.slice(0, 90)}: ${box.width} by ${box.height}`);
}"""
MOVING = """[...document.querySelectorAll("*")].filter(each => {
  const style = getComputedStyle(each);
  return parseFloat(style.transitionDuration) || style.animationName != "none";
}).length"""
EDGELESS = """[...document.querySelectorAll(".button, .call, .search, .chip, .more")]
  .filter(each => each.checkVisibility() && getComputedStyle(each).borderTopStyle == "none")
  .map(each => each.outerHTML.slice(0, 90))"""
UNFOLD = "document.querySelectorAll('main details').forEach(each => each.open = true)"
WIDTH = "document.documentElement.scrollWidth"
ROOMY = """{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
SEARCHED = (
    "home",
    "search",
    "office",
    "lawyer",
    "centre",
    "entitlement",
    "problem",
    "commune",
    "without-network",
)
"""The kinds of page by which somebody looks for help."""


@pytest.fixture(scope="module")
def site(sample_folder: Path) -> Iterator[str]:
    """The sample register, served by one worker."""
    with serve(sample_folder, workers=1) as address:
        yield address


def stops_before_a_phone(snapshot: str) -> int:
    """Return how many headings a screen reader's heading key passes until a call comes next."""
    before = re.split(r'link "Gọi ', snapshot.partition("- main")[2])
    assert len(before) > 1, f"no phone to call in {snapshot}"
    return before[0].count("heading ")


@pytest.mark.parametrize("name", KINDS_OF_PAGE)
def test_a_page_of_each_kind_suits_everyone(site: str, tab: Page, name: str) -> None:
    tab.goto(site + KINDS_OF_PAGE[name])
    tab.evaluate(UNFOLD)
    assert_accessible(tab)
    tab.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert_accessible(tab, STRONG)
    assert tab.evaluate(MOVING) == 0, "something moves although nothing should"
    tab.emulate_media(forced_colors="active")
    assert tab.evaluate(EDGELESS) == [], "with the reader's own colours a control has no edge"
    assert tab.evaluate(SMALL, LEAST) == []
    tab.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at four times its size
    assert tab.evaluate(WIDTH) <= 320
    assert tab.evaluate(SMALL, LEAST) == []


@pytest.mark.parametrize("name", SEARCHED)
def test_heading_keys_reach_the_first_phone_in_four_stops(site: str, tab: Page, name: str) -> None:
    tab.goto(site + KINDS_OF_PAGE[name])
    assert stops_before_a_phone(tab.locator("body").aria_snapshot()) <= 4


def test_links_say_what_they_do(site: str, tab: Page) -> None:
    tab.goto(f"{site}/tim-kiem?q=luat+su+loc+binh&loai=to-chuc")
    expect(
        tab.get_by_role("link", name=re.compile(r"^Gọi Văn phòng luật sư Mẫu Hồi, 0205[\s\d]+$")).first
    ).to_be_visible()
    expect(tab.get_by_role("link", name=re.compile("^Bỏ lọc: ")).first).to_be_visible()
    expect(
        tab.get_by_role("link", name=re.compile("^Gọi Trung tâm trợ giúp pháp lý .*, 0205")).last
    ).to_be_visible()


def test_larger_gaps_between_letters_and_lines_hide_nothing(site: str, tab: Page) -> None:
    for path in ("/", "/tim-kiem?q=luat+su", "/to-chuc/TC-007"):
        tab.goto(site + path)
        tab.evaluate(ROOMY)
        assert tab.evaluate(WIDTH) <= 360, path
