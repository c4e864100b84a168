"""Somebody tells that a number is wrong, in a browser that runs no script; the screen that speaks instead."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, serve, shoot

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("told") / "register"
    shutil.copytree(sample_folder, folder)
    with serve(folder, workers=1) as address:
        yield address


def test_a_wrong_number_is_told_in_two_presses(site: str, scriptless: Page) -> None:
    scriptless.goto(f"{site}/to-chuc/TC-001")
    scriptless.get_by_role("link", name="Báo thông tin sai").click()
    scriptless.get_by_text("Gọi không được, sai số").click()
    scriptless.wait_for_timeout(3100)  # faster would be a machine
    scriptless.get_by_role("button", name="Gửi").click()
    expect(scriptless.get_by_role("status")).to_contain_text("Đã nhận. Cảm ơn bạn.")
    scriptless.get_by_role("link", name="Quay lại trang").click()
    expect(scriptless.get_by_role("heading", level=1)).to_have_text("Văn phòng luật sư Mẫu Hồi")


def test_a_screen_speaks_for_whoever_cannot(site: str, tab: Page) -> None:
    tab.goto(f"{site}/luat-su/LS-0001")
    tab.get_by_role("link", name="Không tiện nói? Đưa màn hình này").click()
    screen = tab.locator("#cho-xem")
    expect(screen).to_be_in_viewport()
    assert screen.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 800}
    shoot(tab, "to-show")
    assert_accessible(tab)
    tab.get_by_role("link", name="Đóng").click()
    expect(screen).to_be_hidden()
