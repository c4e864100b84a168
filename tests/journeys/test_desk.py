"""The desk in a real browser: a newcomer is invited, joins a phone, and signs in with what it shows."""

from __future__ import annotations

from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Page, expect

from app import clock
from tests.browser import assert_accessible, shoot
from tests.desk import Keys, read_keys

pytestmark = pytest.mark.journey

PASSWORD = "bốn chữ thật dài"


def enter(tab: Page, username: str, keys: Keys, code: str) -> None:
    """Sign in by the keyboard alone."""
    expect(tab.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    tab.get_by_label("Tên đăng nhập").focus()
    for typed in (username, keys.password, code):
        tab.keyboard.type(typed)
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")


def code_of(secret: str) -> str:
    """Return the code that a phone with this secret shows now."""
    return pyotp.TOTP(secret).at(int(clock.now().timestamp()))


def invite(desktop: Page, site: str, chief: Keys) -> str:
    """Sign in as the administrator, add somebody, and return the link to hand over."""
    desktop.goto(f"{site}/can-bo")
    shoot(desktop, "desk-sign-in")
    assert_accessible(desktop)
    enter(desktop, "mau-quan-tri", chief, code_of(chief.totp_secret))
    expect(desktop.get_by_role("heading", level=1)).to_contain_text("Hôm nay, ")
    shoot(desktop, "desk-home")
    assert_accessible(desktop)
    desktop.get_by_role("link", name="Tài khoản", exact=True).first.click()
    shoot(desktop, "desk-people")
    assert_accessible(desktop)
    desktop.get_by_role("link", name="Thêm người dùng").click()
    desktop.get_by_role("button", name="Thêm và lấy liên kết").click()
    expect(desktop.get_by_role("alert")).to_contain_text("Hãy ghi họ và tên")
    shoot(desktop, "desk-problems")
    assert_accessible(desktop)
    desktop.get_by_label("Họ và tên").fill("Nông Thử Hoa")
    desktop.get_by_label("Tên đăng nhập").fill("hoa.nt")
    desktop.get_by_label("Chuyên viên Trung tâm").check()
    desktop.get_by_role("button", name="Thêm và lấy liên kết").click()
    shoot(desktop, "desk-link")
    return desktop.locator(".cite").inner_text()


def join(tab: Page, link: str) -> Keys:
    """Use the link on a phone and return what the newcomer signs in with."""
    tab.goto(link)
    shoot(tab, "desk-invitation")
    assert_accessible(tab)
    secret = tab.locator(".secret").inner_text().replace(" ", "")
    tab.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    tab.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    tab.get_by_label("Mã 6 chữ số").fill(code_of(secret))
    tab.get_by_role("button", name="Xong").click()
    codes = tab.locator("ol.codes code").all_inner_texts()
    assert len(codes) == 10
    shoot(tab, "desk-codes")
    assert_accessible(tab)
    tab.get_by_role("link", name="Tôi đã cất các mã").click()
    return Keys(PASSWORD, secret, codes)


def test_a_newcomer_is_invited_joins_and_signs_in(site: str, folder: Path, desktop: Page, tab: Page) -> None:
    newcomer = join(tab, invite(desktop, site, read_keys(folder, "mau-quan-tri")))
    shoot(tab, "desk-sign-in")
    enter(tab, "hoa.nt", newcomer, newcomer.codes[0])
    expect(tab.get_by_role("main")).to_contain_text("Chào Nông Thử Hoa")
    shoot(tab, "desk-home")
    assert_accessible(tab)
    tab.get_by_role("link", name="Nông Thử Hoa").click()
    shoot(tab, "desk-own")
    assert_accessible(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360

    desktop.goto(f"{site}/can-bo/nguoi-dung/hoa.nt")
    desktop.get_by_text("Khoá tài khoản").first.click()
    desktop.get_by_role("button", name="Khoá tài khoản").click()
    expect(desktop.get_by_role("status")).to_contain_text("Đã khoá tài khoản")
    shoot(desktop, "desk-account")
    assert_accessible(desktop)
    tab.goto(f"{site}/can-bo")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
