"""What a small phone shows before anybody scrolls: 360 by 560 pixels, and a call within them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import serve

pytestmark = pytest.mark.journey

WIDTH, HEIGHT = 360, 560


@pytest.fixture(scope="module")
def site(sample_folder: Path) -> Iterator[str]:
    """The sample register, served by one worker."""
    with serve(sample_folder, workers=1) as address:
        yield address


@pytest.fixture
def phone(tab: Page) -> Page:
    """A small phone."""
    tab.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return tab


def expect_in_sight(one: Locator) -> None:
    one.page.wait_for_load_state()  # the style sheet too: without it everything lies lower
    box = one.bounding_box()
    assert box, f"{one} is not on {one.page.url}"
    assert box["y"] + box["height"] <= HEIGHT, f"{one} ends at {box['y'] + box['height']:.0f}"
    assert box["x"] + box["width"] <= WIDTH


def test_home_shows_the_search_box_and_the_centres_call(site: str, phone: Page) -> None:
    phone.goto(site)
    expect_in_sight(phone.get_by_label("Bạn cần giúp việc gì?"))
    expect_in_sight(phone.get_by_role("button", name="Tìm"))
    expect_in_sight(phone.locator("main a.call").first)


@pytest.mark.parametrize(
    "query", ["q=luat+su+loc+binh", "q=dat+dai&loai=to-chuc", "loai=luat-su", "xa=06529"]
)
def test_results_show_the_first_with_its_call_and_fold_the_filters(
    site: str, phone: Page, query: str
) -> None:
    phone.goto(f"{site}/tim-kiem?{query}")
    first = phone.locator("ol.results li").first
    expect_in_sight(first.get_by_role("heading"))
    expect_in_sight(first.locator("a.call"))
    filters = phone.locator("details").filter(has_text="Lọc kết quả")
    expect(filters).to_have_count(1)
    expect(filters).not_to_have_attribute("open", "")


@pytest.mark.parametrize(
    "path", ["/trung-tam/TT-01", "/chi-nhanh/CN-01", "/to-chuc/TC-007", "/luat-su/LS-0001"]
)
def test_a_provider_shows_its_call(site: str, phone: Page, path: str) -> None:
    phone.goto(site + path)
    expect_in_sight(phone.locator("main a.call").first)
