"""Undoing a publication restores what stood before it, and brings back nothing that was taken away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.canonical import Document
from app.faults import NotAllowed, NotFound, NothingChanged, RulesBroken
from app.ledger import append, read
from app.ledger.append import Line, PublicationDraft
from app.ledger.asof import version
from app.ledger.commitment import reveal
from app.publishing.propose import Proposal
from app.publishing.undo import undo, undo_set
from app.records import accepted
from app.records.changes import Change
from tests.rooms.staff import CENTRE, ENDING, FIRST, LAWYER, ORGANISATION, Office, office_in

MARCH, APRIL, MAY = date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1)


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        made.publish(*FIRST)
        yield made


def moved(office: Office, address: str, act: str = "changed", target: int | None = None) -> Proposal:
    return Proposal("centre", office.record("TT-01") | {"address": address}, "TT-01", act, target)


def ending(office: Office, listing_id: str, kind: str) -> Proposal:
    return Proposal(kind, office.record(listing_id) | ENDING, listing_id, "ended")


def undone(office: Office, number: int) -> int:
    with office.work() as session:
        changes = undo(session, office.person(session, "clerk"), number).changes
        office.approve_all(session, changes)
        return office.publish_approved(session, changes, MAY)


def in_force(office: Office, listing_id: str, day: date) -> Document:
    with Session(office.engine) as session:
        head = read.head(session)
        assert head
        held = version(read.listing_entries(session, listing_id), head.number, day)
        return reveal(read.bodies(session, [held.number])[held.number]) if held else {}


def acts(office: Office, after: int) -> list[tuple[str, str]]:
    with Session(office.engine) as session:
        return [(one.listing_id, one.act) for one in read.entries(session, after=after)]


def test_a_change_is_changed_back_for_every_day(office: Office) -> None:
    office.publish(moved(office, "Số 2"), day=APRIL)
    assert undone(office, 2) == 3
    assert office.record("TT-01")["address"] == "Số 1"
    assert {in_force(office, "TT-01", day)["address"] for day in (MARCH, APRIL, MAY)} == {"Số 1"}


def test_what_was_listed_is_withdrawn(office: Office) -> None:
    office.publish(Proposal("organisation", ORGANISATION | {"name": "Nhầm"}))
    undone(office, 2)
    assert acts(office, 2) == [("TC-002", "withdrawn")]
    assert office.record("TC-002") == {}


def test_what_ended_is_reinstated_with_what_the_desk_knew(office: Office) -> None:
    office.publish(ending(office, "LS-0001", "lawyer"), ending(office, "TC-001", "organisation"))
    undone(office, 2)
    assert acts(office, 2) == [("LS-0001", "reinstated"), ("TC-001", "reinstated")]
    lawyer = office.record("LS-0001")
    assert (lawyer["status"], lawyer["personal_phone"]) == ("active", "0912345678")
    assert not lawyer.keys() & ENDING.keys() - {"status"}


def test_what_was_reinstated_ends_again_on_its_old_ground(office: Office) -> None:
    lawyer = office.record("LS-0001")
    office.publish(ending(office, "LS-0001", "lawyer"))
    office.publish(Proposal("lawyer", lawyer, "LS-0001", "reinstated"), day=date(2025, 6, 1))
    undone(office, 3)
    assert acts(office, 3) == [("LS-0001", "ended")]
    assert office.record("LS-0001") == lawyer | ENDING


def test_a_correction_is_corrected_back(office: Office) -> None:
    office.publish(moved(office, "Số 3", "corrected", target=1))
    undone(office, 2)
    assert acts(office, 2) == [("TT-01", "corrected")]
    assert in_force(office, "TT-01", MARCH)["address"] == "Số 1"


def test_an_undoing_is_itself_undone(office: Office) -> None:
    office.publish(moved(office, "Số 2"), day=APRIL)
    undone(office, 2)
    undone(office, 3)
    assert in_force(office, "TT-01", MAY)["address"] == "Số 2"


def test_what_a_later_publication_touched_is_refused_by_name(office: Office) -> None:
    office.publish(moved(office, "Số 2"))
    office.publish(moved(office, "Số 3"))
    with pytest.raises(NotAllowed, match="TT-01 Trung tâm Mẫu"):
        undone(office, 2)


def test_a_withdrawal_is_not_undone(office: Office) -> None:
    office.publish(Proposal("lawyer", {}, "LS-0001", "withdrawn"))
    with pytest.raises(NotAllowed, match="LS-0001"):
        undone(office, 2)


def test_what_others_have_come_to_rely_on_is_not_withdrawn(office: Office) -> None:
    office.publish(Proposal("organisation", ORGANISATION | {"name": "Nhầm"}))
    relies = LAWYER | {"contact_via": "TC-002", "organisation": "TC-002"}
    office.publish(Proposal("lawyer", relies))
    with pytest.raises(RulesBroken, match=r"LS-0002.*TC-002 Nhầm"):
        undone(office, 2)


def test_only_what_was_published_is_undone(office: Office) -> None:
    with office.work() as session, pytest.raises(NotFound):
        undo(session, office.person(session, "clerk"), 9)


def test_the_whole_first_publication_is_undone_too(office: Office) -> None:
    undone(office, 1)
    assert [act for _, act in acts(office, 1)] == ["withdrawn"] * 3
    assert office.record("TT-01") == {}


def test_the_centre_of_today_is_not_touched_by_a_draft(office: Office) -> None:
    office.publish(moved(office, "Số 2"))
    with office.work() as session:
        undo(session, office.person(session, "clerk"), 2)
    assert office.record("TT-01") == CENTRE | {"address": "Số 2"}


def redact(office: Office, target: int, key: str) -> None:
    """Take ``key`` from an entry of the centre and from its record, as a redaction does."""
    with office.work() as session:
        draft = PublicationDraft(
            instrument="decision", issuer="department", register="20", sample=False, ground="court"
        )
        line = Line("TT-01", "redacted", None, {"redacted": [key]}, target)
        append.append(session, office.signer, draft, [line])
        record = accepted.document(session, "TT-01") or {}
        accepted.accept(session, "TT-01", "centre", {one: record[one] for one in record if one != key})


def test_what_was_redacted_since_is_not_brought_back(office: Office) -> None:
    office.publish(
        Proposal("centre", office.record("TT-01") | {"hotline": "02053000001"}, "TT-01", "changed")
    )
    office.publish(moved(office, "Số 2"))
    redact(office, 4, "hotline")
    undone(office, 3)
    assert office.record("TT-01")["address"] == "Số 1"
    assert "hotline" not in office.record("TT-01").keys() | office.published("TT-01").keys()


def test_a_publication_that_only_redacted_is_not_undone(office: Office) -> None:
    redact(office, 1, "old_address")
    with office.work() as session, pytest.raises(NothingChanged):
        undo(session, office.person(session, "clerk"), 2)


def test_a_set_is_taken_back_as_a_whole_and_nothing_else_of_its_publication(office: Office) -> None:
    with office.work() as session:
        imported = office.propose(session, moved(office, "Số 2"), ending(office, "LS-0001", "lawyer"))
        other = office.propose(session, Proposal("organisation", ORGANISATION))
        office.approve_all(session, [*imported, *other])
        office.publish_approved(session, [*imported, *other], APRIL)
        number = imported[0].change_set_id
    with office.work() as session:
        restoring = undo_set(session, office.person(session, "clerk"), number)
        assert restoring
        office.approve_all(session, restoring.changes)
        office.publish_approved(session, restoring.changes, MAY)
    assert acts(office, 2) == [("TT-01", "changed"), ("LS-0001", "reinstated")]
    assert office.record("TT-01")["address"] == CENTRE["address"]
    assert office.record("TC-002")["status"] == "active"


def test_a_set_that_waits_is_dropped_and_one_half_published_is_taken_back_from_both_sides(
    office: Office,
) -> None:
    with office.work() as session:
        first, second = office.propose(session, moved(office, "Số 2"), Proposal("organisation", ORGANISATION))
        office.approve_all(session, [first, second])
        office.publish_approved(session, [first], APRIL)
        number, waiting = first.change_set_id, second.id
    with office.work() as session:
        clerk = office.person(session, "clerk")
        restoring = undo_set(session, clerk, number)
        assert restoring
        assert [one.listing_id for one in restoring.changes] == ["TT-01"]
        assert session.get_one(Change, waiting).state == "dropped"
        assert undo_set(session, clerk, restoring.id) is None
        assert {one.state for one in restoring.changes} == {"dropped"}
        with pytest.raises(NotAllowed, match="đã được bỏ"):
            undo_set(session, clerk, restoring.id)
        with pytest.raises(NotFound):
            undo_set(session, clerk, 99)
