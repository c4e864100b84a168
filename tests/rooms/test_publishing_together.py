"""What a publication must do as a whole on a real database, and what no change may do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock
from app.canonical import Document
from app.faults import NotAllowed, RulesBroken
from app.ledger import read
from app.publishing import law
from app.publishing.propose import Proposal, submit
from app.publishing.review import approve, fingerprint
from app.records.changes import Change
from tests.rooms.staff import CENTRE, ENDING, FIRST, LAWYER, ORGANISATION, Office, office_in

NOTICE: Document = {
    "name": "Thành lập Chi nhánh số 1",
    "status": "active",
    "effective_from": "2026-11-16",
    "notice_type": "branch_founded",
    "posted_until": "2026-11-23",
    "confirmed_on": "2026-11-16",
}
MONDAY = datetime(2026, 11, 16, 9, 0)


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        with clock.pretend(datetime(2025, 1, 10, 9, 0)):
            made.publish(*FIRST)
        yield made


def ended(office: Office, listing_id: str) -> Proposal:
    kind = {"TC": "organisation", "LS": "lawyer", "TT": "centre"}[listing_id[:2]]
    return Proposal(kind, office.record(listing_id) | ENDING, listing_id, "ended")


def withdrawn(kind: str, listing_id: str) -> Proposal:
    return Proposal(kind, {}, listing_id, "withdrawn")


def test_an_organisation_does_not_end_alone(office: Office) -> None:
    with pytest.raises(RulesBroken, match="LS-0001 Lành Mẫu"):
        office.publish(ended(office, "TC-001"))
    assert office.record("TC-001")["status"] == "active"


def test_an_organisation_ends_with_its_lawyers_in_one_publication(office: Office) -> None:
    assert office.publish(ended(office, "TC-001"), ended(office, "LS-0001")) == 2
    assert {office.record(one)["status"] for one in ("TC-001", "LS-0001")} == {"ended"}


def test_the_desk_can_ask_before_it_publishes_and_nothing_changes(office: Office) -> None:
    with office.work() as session:
        changes = office.propose(session, Proposal("organisation", ORGANISATION | {"name": "Mới"}))
        found = law.broken_together(session, changes)
        assert found == []
        assert changes[0].listing_id is None
        before_court = ORGANISATION | {"name": "Mới", "forms_of_aid": ["litigation"]}
        changes = office.propose(session, Proposal("organisation", before_court))
        [(who, rule)] = law.broken_together(session, changes)
        assert (who[0], rule.field, rule.warning) == ("@", "forms_of_aid", True)


def test_a_withdrawn_listing_leaves_the_records_and_its_line_says_nothing(office: Office) -> None:
    office.publish(withdrawn("lawyer", "LS-0001"))
    assert (office.record("LS-0001"), office.published("LS-0001")) == ({}, {})
    with Session(office.engine) as session:
        last = read.listing_entries(session, "LS-0001")[-1]
        assert (last.act, last.holds_from) == ("withdrawn", None)


def test_what_others_refer_to_is_not_withdrawn(office: Office) -> None:
    with pytest.raises(RulesBroken, match=r"LS-0001.*TC-001 Văn phòng luật sư Mẫu"):
        office.publish(withdrawn("organisation", "TC-001"))
    assert office.publish(withdrawn("lawyer", "LS-0001"), withdrawn("organisation", "TC-001")) == 2


def test_nothing_refers_to_what_was_withdrawn(office: Office) -> None:
    office.publish(withdrawn("lawyer", "LS-0001"), withdrawn("organisation", "TC-001"))
    with pytest.raises(RulesBroken, match="TC-001"):
        office.publish(Proposal("lawyer", LAWYER | {"organisation": "TC-001", "contact_via": "TC-001"}))


@pytest.mark.parametrize("act", ["listed", "changed", "reinstated"])
def test_what_was_withdrawn_stays_withdrawn(office: Office, act: str) -> None:
    lawyer = office.record("LS-0001")
    office.publish(withdrawn("lawyer", "LS-0001"))
    with pytest.raises(NotAllowed, match="đã rút"):
        office.publish(Proposal("lawyer", lawyer, "LS-0001", act))


def test_an_act_fits_its_listing(office: Office) -> None:
    with pytest.raises(NotAllowed, match="đã được công bố"):
        office.publish(Proposal("centre", CENTRE | {"address": "A"}, "TT-01"))
    with pytest.raises(NotAllowed, match="chưa từng"):
        office.publish(Proposal("centre", CENTRE, "TT-09", "changed"))
    with pytest.raises(NotAllowed, match="tình trạng"):
        office.publish(Proposal("lawyer", office.record("LS-0001") | ENDING, "LS-0001", "changed"))
    with pytest.raises(NotAllowed, match="tình trạng"):
        office.publish(Proposal("centre", CENTRE | {"address": "A"}, "TT-01", "ended"))


def test_sets_published_together_keep_their_own_references(office: Office) -> None:
    with office.work() as session:
        both: list[Change] = []
        for name in ("Văn phòng Một", "Văn phòng Hai"):
            lawyer = LAWYER | {"name": f"Luật sư {name}", "contact_via": "@1", "organisation": "@1"}
            organisation = Proposal("organisation", ORGANISATION | {"name": name})
            both += office.propose(session, organisation, Proposal("lawyer", lawyer))
        office.approve_all(session, both)
        office.publish_approved(session, both)
    found = [office.record(one) for one in ("LS-0002", "LS-0003")]
    assert [one["organisation"] for one in found] == ["TC-002", "TC-003"]


def test_a_question_waits_for_an_answer(office: Office) -> None:
    with office.work() as session:
        clerk = office.person(session, "clerk")
        noted = CENTRE | {"public_note": "Tài khoản 1234567890"}
        [change] = office.propose(session, Proposal("centre", noted, "TT-01", "changed"))
        with pytest.raises(RulesBroken, match="giấy tờ") as asked:
            submit(session, [change], clerk)
        [(_, question)] = asked.value.broken
        change.state = "draft"
        submit(session, [change], clerk, answered={(change.id, question.field)})
        approve(change, office.person(session, "approver"), fingerprint(change))
        assert office.publish_approved(session, [change]) == 2


def test_the_posting_of_a_notice_runs_from_its_first_publication(office: Office) -> None:
    with clock.pretend(MONDAY):
        with pytest.raises(RulesBroken, match="23/11/2026"):
            office.publish(Proposal("notice", NOTICE | {"posted_until": "2026-11-20"}))
        office.publish(Proposal("notice", NOTICE))
    with clock.pretend(datetime(2026, 12, 20, 9, 0)):
        result = NOTICE | {"body": "Chi nhánh đã hoạt động."}
        assert office.publish(Proposal("notice", result, "TB-0001", "changed")) == 3


def test_a_notice_approved_too_long_ago_is_not_published(office: Office) -> None:
    with clock.pretend(MONDAY), office.work() as session:
        office.approve_all(session, office.propose(session, Proposal("notice", NOTICE)))
    with clock.pretend(datetime(2026, 11, 17, 9, 0)), office.work() as session:
        late = session.scalars(select(Change).where(Change.kind == "notice")).all()
        with pytest.raises(RulesBroken, match="ngày làm việc"):
            office.publish_approved(session, late)
        session.rollback()
