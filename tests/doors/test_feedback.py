"""The public forms: no cookie, no cache, no story asked for; what a machine sends is not kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app import clock
from app.feedback.pace import OF_ONE
from app.reports.models import Report
from tests.pages import Page, Visitor, words

NOON = datetime(2026, 11, 24, 12, 0)
FORMS = ("/bao-sai/TC-001", "/bao-doi-tien", "/danh-gia")
FILLED: dict[str, dict[str, str]] = {
    "/bao-sai/TC-001": {"point": "phone"},
    "/bao-doi-tien": {"words": "Ở bến xe, sáng nay (mẫu)"},
    "/danh-gia": {"point": "yes"},
}


def kept(app: Flask) -> list[Report]:
    with Session(app.extensions["instance"].engine) as session:
        return list(session.query(Report).order_by(Report.id))


def send(
    visitor: Visitor, path: str, status: int = 303, /, *, after: float = 30, address: str = "", **fields: Any
) -> Page:
    """Open a form, fill it in and send it ``after`` seconds."""
    with clock.pretend(NOON):
        page = visitor.get(address or path)
    with clock.pretend(NOON + timedelta(seconds=after)):
        return visitor.submit(page, path, status, **(FILLED[path] | fields))


@pytest.mark.parametrize("path", FORMS)
def test_a_form_is_kept_by_no_cache_sets_no_cookie_and_asks_for_no_story(living: Flask, path: str) -> None:
    page = Visitor(living).get(path)
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert not page.cookies
    assert "Đừng kể vụ việc của bạn ở đây." in page.text


@pytest.mark.parametrize("path", FORMS)
def test_what_is_sent_is_kept_and_thanked_for_once(living: Flask, path: str) -> None:
    visitor = Visitor(living)
    there = send(visitor, path).headers["Location"]
    page = visitor.get(there)
    assert "Đã nhận. Cảm ơn bạn." in page.text
    assert not page.all("form[method=post]")
    assert len(kept(living)) == 1


def test_a_mistake_needs_one_press_and_no_name(living: Flask) -> None:
    send(Visitor(living), "/bao-sai/TC-001", point="address", subject="1", contact="mau@example.vn")
    (report,) = kept(living)
    assert (report.purpose, report.point, report.listing_id) == ("mistake", "address", "TC-001")
    assert (report.subject, report.due_on, report.contact) == (True, "2026-11-26", "mau@example.vn")


def test_what_is_missing_is_said_and_what_was_typed_stays(living: Flask) -> None:
    page = send(Visitor(living), "/bao-sai/TC-001", 422, point="other", contact="mau@example.vn")
    assert "Hãy viết vài chữ." in words(page.find("div.notice.warning"))
    assert page.find("input#contact").get("value") == "mau@example.vn"
    assert not kept(living)


def test_what_is_sent_faster_than_a_person_writes_is_asked_for_again(living: Flask) -> None:
    page = send(Visitor(living), "/bao-doi-tien", 422, after=1)
    assert "Gửi nhanh quá" in page.text
    assert "Ở bến xe, sáng nay (mẫu)" in words(page.find("textarea#words"))
    assert "mở đã lâu" in send(Visitor(living), "/danh-gia", 422, after=90_000).text
    assert not kept(living)


def test_a_token_is_good_for_its_own_form_only(living: Flask) -> None:
    visitor = Visitor(living)
    with clock.pretend(NOON):
        token = visitor.get("/danh-gia").find("input[name=csrf_token]").get("value", "")
    with clock.pretend(NOON + timedelta(seconds=30)):
        for wrong in (token, "", "x", token[:-1]):
            refused = visitor.post("/bao-doi-tien", 422, {"csrf_token": wrong, "words": "mẫu"})
            assert "Chưa nhận ra biểu mẫu này." in refused.text
    assert not kept(living)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec_Fetch_Site": "cross-site"}, 422),
        ({"Sec_Fetch_Site": "same-origin"}, 303),
        ({"Origin": "https://elsewhere.example"}, 422),
        ({"Origin": "null"}, 422),
        ({"Origin": "https://tgpl.example.vn"}, 303),
        ({"Origin": "http://localhost"}, 303),
    ],
)
def test_a_form_of_another_site_is_refused(living: Flask, headers: dict[str, str], status: int) -> None:
    visitor = Visitor(living)
    with clock.pretend(NOON):
        token = visitor.get("/danh-gia").find("input[name=csrf_token]").get("value", "")
    with clock.pretend(NOON + timedelta(seconds=30)):
        visitor.post("/danh-gia", status, {"csrf_token": token, "point": "yes"}, **headers)


def test_a_machine_that_fills_in_what_nobody_sees_is_thanked_and_let_fall(living: Flask) -> None:
    send(Visitor(living), "/danh-gia", website="https://example.vn")
    assert not kept(living)


def test_one_network_may_send_so_many_and_is_told_to_call(living: Flask) -> None:
    visitor = Visitor(living)
    visitor.client.environ_base["REMOTE_ADDR"] = "203.0.113.5"
    for _ in range(OF_ONE):
        send(visitor, "/danh-gia")
    assert "gọi Trung tâm" in send(visitor, "/danh-gia", 429).text
    assert len(kept(living)) == OF_ONE


def test_what_is_too_large_is_refused(living: Flask) -> None:
    answer = Visitor(living).client.post("/danh-gia", data={"words": "a" * 70_000})
    assert answer.status_code == 413


def test_only_what_was_ever_listed_can_be_reported(living: Flask) -> None:
    visitor = Visitor(living)
    visitor.get("/bao-sai/LS-9999", 404)
    assert visitor.client.post("/bao-sai/LS-9999").status_code == 404
    visitor.get("/bao-sai/LS-0005")  # has ended
    assert "Về: Văn phòng luật sư Mẫu Hồi." in visitor.get("/bao-doi-tien?muc=TC-001").text
    send(visitor, "/bao-doi-tien", address="/bao-doi-tien?muc=TC-001")
    send(visitor, "/bao-doi-tien", address="/bao-doi-tien?muc=LS-9999")
    assert [one.listing_id for one in kept(living)] == ["TC-001", None]


def test_the_page_of_a_listing_leads_to_its_form(living: Flask) -> None:
    visitor = Visitor(living)
    page = visitor.get("/luat-su/LS-0001")
    assert page.link("Báo thông tin sai") == "/bao-sai/LS-0001"
    assert "/bao-doi-tien?muc=LS-0001" in [link.get("href") for link in page.all("main a[href]")]
    assert "Báo thông tin sai" not in visitor.get("/to-chuc/TC-002/ban/3").links


def test_nothing_is_asked_before_the_first_publication(empty_visitor: Visitor) -> None:
    empty_visitor.get("/bao-doi-tien")
    empty_visitor.get("/danh-gia")
    empty_visitor.get("/bao-sai/TC-001", 404)
