"""What people told, at the desk: in the order of its days, closed by whoever may write."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app import clock
from app.accounts.audit import Deed
from app.accounts.permissions import ADMINISTRATOR, AUDITOR, CLERK_DEPARTMENT
from app.reports import taking
from app.reports.models import MISTAKE, MONEY, SATISFACTION, Report
from app.reports.taking import Told
from app.web.session import unit_of_work
from tests.desk import seated
from tests.pages import words

LIST = "/can-bo/phan-anh"
TUESDAY = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def told(living: Flask) -> Flask:
    with living.app_context(), clock.pretend(TUESDAY), unit_of_work() as session:
        taking.take(session, Told(MONEY, words="Ở bến xe (mẫu)", contact="0205 3000 000"))
        taking.take(session, Told(MISTAKE, "person", listing_id="LS-0001", subject=True))
        taking.take(session, Told(SATISFACTION, "partly", "Chữ nhỏ"))
    return living


def test_what_has_a_day_comes_first_and_says_when_it_is_overdue(told: Flask) -> None:
    clerk = seated(told, CLERK_DEPARTMENT)
    page = clerk.get(LIST)
    first, second = page.all("main div.notice")
    assert "Báo thông tin sai: Người này không còn làm ở đây" in words(first)
    assert "trả lời đến hết 26/11/2026 (02 ngày làm việc)" in words(first)
    assert page.link("Lành Mẫu Sơn") == "/can-bo/muc/LS-0001"
    assert "Ở bến xe (mẫu)" in words(second)
    assert "Một phần" in page.text
    assert "Chữ nhỏ" in page.text


@pytest.mark.parametrize(("day", "urgency"), [(26, "soon"), (27, "due")])
def test_the_day_begins_with_how_many_wait_and_how_urgently(told: Flask, day: int, urgency: str) -> None:
    with clock.pretend(TUESDAY.replace(day=day)):
        page = seated(told, CLERK_DEPARTMENT).get("/can-bo")
    assert words(page.find(f"ul.waiting a[href={LIST}]")).startswith("2 Phản ánh của người dân")
    assert page.find(f"ul.waiting a[href={LIST}]").get("class") == urgency


def test_it_is_closed_with_what_was_done_and_the_record_of_deeds_says_a_number_only(told: Flask) -> None:
    clerk = seated(told, CLERK_DEPARTMENT)
    page = clerk.get(LIST)
    again = clerk.submit(page, f"{LIST}/1/xong", 422)
    assert "Hãy ghi đã làm gì" in again.text
    clerk.submit(again, f"{LIST}/1/xong", 303, **{"outcome-1": "Đã gọi lại (mẫu)."})
    closed = clerk.get(LIST)
    assert "Đã gọi lại (mẫu)." in closed.text
    assert f"{LIST}/1/xong" not in closed.source
    clerk.submit(page, f"{LIST}/1/xong", 409, **{"outcome-1": "lần nữa"})
    with Session(told.extensions["instance"].engine) as session:
        (deed,) = session.query(Deed).filter_by(deed="report.closed")
        assert (deed.about, deed.detail) == ("report:1", "{}")


def test_an_auditor_reads_and_closes_nothing_and_an_administrator_sees_nothing(told: Flask) -> None:
    page = seated(told, AUDITOR).get(LIST)
    assert "Ở bến xe (mẫu)" in page.text
    assert not page.all(f"form[action={LIST}/1/xong]")
    assert seated(told, ADMINISTRATOR).client.get(LIST).status_code == 403


def test_opening_the_list_forgets_how_to_reach_those_answered_long_ago(told: Flask) -> None:
    with Session(told.extensions["instance"].engine) as session:
        assert session.get_one(Report, 1).contact
    clerk = seated(told, CLERK_DEPARTMENT)
    clerk.submit(clerk.get(LIST), f"{LIST}/1/xong", 303, **{"outcome-1": "xong (mẫu)"})
    with told.app_context(), unit_of_work() as session:
        session.get_one(Report, 1).closed_at = "2020-01-01T00:00:00+07:00"
    assert (
        "0205 3000 000" not in clerk.get(LIST).text.partition("Đã xong gần đây")[2].partition("Người dân")[0]
    )
