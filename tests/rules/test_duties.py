"""What the law asks after an event, by when: the clocks of the decree and the circular, on both sides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.duties import handbook
from app.duties.item import DONE, DUE, OVERDUE, Duty
from app.duties.law import CLOCKS, EVENTS
from app.duties.reckoning import PUBLISH, TELL, Told, duties_of
from app.duties.rules import Happening, check, told_in_writing
from app.kinds import EVERY_KIND
from app.records.events import HAPPENED

TODAY = date(2026, 11, 23)


def told(what: str, day: date, **more: Any) -> Told:
    asks = EVENTS[what]
    start = more.get("dossier_on") or day
    terms = {
        "publish_due": asks.publish(start) if asks.publish else None,
        "ministry_due": asks.tell(start) if asks.tell else None,
    }
    known: dict[str, Any] = {"id": 7, "kind": asks.kinds[0], "name": "Mẫu", "listing_id": "TC-001"}
    return Told(what=what, happened_on=day, **(known | terms | more))


def only(code: str, one: Told, today: date = TODAY) -> Duty:
    [found] = [duty for duty in duties_of(one, today) if duty.code == code]
    return found


def test_the_tables_know_every_event_and_no_other() -> None:
    assert set(EVENTS) == set(HAPPENED.order)
    assert {code for one in CLOCKS for code in (one.starts, *one.ends)} <= set(EVENTS)
    assert {kind for asks in EVENTS.values() for kind in asks.kinds} == {kind.key for kind in EVERY_KIND}


def test_the_page_of_duties_is_current() -> None:
    written = handbook.PAGE.read_text(encoding="utf-8")
    assert written == handbook.page(), f"docs/duties.md is old: run python -m {handbook.MODULE}"


def test_a_certificate_is_published_within_three_working_days_of_its_issue() -> None:
    duty = only(PUBLISH, told("certificate_issued", date(2026, 11, 19)))  # over a weekend and 24/11
    assert (duty.day, duty.days_left, duty.state) == (date(2026, 11, 25), 2, DUE)
    assert duty.article == "TT 08/2017/TT-BTP Đ19 k3"
    assert duty.sentence == "Công bố: cấp Giấy đăng ký tham gia, ngày 19/11/2026."
    assert duty.path == "/can-bo/su-kien/7"


def test_an_ending_is_published_and_told_within_three_working_days_of_the_valid_dossier() -> None:
    one = told("participation_ended", date(2026, 11, 18), dossier_on=date(2026, 11, 16))
    for code in (PUBLISH, TELL):
        duty = only(code, one)
        assert (duty.started_on, duty.day) == (date(2026, 11, 16), date(2026, 11, 19))
        assert (duty.state, duty.days_left) == (OVERDUE, -4)


def test_where_the_law_sets_no_term_the_register_says_that_five_days_are_its_own() -> None:
    duty = only(PUBLISH, told("contract_signed", date(2026, 11, 23)))
    assert duty.day == date(2026, 12, 1)
    assert "luật không ấn định" in duty.article
    assert only(TELL, told("contract_signed", date(2026, 11, 23))).day is None


def test_what_was_done_is_done_however_late() -> None:
    one = told(
        "certificate_amended",
        date(2026, 3, 2),
        published_entry=4,
        reported_on=date(2026, 9, 1),
        letter="12-MẪU/STP",
    )
    assert {duty.state for duty in duties_of(one, TODAY)} == {DONE}
    assert (only(TELL, one).reported_on, only(TELL, one).letter) == (date(2026, 9, 1), "12-MẪU/STP")


def test_a_certificate_issued_again_asks_for_nothing() -> None:
    assert duties_of(told("certificate_reissued", TODAY), TODAY) == []


FOLLOWS = """
withdrawal_ground_found  2026-11-20 propose_withdrawal 2026-11-27 -          withdrawal_proposed
withdrawal_proposed      2026-11-20 decide_withdrawal  2026-11-30 -          participation_ended
collaborator_card_issued 2026-11-02 sign_collaborator  2026-12-02 2026-12-07 contract_signed
card_withdrawal_proposed 2026-11-20 withdraw_card      2026-11-27 -          collaborator_card_withdrawn
branch_founded           2026-11-20 appoint_head       2026-11-27 -          head_appointed
selection_announced      2026-11-20 sign_selected      2026-11-30 2026-12-05 selection_closed
"""
"""event, its day, the clock it starts, the day due, the latest for good reason, the event that answers."""


@pytest.mark.parametrize("row", FOLLOWS.strip().splitlines(), ids=lambda row: row.split()[2])
def test_what_must_follow_is_due_until_it_is_answered(row: str) -> None:
    what, day, code, due, latest, answer = row.split()
    start, last, far = date.fromisoformat(day), date.fromisoformat(due), date(2027, 1, 1)
    duty = only(code, told(what, start))
    assert (duty.day, duty.latest) == (last, None if latest == "-" else date.fromisoformat(latest))
    assert only(code, told(what, start), last).state == DUE
    assert only(code, told(what, start), far).state == OVERDUE
    assert only(code, told(what, start, later={answer: last}), far).state == DONE


def test_the_records_themselves_may_answer() -> None:
    one = told("branch_founded", date(2026, 11, 2), settled=frozenset({"appoint_head"}))
    assert only("appoint_head", one).state == DONE


def test_a_selection_is_posted_five_working_days_takes_files_and_is_assessed_in_ten_days() -> None:
    one = told("selection_posted", date(2026, 11, 2), filing_to=date(2026, 11, 25))
    assert (only("keep_posted", one).day, only("keep_posted", one).state) == (date(2026, 11, 9), DONE)
    assert (only("take_files", one).day, only("take_files", one).state) == (date(2026, 11, 25), DUE)
    assess = only("assess_files", one)
    assert (assess.started_on, assess.day, assess.latest) == (
        date(2026, 11, 25),
        date(2026, 12, 5),
        date(2026, 12, 9),
    )
    assert "09/12/2026" in assess.sentence


def test_an_event_fits_its_entry_and_has_happened() -> None:
    def found(kind: str, **happening: Any) -> set[str]:
        return {broken.field for broken in check(Happening(**happening), kind, TODAY)}

    issued: dict[str, Any] = {"what": "certificate_issued", "happened_on": TODAY}
    assert found("organisation", **issued) == set()
    assert found("lawyer", **issued) == {"what"}
    assert found("lawyer", what="wedding", happened_on=TODAY) == {"what"}
    assert found("organisation", **issued | {"happened_on": date(2026, 11, 24)}) == {"happened_on"}
    assert found("organisation", **issued | {"dossier_on": date(2026, 11, 24)}) == {"dossier_on"}


def test_nobody_sets_another_term_than_the_law() -> None:
    def fields(**more: Any) -> set[str]:
        happening = Happening(happened_on=TODAY, **more)
        return {broken.field for broken in check(happening, "organisation", TODAY)}

    assert fields(what="certificate_issued", publish_due=date(2026, 12, 30)) == {"publish_due"}
    assert fields(what="persons_changed", publish_due=date(2026, 12, 30)) == set()
    assert fields(what="persons_changed", publish_due=date(2026, 11, 22)) == {"publish_due"}


def test_the_ministry_is_told_in_writing_after_the_event() -> None:
    def fields(day: date, letter: str) -> set[str]:
        return {broken.field for broken in told_in_writing(date(2026, 11, 16), day, letter, TODAY)}

    assert fields(date(2026, 11, 18), "9-MẪU/STP") == set()
    assert fields(date(2026, 11, 15), " ") == {"reported_on", "letter"}
    assert fields(date(2026, 11, 24), "9-MẪU/STP") == {"reported_on"}
