"""A new lawyer listed, approved and published in a real browser, counted; and the pictures of the handbook.

With SCREENS set the pictures are written to docs/huong-dan, which `make screens` does.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from app import clock
from app.reports import taking
from app.reports.models import MISTAKE
from app.reports.taking import Told
from app.web.session import unit_of_work
from tests.browser import ROOT, STRONG, assert_accessible
from tests.conftest import register_in
from tests.desk import read_keys

pytestmark = pytest.mark.journey

HANDBOOK = ROOT / "docs" / "huong-dan"
MOST_FIELDS, MOST_ACTIONS = 25, 12

NAME = "Hoàng Mẫu Tân"


class Hand:
    """A hand at a desk: fills in and presses, and counts both."""

    def __init__(self, tab: Page, folder: Path) -> None:
        self.tab, self.folder = tab, folder
        self.fields = self.actions = 0

    def type(self, name: str, text: str) -> None:
        self._asked(name).fill(text)
        self.fields += 1

    def choose(self, name: str, value: str) -> None:
        self._asked(name).select_option(value)
        self.fields += 1

    def tick(self, name: str, value: str) -> None:
        self.tab.locator(f"input[name='{name}'][value='{value}']").check()
        self.fields += 1

    def press(self, name: str) -> None:
        self._do(self.tab.get_by_role("button", name=name, exact=True))

    def follow(self, name: str, *, within: str = "body") -> None:
        self._do(self.tab.locator(within).get_by_role("link", name=name).first)

    def sit_down(self, site: str, username: str, *, code: int = 0) -> None:
        """Sign in as somebody else, on a device of their own."""
        self.tab.context.clear_cookies()
        self.tab.goto(f"{site}/can-bo")
        known = read_keys(self.folder, username)
        for name, text in (("username", username), ("password", known.password), ("code", known.codes[code])):
            self.type(name, text)
        self.press("Đăng nhập")

    def _asked(self, name: str) -> Locator:
        return self.tab.locator(name if name.startswith("#") else f"main [name='{name}']")

    def _do(self, what: Locator) -> None:
        what.click()
        self.actions += 1


@pytest.fixture
def hand(desktop: Page, folder: Path) -> Hand:
    return Hand(desktop, folder)


def picture(tab: Page, name: str, heading: str) -> None:
    """Hold the page with this heading to the rules of accessibility; keep a picture where that is wanted."""
    expect(tab.get_by_role("heading", level=1)).to_contain_text(heading)
    tab.wait_for_load_state("load")  # with its style, without which nothing has its size
    assert_accessible(tab)
    tab.emulate_media(color_scheme="dark", reduced_motion="reduce")  # no colour on its way to another
    assert_accessible(tab, STRONG)
    tab.emulate_media(color_scheme="light")
    if os.environ.get("SCREENS"):
        HANDBOOK.mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=HANDBOOK / f"{name}.png", animations="disabled")


def said(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def fill_in_a_lawyer(hand: Hand) -> None:
    """Fill in what the law asks of a lawyer under contract with the Centre."""
    today = clock.today()
    hand.type("name", NAME)
    hand.choose("gender", "male")
    hand.type("bar", "Đoàn luật sư tỉnh (mẫu)")
    hand.tick("engagements", "contract")
    hand.type("contact_via", "TT-01")
    hand.tick("forms_of_aid", "litigation")
    hand.tick("specialities", "criminal")
    hand.type("experience_since", "03/2015")
    hand.type("contract_number", "77-MẪU/HĐ-TT")
    hand.type("contract_signed_on", said(today))
    hand.type("contract_to", said(today.replace(year=today.year + 3, day=1)))
    hand.type("effective_from", said(today))


def list_the_lawyer(hand: Hand, site: str) -> None:
    tab = hand.tab
    tab.goto(f"{site}/can-bo")
    picture(tab, "dang-nhap", "Đăng nhập")
    hand.sit_down(site, "mau-trung-tam")
    picture(tab, "hom-nay", "Hôm nay")
    hand.follow("Danh sách", within="header")
    picture(tab, "danh-sach", "Danh sách đang có")
    hand.choose("#moi", "lawyer")
    hand.press("Thêm")
    fill_in_a_lawyer(hand)
    tab.evaluate("scrollTo(0, 0)")
    picture(tab, "soan", "Đưa vào danh sách")
    hand.press("Lưu và gửi duyệt")
    expect(tab.get_by_role("status")).to_contain_text("Đã gửi để duyệt")
    picture(tab, "viec-cua-toi", "Việc đang làm")


def approve_and_publish(hand: Hand, site: str) -> None:
    tab = hand.tab
    hand.sit_down(site, "mau-nguoi-duyet")
    hand.follow("Việc đang làm", within="header")
    hand.follow(NAME)
    picture(tab, "duyet", NAME)
    hand.press("Duyệt điều vừa đọc")
    hand.follow("Công bố", within="[role=status]")
    hand.type("number", "99-MẪU/QĐ-STP")
    hand.type("day", said(clock.today()))
    picture(tab, "cong-bo", "Công bố")
    hand.press("Xem lần cuối")
    picture(tab, "xem-lan-cuoi", "Xem lần cuối")
    hand.press("Công bố ngay")
    expect(tab.get_by_role("status")).to_contain_text("Đã công bố lần")
    picture(tab, "hoan-tac", "Công bố")


def test_a_new_lawyer_is_public_after_few_fields_and_few_clicks(site: str, hand: Hand) -> None:
    list_the_lawyer(hand, site)
    approve_and_publish(hand, site)
    hand.tab.goto(f"{site}/tim-kiem?q=hoang+mau+tan")
    expect(hand.tab.get_by_role("main")).to_contain_text(NAME)
    print(f"fields {hand.fields}, actions {hand.actions}")  # noqa: T201  told with -s
    assert hand.fields <= MOST_FIELDS
    assert hand.actions <= MOST_ACTIONS


def report(folder: Path) -> None:
    """Let somebody have told of what is wrong with an entry."""
    with register_in(folder) as app, app.app_context(), unit_of_work() as session:
        words = "Gọi số này không ai nghe máy, văn phòng đã chuyển chỗ (mẫu)."
        told = Told(MISTAKE, words=words, contact="0205 3000 000", listing_id="TC-001", subject=True)
        taking.take(session, told)


def test_the_other_pages_of_the_handbook_are_there_and_accessible(
    site: str, hand: Hand, folder: Path
) -> None:
    tab = hand.tab
    report(folder)
    hand.sit_down(site, "mau-chuyen-vien")
    for path, name, heading in (
        ("muc/TC-001", "mot-muc", "Mẫu Hồi"),
        ("muc/TC-001/su-kien", "ghi-viec", "Ghi việc đã xảy ra"),
        ("bang-tinh", "bang-tinh", "Bảng tính"),
        ("phan-anh", "phan-anh", "Phản ánh"),
        ("muc/TC-002", "ban-truoc", "Mẫu Đào"),
    ):
        tab.goto(f"{site}/can-bo/{path}")
        if name == "ban-truoc":
            tab.get_by_role("button", name="Soạn lại từ bản này").first.scroll_into_view_if_needed()
        picture(tab, name, heading)
    tab.goto(f"{site}/can-bo/muc/TC-001")
    hand.press("Chấm dứt")
    tab.locator("#ended_on").scroll_into_view_if_needed()
    picture(tab, "cham-dut", "Chấm dứt")
    hand.sit_down(site, "mau-kiem-tra")
    hand.follow("Nhật ký", within="header")
    picture(tab, "nhat-ky", "Nhật ký")
    hand.sit_down(site, "mau-quan-tri")
    tab.goto(f"{site}/can-bo/nguoi-dung/mau-trung-tam")
    tab.get_by_text("Ghi thư điện tử").first.click()
    picture(tab, "tai-khoan", "Chuyên viên Trung tâm")
