"""Changes that only the desk sees: accepted, approved by two people, and never in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.faults import NotAllowed, NothingChanged
from app.ledger import read
from app.publishing.internal import accept_internal
from app.publishing.propose import Proposal
from tests.rooms.staff import CENTRE, FIRST, Office, office_in


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        made.publish(*FIRST)
        yield made


def noted(office: Office, **fields: str) -> Proposal:
    return Proposal("lawyer", office.record("LS-0001") | fields, "LS-0001", "changed")


def test_a_change_of_the_desk_alone_is_accepted_without_a_publication(office: Office) -> None:
    with office.work() as session:
        changes = office.propose(session, noted(office, personal_phone="0987654321"))
        office.approve_all(session, changes)
        accept_internal(session, changes, office.person(session, "approver"))
        assert (changes[0].state, changes[0].entry) == ("published", None)
    assert office.record("LS-0001")["personal_phone"] == "0987654321"
    with Session(office.engine) as session:
        assert len(read.listing_entries(session, "LS-0001")) == 1


def test_it_travels_with_others_without_a_line(office: Office) -> None:
    seen = Proposal("centre", CENTRE | {"address": "Số 2"}, "TT-01", "changed")
    office.publish(noted(office, internal_note="gọi buổi sáng"), seen)
    assert office.record("LS-0001")["internal_note"] == "gọi buổi sáng"
    with Session(office.engine) as session:
        assert [one.listing_id for one in read.entries(session, after=1)] == ["TT-01"]


def test_alone_it_is_no_publication(office: Office) -> None:
    with pytest.raises(NothingChanged):
        office.publish(noted(office, internal_note="x"))


def test_what_the_public_sees_is_published_or_nothing(office: Office) -> None:
    with office.work() as session:
        changes = office.propose(session, noted(office, bar="Đoàn luật sư khác (mẫu)"))
        office.approve_all(session, changes)
        with pytest.raises(NotAllowed, match="công bố"):
            accept_internal(session, changes, office.person(session, "approver"))
        session.rollback()


def test_it_needs_approval_like_any_other(office: Office) -> None:
    with office.work() as session:
        changes = office.propose(session, noted(office, internal_note="x"))
        with pytest.raises(NotAllowed):
            accept_internal(session, changes, office.person(session, "approver"))
        session.rollback()
