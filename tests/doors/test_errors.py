"""Errors worth reading: what happened, what it means for you, where to go, whom to call."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.doors.happenings import withdraw
from tests.pages import Page, Visitor

CENTRE = "tel:+842053000000"


def ways_on(page: Page) -> list[str | None]:
    return [chip.get("href") for chip in page.all("main a.chip")]


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/khong-co", 404, "Không tìm thấy trang này"),
        ("/danh-sach?trang=x", 400, "Địa chỉ này có chỗ chưa đúng"),
        ("/thu-tuc/TTHC-99/lich-su", 404, "Không tìm thấy trang này"),
    ],
)
def test_an_error_offers_a_search_a_call_and_ways_on(
    visitor: Visitor, path: str, status: int, heading: str
) -> None:
    page = visitor.get(path, status)
    assert page.heading == heading
    assert page.all("main form[action=/tim-kiem]")
    assert page.find("main a.call").get("href") == CENTRE
    for way in ways_on(page):
        visitor.get(way or "")


def test_what_was_withdrawn_leads_to_its_history(living: Flask) -> None:
    withdraw(living, "TC-007")
    page = Visitor(living).get("/to-chuc/TC-007", 410)
    assert page.heading == "Nội dung này không còn nữa"
    assert page.link("Xem lịch sử") == "/to-chuc/TC-007/lich-su"


def test_whoever_sends_something_learns_that_nothing_was_kept(visitor: Visitor) -> None:
    answer = visitor.client.post("/danh-sach", data={"x": "1"})
    assert answer.status_code == 405
    assert "không được lưu ở đâu cả" in answer.text


def test_an_error_of_ours_says_that_nothing_is_lost_and_whom_to_call(living: Flask) -> None:
    living.extensions["instance"].search = None
    page = Visitor(living).get("/tim-kiem?q=abc", 500)
    assert page.heading == "Chưa mở được trang này"
    assert "Việc gấp thì đừng chờ: hãy gọi." in page.text


def test_where_no_page_can_be_made_at_all_there_is_still_a_sentence(living: Flask) -> None:
    del living.jinja_env.globals["asset"]
    answer = living.test_client().get("/danh-sach")
    assert answer.status_code == 500
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.text.startswith("Chưa mở được trang này.")


def test_before_the_first_publication_errors_offer_no_number(
    empty_visitor: Visitor,
) -> None:
    page = empty_visitor.get("/khong-co", 404)
    assert not page.all("main a.call")
    assert ways_on(page)
