"""From a trouble, a place or a doubt to the phone, on a small phone that runs no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, serve, shoot

pytestmark = pytest.mark.journey

PAGES = {
    "problems": "/van-de",
    "problem": "/van-de/dat-dai",
    "problem-discreet": "/van-de/chuyen-gia-dinh",
    "communes": "/xa",
    "commune": "/xa/06529",
    "commune-elsewhere": "/xa/00004",
    "entitlement": "/toi-co-duoc-tro-giup",
}


@pytest.fixture(scope="module")
def site(sample_folder: Path) -> Iterator[str]:
    """The sample register, served by two workers."""
    with serve(sample_folder) as address:
        yield address


@pytest.fixture
def small(scriptless: Page) -> Page:
    """A tab of a phone so small that only 560 pixels of the page are in sight."""
    scriptless.set_viewport_size({"width": 360, "height": 560})
    return scriptless


def expect_a_call_in_sight(page: Page, number: str) -> None:
    call = page.locator("main a.call").first
    expect(call).to_have_attribute("href", f"tel:{number}")
    page.wait_for_load_state()  # the style sheet too
    box = call.bounding_box()
    assert box, f"no call on {page.url}"
    assert box["y"] + box["height"] <= 560, f"the call of {page.url} is below the first screen"


def test_from_a_problem_to_the_phone_in_two_taps(site: str, small: Page) -> None:
    small.goto(site)
    small.get_by_role("link", name="Đất đai, nhà ở").click()
    expect(small.get_by_role("heading", level=1)).to_have_text("Đất đai, nhà ở")
    expect_a_call_in_sight(small, "+842053000000")


def test_from_an_old_name_to_the_nearest_phone(site: str, small: Page) -> None:
    small.goto(site)
    small.get_by_role("link", name="Tìm theo xã, phường").first.click()
    small.get_by_role("searchbox").fill("thi tran na sam")
    small.keyboard.press("Enter")
    expect(small.get_by_role("heading", level=1)).to_have_text("Xã Na Sầm")
    expect_a_call_in_sight(small, "+842053000105")


def test_an_answer_is_unfolded_and_nothing_is_sent(site: str, small: Page) -> None:
    small.goto(site)
    small.get_by_role("link", name="Xem ai được giúp").click()
    expect_a_call_in_sight(small, "+842053000000")
    sent: list[str] = []
    small.on("request", lambda request: sent.append(request.url))
    expect(small.get_by_text("Giấy chứng nhận hộ nghèo", exact=True)).to_be_hidden()
    small.get_by_text("Nhà bạn là hộ nghèo?").click()
    expect(small.get_by_text("Giấy chứng nhận hộ nghèo", exact=True)).to_be_visible()
    assert sent == []


def test_a_discreet_page_can_be_left_at_once_from_anywhere_on_it(site: str, small: Page) -> None:
    small.goto(site)
    small.get_by_role("link", name="Chuyện trong gia đình").click()
    expect_a_call_in_sight(small, "113")
    small.mouse.wheel(0, 1500)
    way_out = small.get_by_role("link", name="Thoát nhanh")
    expect(way_out).to_be_in_viewport()
    way_out.click()
    expect(small.get_by_role("heading", level=1)).to_have_text("Thủ tục hành chính về trợ giúp pháp lý")


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_accessible_and_fits_the_narrowest_phone(site: str, tab: Page, name: str) -> None:
    tab.goto(site + PAGES[name])
    shoot(tab, name)
    for fold in tab.locator("main details").all():
        fold.locator("summary").click()
    assert_accessible(tab)
    tab.set_viewport_size({"width": 320, "height": 640})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
