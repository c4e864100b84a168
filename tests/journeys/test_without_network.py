"""A phone keeps one bundle when asked, shows it where there is no network, and gives it up when asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, serve

pytestmark = pytest.mark.journey

KEPT = """async () => {
  const paths = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
  return paths.map(path => path.replace(/static\\/\\w+/, "static")).sort();
}"""


@pytest.fixture(scope="module")
def site(sample_folder: Path) -> Iterator[str]:
    """The sample register, served by one worker."""
    with serve(sample_folder, workers=1) as address:
        yield address


def test_nothing_is_kept_unasked(site: str, tab: Page) -> None:
    for path in ("/", "/tim-kiem?q=ly+hon", "/xa/06529", "/ngoai-tuyen"):
        tab.goto(site + path)
    expect(tab.get_by_role("button", name="Lưu vào máy này")).to_be_visible()
    assert tab.evaluate(KEPT) == []
    assert tab.evaluate("navigator.serviceWorker.getRegistration().then(Boolean)") is False


def test_what_is_kept_is_the_same_for_everyone_and_opens_without_network(site: str, tab: Page) -> None:
    tab.goto(f"{site}/van-de/chuyen-gia-dinh")
    tab.goto(f"{site}/ngoai-tuyen")
    tab.get_by_role("button", name="Lưu vào máy này").click()
    expect(tab.get_by_role("status")).to_contain_text("Đã lưu")
    expect(tab.get_by_role("button", name="Lưu vào máy này")).to_be_hidden()
    assert_accessible(tab)
    for path in ("/tim-kiem?q=ly+hon", "/xa/06529", "/to-chuc/TC-007"):
        tab.goto(site + path)
    assert tab.evaluate(KEPT) == [
        "/ngoai-tuyen",
        "/ngoai-tuyen/toi-co-duoc-tro-giup",
        "/static/favicon.svg",
        "/static/keep.js",
        "/static/site.css",
    ]


def test_the_bundle_opens_where_the_server_cannot_be_reached(sample_folder: Path, tab: Page) -> None:
    with serve(sample_folder, workers=1) as site:
        tab.goto(f"{site}/ngoai-tuyen")
        tab.get_by_role("button", name="Lưu vào máy này").click()
        expect(tab.get_by_role("status")).to_contain_text("Đã lưu")
    tab.goto(f"{site}/xa/06529")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Số gọi khi không có mạng")
    expect(tab.locator("main a.call").first).to_have_attribute("href", "tel:+842053000000")
    assert (
        tab.locator("main a.call").first.evaluate("each => getComputedStyle(each).display") == "inline-flex"
    )
    expect(tab.get_by_role("main")).not_to_contain_text("Đang mở cửa")
    tab.goto(f"{site}/toi-co-duoc-tro-giup")
    expect(tab.get_by_role("main")).to_contain_text("Bản lưu trong máy")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Tôi có được trợ giúp miễn phí không?")
    tab.goto(f"{site}/ngoai-tuyen")
    tab.get_by_role("button", name="Xóa khỏi máy này").click()
    expect(tab.get_by_role("button", name="Lưu vào máy này")).to_be_visible()
    assert tab.evaluate(KEPT) == []
