"""The main story in a real browser: find help without diacritics, see who listed it, look back in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, serve, shoot

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site(sample_folder: Path) -> Iterator[str]:
    """The sample register, served by two workers."""
    with serve(sample_folder) as address:
        yield address


def bottom(tab: Page, selector: str) -> float:
    tab.wait_for_load_state()  # the style sheet too: without it everything lies lower
    box = tab.locator(selector).first.bounding_box()
    assert box, f"{selector} is not on {tab.url}"
    return box["y"] + box["height"]


def test_from_a_problem_to_an_office_to_the_decision_that_listed_it(site: str, tab: Page) -> None:
    tab.goto(site)
    shoot(tab, "home")
    assert_accessible(tab)
    assert bottom(tab, "a.call") <= 560, "the call button of the home page is below the first screen"
    tab.get_by_label("Bạn cần giúp việc gì?").fill("luat su loc binh")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Kết quả tìm kiếm")
    assert bottom(tab, "a.call") <= 560, "the first call button is below the first screen"
    shoot(tab, "results")
    assert_accessible(tab)
    tab.get_by_role("link", name="Văn phòng luật sư Mẫu Hồi", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Văn phòng luật sư Mẫu Hồi")
    assert bottom(tab, "a.call") <= 560, "the call button of the office is below the first screen"
    shoot(tab, "office")
    assert_accessible(tab)
    tab.get_by_role("link", name="Công bố lần 1").click()
    expect(tab.get_by_role("main")).to_contain_text("Quyết định số 01-MẪU/QĐ-STP ngày 15/11/2023")
    shoot(tab, "publication")
    assert_accessible(tab)


def test_the_list_and_the_same_list_on_an_earlier_day(site: str, desktop: Page) -> None:
    desktop.goto(f"{site}/danh-sach/nguoi-thuc-hien")
    expect(desktop.get_by_role("main")).to_contain_text("Hứa Mẫu Cảnh")
    shoot(desktop, "people")
    assert_accessible(desktop)
    desktop.get_by_text("Xem danh sách một ngày trước đây").click()
    desktop.get_by_label("Ngày").fill("31/12/2024")
    desktop.get_by_role("button", name="Xem").click()
    assert "ngay=2024-12-31" in desktop.url
    expect(desktop.get_by_role("main")).to_contain_text("Bản cũ")
    expect(desktop.get_by_role("main")).to_contain_text("Triệu Mẫu Bình")
    expect(desktop.get_by_role("main")).not_to_contain_text("Hứa Mẫu Cảnh")
    shoot(desktop, "people-then")
    assert_accessible(desktop)


def test_the_keyboard_alone_and_no_script_are_enough(site: str, scriptless: Page) -> None:
    scriptless.goto(site)
    scriptless.keyboard.press("Tab")
    expect(scriptless.locator(":focus")).to_have_text("Đến nội dung chính")
    scriptless.keyboard.press("Enter")
    scriptless.keyboard.press("Tab")
    scriptless.keyboard.type("vi mau an")
    scriptless.keyboard.press("Enter")
    expect(scriptless.get_by_role("heading", level=2).first).to_contain_text("Vi Mẫu")
    scriptless.get_by_role("link", name="Vi Mẫu Ấn", exact=True).click()
    expect(scriptless.get_by_role("heading", level=1)).to_have_text("Vi Mẫu Ấn")


def test_on_paper_all_is_dark_on_white_and_nothing_says_now(site: str, desktop: Page) -> None:
    desktop.emulate_media(media="print", color_scheme="dark")
    desktop.goto(f"{site}/to-chuc/TC-013")
    for selector in ("h1", "h2", "dd", "td", "a.call", "aside.sample", "footer p"):
        ink = desktop.locator(selector).first.evaluate("each => getComputedStyle(each).color")
        assert max(map(int, re.findall(r"\d+", ink)[:3])) < 128, f"{selector} is printed in {ink}"
    assert desktop.locator("html").evaluate("each => getComputedStyle(each).colorScheme") == "light"
    expect(desktop.locator("aside.contact")).to_contain_text("T2-T6 07:30-11:30")
    expect(desktop.locator("p.now")).to_be_hidden()
    shoot(desktop, "office-on-paper")
