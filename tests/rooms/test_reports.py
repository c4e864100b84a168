"""What people told, on both databases: taken, answered in time, closed, and how to reach them forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app import clock
from app.faults import NotAllowed, NotFound
from app.reports import closing, taking
from app.reports.models import MISTAKE, MONEY, SATISFACTION, Report
from app.reports.taking import LONGEST, Told
from tests.rooms.staff import Office, office_in

FRIDAY = datetime(2026, 11, 27, 16, 0)


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        yield office


def take(office: Office, told: Told, at: datetime = FRIDAY) -> int:
    assert not taking.problems(told)
    with clock.pretend(at), office.work() as session:
        return taking.take(session, told).id


def kept(office: Office, number: int) -> Report:
    with office.work() as session:
        report = session.get_one(Report, number)
        session.expunge(report)
    return report


def test_whoever_asks_about_their_own_data_is_answered_within_two_working_days(office: Office) -> None:
    plain = take(office, Told(MISTAKE, "phone", listing_id="TC-001"))
    subject = take(office, Told(MISTAKE, "person", listing_id="LS-0001", subject=True))
    assert kept(office, subject).due_on == "2026-12-01", "not on a Saturday or Sunday"
    assert kept(office, plain).due_on is None
    with office.work() as session:
        assert [one.id for one in closing.waiting(session)] == [subject, plain]


def test_the_way_to_answer_is_forgotten_thirty_days_after_closing(office: Office) -> None:
    number = take(office, Told(MONEY, words="Có người đòi tiền (mẫu)", contact="0205 3000 000"))
    with clock.pretend(datetime(2026, 12, 1, 9, 0)), office.work() as session:
        assert closing.forget(session) == 0
        closing.close(session, number, "Đã gọi lại (mẫu).")
    with clock.pretend(datetime(2026, 12, 31, 8, 59)), office.work() as session:
        assert closing.forget(session) == 0
    with clock.pretend(datetime(2026, 12, 31, 9, 0)), office.work() as session:
        assert closing.forget(session) == 1
        assert closing.forget(session) == 0
    assert kept(office, number).contact is None
    assert kept(office, number).words == "Có người đòi tiền (mẫu)"


def test_a_report_is_closed_once(office: Office) -> None:
    number = take(office, Told(MISTAKE, "hours"))
    with office.work() as session:
        closing.close(session, number, "Đã sửa giờ (mẫu).")
        with pytest.raises(NotAllowed):
            closing.close(session, number, "lần nữa")
        with pytest.raises(NotFound):
            closing.close(session, number + 1, "không có")
        assert [one.outcome for one in closing.closed(session, 5)] == ["Đã sửa giờ (mẫu)."]
        assert closing.waiting(session) == []


def test_an_opinion_waits_for_nobody_and_is_counted(office: Office) -> None:
    take(office, Told(SATISFACTION, "yes"))
    take(office, Told(SATISFACTION, "no", "Chữ nhỏ quá"))
    take(office, Told(SATISFACTION, "no"), datetime(2026, 8, 1, 9, 0))
    with office.work() as session:
        counts, said = closing.opinions(session, FRIDAY.date().replace(day=1))
        assert (counts["yes"], counts["no"], said) == (1, 1, ["Chữ nhỏ quá"])
        assert closing.waiting(session) == []
        assert closing.closed(session, 5) == []


def test_what_no_database_keeps_is_left_out(office: Office) -> None:
    number = take(office, Told(MONEY, words="một\x00hai\ud800\nba  ", contact="\x00"))
    assert (kept(office, number).words, kept(office, number).contact) == ("mộthai\nba", None)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Told(MISTAKE), "point"),
        (Told(MISTAKE, "x"), "point"),
        (Told(MISTAKE, "other"), "words"),
        (Told(MONEY, words=" \x00 "), "words"),
        (Told(MONEY, words="a" * (LONGEST + 1)), "words"),
        (Told(MISTAKE, "phone", contact="0" * 201), "contact"),
        (Told(SATISFACTION), "point"),
    ],
)
def test_what_is_missing_or_too_long_is_said_by_its_field(told: Told, field: str) -> None:
    assert [one.field for one in taking.problems(told)] == [field]
