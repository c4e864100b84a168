"""From proposal to publication on a real database: who may do what, what is refused, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app import clock
from app.canonical import encode
from app.faults import NotAllowed, NothingChanged, RulesBroken, Stale
from app.ledger import read
from app.publishing.propose import Proposal, propose, save, submit
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, differences, fingerprint, send_back
from app.records import accepted
from app.records.changes import Change
from tests.rooms.staff import CENTRE, ENDING, FIRST, LAWYER, ORGANISATION, Office, office_in


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        yield made


def test_ids_are_given_in_order_and_references_between_new_listings_become_ids(office: Office) -> None:
    assert office.publish(*FIRST) == 1
    assert office.published("LS-0001")["contact_via"] == "TC-001"
    with Session(office.engine) as session:
        assert [entry.listing_id for entry in read.entries(session)] == ["TT-01", "TC-001", "LS-0001"]


def test_an_id_is_never_given_twice(office: Office) -> None:
    office.publish(*FIRST)
    office.publish(Proposal("lawyer", LAWYER | {"contact_via": "TC-001", "organisation": "TC-001"}))
    with Session(office.engine) as session:
        assert [one.listing_id for one in read.entries(session, after=1)] == ["LS-0002"]


def test_an_id_asked_for_is_kept_and_the_next_one_goes_on_from_it(office: Office) -> None:
    office.publish(
        Proposal("organisation", ORGANISATION, listing_id="TC-041"),
        Proposal("organisation", ORGANISATION | {"name": "Khác"}),
    )
    with Session(office.engine) as session:
        assert [one.listing_id for one in read.entries(session)] == ["TC-041", "TC-042"]


def test_staff_fields_reach_the_records_and_never_the_ledger(office: Office) -> None:
    office.publish(*FIRST)
    assert "personal_phone" not in office.published("LS-0001")
    with Session(office.engine) as session:
        record = accepted.document(session, "LS-0001") or {}
        assert record["personal_phone"] == "0912345678"
        assert "0912345678" not in encode(list(read.bodies(session, [1, 2, 3]).values()))


def test_nobody_approves_their_own_change(office: Office) -> None:
    with office.work() as session:
        approver = office.person(session, "approver")
        [change] = propose(session, approver, "thử", [FIRST[0]]).changes
        submit(session, [change], approver)
        with pytest.raises(NotAllowed):
            approve(change, approver, fingerprint(change))
        session.rollback()


def test_who_ever_saved_a_change_may_not_approve_it(office: Office) -> None:
    with office.work() as session:
        change = office.propose(session, FIRST[0])[0]
        save(change, office.person(session, "approver"), CENTRE | {"address": "Số 2"})
        submit(session, [change], office.person(session, "clerk"))
        with pytest.raises(NotAllowed):
            approve(change, office.person(session, "approver"), fingerprint(change))
        session.rollback()


def test_the_database_itself_refuses_an_approver_who_is_the_author(office: Office) -> None:
    with office.work() as session:
        change = office.propose(session, FIRST[0])[0]
        with pytest.raises(IntegrityError, match="four_eyes"):
            session.execute(update(Change).values(approver_id=change.author_id))
        session.rollback()


def test_a_clerk_may_not_approve(office: Office) -> None:
    with office.work() as session:
        change = office.propose(session, FIRST[0])[0]
        submit(session, [change], office.person(session, "clerk"))
        other = office.person(session, "operator")
        other.role = "clerk"
        with pytest.raises(NotAllowed, match="Vai trò"):
            approve(change, other, fingerprint(change))
        session.rollback()


def test_approval_is_of_what_was_shown(office: Office) -> None:
    with office.work() as session:
        change = office.propose(session, FIRST[0])[0]
        shown = fingerprint(change)
        change.fields = CENTRE | {"phone": "02053000009"}
        submit(session, [change], office.person(session, "clerk"))
        with pytest.raises(Stale):
            approve(change, office.person(session, "approver"), shown)
        session.rollback()


def test_what_was_edited_after_approval_is_not_published(office: Office) -> None:
    with office.work() as session:
        changes = office.propose(session, FIRST[0])
        office.approve_all(session, changes)
        changes[0].fields = CENTRE | {"phone": "02053000009"}
        with pytest.raises(Stale):
            office.publish_approved(session, changes)
        session.rollback()


def test_a_change_to_a_listing_that_moved_on_is_stale(office: Office) -> None:
    office.publish(*FIRST)
    with office.work() as session:
        late = office.propose(session, Proposal("centre", CENTRE | {"address": "A"}, "TT-01", "changed"))
        office.approve_all(session, late)
    office.publish(Proposal("centre", CENTRE | {"address": "B"}, "TT-01", "changed"))
    with office.work() as session:
        change = session.scalars(select(Change).where(Change.state == "approved")).one()
        with pytest.raises(Stale, match="TT-01"):
            office.publish_approved(session, [change])
        session.rollback()


def test_only_what_was_approved_is_published(office: Office) -> None:
    with office.work() as session:
        changes = office.propose(session, *FIRST)
        with pytest.raises(NotAllowed):
            office.publish_approved(session, changes)
        session.rollback()


def test_a_returned_change_can_be_saved_and_submitted_again(office: Office) -> None:
    with office.work() as session:
        clerk, approver = office.person(session, "clerk"), office.person(session, "approver")
        change = office.propose(session, FIRST[0])[0]
        submit(session, [change], clerk)
        with pytest.raises(NotAllowed, match="lý do"):
            send_back(change, approver, " ")
        send_back(change, approver, "Thiếu số nhà")
        save(change, clerk, CENTRE | {"address": "Số 9"})
        submit(session, [change], clerk)
        assert (change.state, change.reason) == ("submitted", "Thiếu số nhà")


def test_an_incomplete_draft_is_kept_but_not_submitted(office: Office) -> None:
    with office.work() as session:
        change = office.propose(session, Proposal("centre", {"name": "Trung tâm Mẫu"}))[0]
        with pytest.raises(RulesBroken) as refused:
            submit(session, [change], office.person(session, "clerk"))
        assert {"address", "phone", "opening_hours"} <= {rule.field for _, rule in refused.value.broken}
        session.rollback()


def test_a_reference_must_lead_to_a_listing_of_an_allowed_kind(office: Office) -> None:
    office.publish(*FIRST)
    with office.work() as session:
        wrong = LAWYER | {"contact_via": "TC-001", "organisation": "TT-01"}
        changes = office.propose(session, Proposal("lawyer", wrong))
        with pytest.raises(RulesBroken, match="TT-01"):
            submit(session, changes, office.person(session, "clerk"))
        session.rollback()


def lose_power(office: Office) -> None:
    with office.work() as session:
        changes = office.propose(session, *FIRST)
        office.approve_all(session, changes)
        office.publish_approved(session, changes)
        raise RuntimeError("the power went")


def test_a_publication_is_all_or_nothing(office: Office) -> None:
    with pytest.raises(RuntimeError):
        lose_power(office)
    with Session(office.engine) as session:
        assert read.head(session) is None
        assert session.scalar(select(func.count()).select_from(Change)) == 0


def test_the_same_content_twice_is_refused(office: Office) -> None:
    office.publish(*FIRST)
    with pytest.raises(NothingChanged):
        office.publish(Proposal("centre", CENTRE, "TT-01", "changed"))


def test_a_change_holds_from_the_decision_unless_it_asks_for_a_day(office: Office) -> None:
    office.publish(*FIRST)
    office.publish(Proposal("centre", CENTRE | {"address": "A"}, "TT-01", "changed"), day=date(2025, 3, 1))
    asked = Proposal("centre", CENTRE | {"address": "B"}, "TT-01", "changed", holds_from="2025-06-01")
    office.publish(asked, day=date(2025, 4, 1))
    early = Proposal("centre", CENTRE | {"address": "C"}, "TT-01", "changed", holds_from="2024-01-01")
    office.publish(early, day=date(2025, 5, 1))
    with Session(office.engine) as session:
        days = [entry.holds_from for entry in read.listing_entries(session, "TT-01")]
    assert days == [date(2025, 1, 10), date(2025, 3, 1), date(2025, 6, 1), date(2025, 1, 10)]


def test_without_a_decision_a_change_holds_from_the_day_of_publication(office: Office) -> None:
    office.publish(*FIRST)
    with clock.pretend(datetime(2025, 7, 9, 23, 30)), office.work() as session:
        changes = office.propose(session, Proposal("centre", CENTRE | {"address": "A"}, "TT-01", "changed"))
        office.approve_all(session, changes)
        under = Instrument(instrument="contact_update")
        publish(session, office.signer, office.person(session, "approver"), changes, under, register="20")
        assert read.listing_entries(session, "TT-01")[-1].holds_from == date(2025, 7, 9)


def test_a_correction_takes_the_day_of_what_it_corrects(office: Office) -> None:
    office.publish(*FIRST)
    office.publish(
        Proposal("centre", CENTRE | {"address": "A"}, "TT-01", "corrected", target=1), day=date(2026, 1, 1)
    )
    with Session(office.engine) as session:
        assert read.listing_entries(session, "TT-01")[-1].holds_from == date(2025, 1, 10)


def test_an_ending_holds_from_its_own_day(office: Office) -> None:
    office.publish(*FIRST)
    lawyer = office.record("LS-0001") | ENDING
    office.publish(Proposal("lawyer", lawyer, "LS-0001", "ended"), day=date(2025, 5, 25))
    with Session(office.engine) as session:
        assert read.listing_entries(session, "LS-0001")[-1].holds_from == date(2025, 5, 20)
    assert "end_ground" not in office.published("LS-0001")


def test_only_the_first_publication_says_whether_this_is_a_sample(office: Office) -> None:
    office.publish(*FIRST)
    with office.work() as session:
        changes = office.propose(session, Proposal("centre", CENTRE | {"address": "A"}, "TT-01", "changed"))
        office.approve_all(session, changes)
        approver = office.person(session, "approver")
        publish(session, office.signer, approver, changes, Instrument(), register="20", sample=True)
        assert [one.sample for one in read.publications(session)] == [False, False]


def test_the_difference_is_told_field_by_field_in_the_order_of_the_kind() -> None:
    after = CENTRE | {"phone": "02053000009", "hotline": "02053000001", "address": "Số 2"}
    assert [(one.field.key, one.before, one.after) for one in differences("centre", CENTRE, after)] == [
        ("address", "Số 1", "Số 2"),
        ("phone", "02053000000", "02053000009"),
        ("hotline", None, "02053000001"),
    ]
