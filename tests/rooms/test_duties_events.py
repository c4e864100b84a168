"""Events recorded, answered and read back as duties, on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app import clock
from app.duties import record
from app.duties.due import of_event, open_duties, unreported
from app.duties.item import DONE
from app.duties.rules import Happening
from app.faults import NotAllowed, NotFound, NothingChanged, RulesBroken
from app.publishing.propose import Proposal
from app.records import accepted
from app.records.candidates import Candidate
from app.records.events import Event
from tests.rooms.every_kind import IDS, document
from tests.rooms.staff import CENTRE, FIRST, Office, office_in

TODAY = date(2026, 11, 23)


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made, clock.pretend(datetime(2026, 11, 23, 9, 0)):
        made.publish(*FIRST)
        yield made


def everything(_kind: str, _said: object) -> bool:
    return True


def recorded(office: Office, what: str, day: date, listing_id: str | None = "TC-001", **more: Any) -> int:
    with office.work() as session:
        return record.record(session, Happening(what, day, listing_id, **more)).id


def left(office: Office, mine: Any = everything) -> list[str]:
    with Session(office.engine) as session:
        return [one.code for one in open_duties(session, TODAY, mine)]


def test_a_certificate_issued_is_due_until_a_publication_answers(office: Office) -> None:
    event_id = recorded(office, "certificate_issued", date(2026, 11, 19))
    with office.work() as session:
        [duty] = open_duties(session, TODAY, everything)
        assert (duty.listing_id, duty.name, duty.day) == (
            "TC-001",
            "Văn phòng luật sư Mẫu",
            date(2026, 11, 25),
        )
        record.mark_published(session, session.get_one(Event, event_id), 2)
    assert left(office) == []
    with office.work() as session:
        record.clear_published(session.get_one(Event, event_id))
    assert left(office) == ["publish"]


def test_the_ministry_is_told_by_a_letter_and_the_day_stays_on_record(office: Office) -> None:
    event_id = recorded(office, "certificate_amended", date(2026, 11, 19))
    with office.work() as session:
        event = session.get_one(Event, event_id)
        assert [one.day for one in unreported(session, TODAY, everything)] == [date(2026, 11, 25)]
        with pytest.raises(RulesBroken, match="số văn bản"):
            record.mark_reported(event, date(2026, 11, 20), "")
        record.mark_reported(event, date(2026, 11, 20), " 12-MẪU/STP ")
        session.flush()
        assert unreported(session, TODAY, everything) == ()
        [_, told] = of_event(session, event_id, TODAY)
        assert (told.state, told.reported_on, told.letter) == (DONE, date(2026, 11, 20), "12-MẪU/STP")
        record.clear_reported(event)
        session.flush()
        assert len(unreported(session, TODAY, everything)) == 1


def test_an_untold_ministry_is_counted_even_without_a_term(office: Office) -> None:
    recorded(office, "persons_changed", date(2026, 11, 19))
    with Session(office.engine) as session:
        [told] = unreported(session, TODAY, everything)
        assert (told.day, told.code, told.article) == (None, "tell", "TT 08/2017/TT-BTP Đ19 k3")
    assert left(office) == ["publish"]


def test_only_an_entry_of_the_same_listing_published_afterwards_answers(office: Office) -> None:
    event_id = recorded(office, "certificate_issued", date(2026, 11, 19))
    with office.work() as session:
        event = session.get_one(Event, event_id)
        with pytest.raises(NotAllowed, match="mục khác"):
            record.mark_published(session, event, 1)
        with pytest.raises(NotFound):
            record.mark_published(session, event, 99)
    with clock.pretend(datetime(2026, 11, 25, 9, 0)):
        later = recorded(office, "certificate_amended", date(2026, 11, 25))
        with office.work() as session, pytest.raises(NotAllowed, match="trước khi"):
            record.mark_published(session, session.get_one(Event, later), 2)


def test_a_withdrawal_goes_step_by_step_until_it_has_ended(office: Office) -> None:
    recorded(office, "withdrawal_ground_found", date(2026, 11, 9))
    assert left(office) == ["propose_withdrawal"]
    recorded(office, "withdrawal_proposed", date(2026, 11, 12))
    assert left(office) == ["decide_withdrawal"]
    recorded(office, "participation_ended", date(2026, 11, 17))
    assert sorted(left(office)) == ["publish", "tell"]


def test_a_collaborator_with_a_card_is_a_candidate_until_the_contract_is_signed(office: Office) -> None:
    with office.work() as session:
        candidate = Candidate(kind="collaborator", name="Nông Mẫu", checklist={})
        session.add(candidate)
        session.flush()
        number = candidate.id
    recorded(office, "collaborator_card_issued", date(2026, 11, 2), None, candidate_id=number)
    with office.work() as session:
        [duty] = open_duties(session, TODAY, everything)
        assert (duty.kind, duty.name, duty.listing_id) == ("collaborator", "Nông Mẫu", "")
        assert (duty.day, duty.latest) == (date(2026, 12, 2), date(2026, 12, 7))
        assert open_duties(session, TODAY, lambda kind, _said: kind != "collaborator") == ()
        accepted.accept(session, "CTV-0001", "collaborator", document("collaborator", centre="TT-01"))
        session.get_one(Candidate, number).listing_id = "CTV-0001"
        session.flush()
        assert open_duties(session, TODAY, everything) == ()


def test_a_branch_whose_record_names_its_head_needs_none(office: Office) -> None:
    branch = document("branch", centre="TT-01")
    with office.work() as session:
        accepted.accept(session, "CN-01", "branch", {**branch, "head": None})
        accepted.accept(session, "TGV-0001", "aid_officer", document("aid_officer", workplace="TT-01"))
    recorded(office, "branch_founded", date(2026, 11, 19), "CN-01")
    assert "appoint_head" in left(office)
    with office.work() as session:
        accepted.accept(session, "CN-01", "branch", {**branch, "head": "TGV-0001"})
    assert "appoint_head" not in left(office)


def test_a_selection_shows_its_window_and_when_it_is_to_be_assessed(office: Office) -> None:
    posted = document("notice", notice_type="select_lawyers", filing_to="2026-11-30")
    with office.work() as session:
        accepted.accept(session, IDS["notice"], "notice", posted)
    recorded(office, "selection_posted", date(2026, 11, 9), IDS["notice"])
    with Session(office.engine) as session:
        found = {one.code: one.day for one in open_duties(session, TODAY, everything)}
    assert found == {"take_files": date(2026, 11, 30), "assess_files": date(2026, 12, 10)}


def test_a_lawyer_is_minded_by_capacity(office: Office) -> None:
    recorded(office, "contract_signed", date(2026, 11, 19), "LS-0001")
    assert left(office, lambda _kind, said: "assigned" in said.get("engagements", ())) == ["publish"]
    assert left(office, lambda _kind, said: "contract" in said.get("engagements", ())) == []


def test_a_clerk_may_set_the_day_where_the_law_does_not(office: Office) -> None:
    recorded(office, "other", date(2026, 11, 19), publish_due=date(2026, 11, 30), note=" thử ")
    with office.work() as session:
        [duty] = open_duties(session, TODAY, everything)
        assert (duty.day, session.get_one(Event, 1).note) == (date(2026, 11, 30), "thử")


def test_the_same_event_is_recorded_once(office: Office) -> None:
    recorded(office, "certificate_issued", date(2026, 11, 19))
    with pytest.raises(NothingChanged):
        recorded(office, "certificate_issued", date(2026, 11, 19))


def test_an_event_has_one_subject_that_is_there(office: Office) -> None:
    with pytest.raises(NotFound):
        recorded(office, "certificate_issued", TODAY, "TC-099")
    with pytest.raises(NotFound):
        recorded(office, "certificate_issued", TODAY, None, candidate_id=5)
    for both in ({"listing_id": None}, {"listing_id": "TC-001", "candidate_id": 1}):
        with pytest.raises(NotAllowed):
            recorded(office, "certificate_issued", TODAY, **both)
    with pytest.raises(RulesBroken, match="không xảy ra"):
        recorded(office, "certificate_issued", TODAY, "TT-01")


def test_a_mistake_is_taken_back_until_something_was_done_about_it(office: Office) -> None:
    event_id = recorded(office, "certificate_issued", date(2026, 11, 19))
    with office.work() as session:
        event = session.get_one(Event, event_id)
        record.mark_published(session, event, 2)
        with pytest.raises(NotAllowed, match="đã được công bố"):
            record.take_back(session, event)
        record.clear_published(event)
        record.take_back(session, event)
    assert left(office) == []


def test_a_listing_withdrawn_takes_its_events_along(office: Office) -> None:
    office.publish(Proposal("centre", CENTRE | {"name": "Trung tâm Hai"}))
    recorded(office, "other", date(2026, 11, 19), "TT-02", publish_due=date(2026, 11, 30))
    office.publish(Proposal("centre", {}, "TT-02", "withdrawn"))
    assert left(office) == []
