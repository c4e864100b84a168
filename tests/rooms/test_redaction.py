"""A redaction by two people takes a value from ledger, record and changes, and nothing brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.canonical import Document, encode
from app.faults import NotAllowed, NotFound, NothingChanged, RulesBroken
from app.kinds import redaction
from app.ledger import read
from app.ledger.commitment import redacted_keys, reveal
from app.ledger.source import DatabaseSource
from app.ledger.verify import verify
from app.publishing.propose import Proposal, submit
from app.publishing.publish import Instrument
from app.publishing.redact import People, Redaction, Wanted, redact
from app.publishing.undo import undo
from app.records import attachments
from app.records.changes import Change
from tests.rooms.staff import FIRST, Office, office_in

CENTRE, ORGANISATION, LAWYER = 1, 2, 3
HOTLINE = "02053999888"
NOTICE = Instrument("notice", decision_number="7-MẪU/TB", decision_date=date(2025, 6, 1))


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        made.publish(*FIRST)
        yield made


def changed(office: Office, day: date = date(2025, 3, 1), **fields: str) -> int:
    return office.publish(Proposal("centre", office.record("TT-01") | fields, "TT-01", "changed"), day=day)


def redacted(
    office: Office,
    entry: int,
    *keys: str,
    people: tuple[str, str] = ("clerk", "approver"),
    ground: str = "wrong_private_data",
    everywhere: bool = True,
) -> Redaction:
    with office.work() as session:
        both = People(*(office.person(session, one) for one in people))
        wanted = Wanted(entry, keys, ground, everywhere)
        return redact(session, office.signer, both, wanted, NOTICE, register="20")


def said(office: Office, entry: int) -> tuple[Document, set[str]]:
    with Session(office.engine) as session:
        body = read.bodies(session, [entry])[entry]
    return reveal(body), redacted_keys(body)


def every_row_of_changes(office: Office) -> str:
    with Session(office.engine) as session:
        return encode(
            [[one.fields, one.fingerprint, one.answered] for one in session.scalars(select(Change))]
        )


def verdict(office: Office) -> str:
    with Session(office.engine) as session:
        return str(verify(DatabaseSource(session)))


def test_a_value_goes_from_every_version_that_said_it_and_the_chain_verifies(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    changed(office, address="Số 2")
    done = redacted(office, 5, "hotline")
    assert done.taken == {4: {"hotline"}, 5: {"hotline"}}
    for entry in (4, 5):
        document, gone = said(office, entry)
        assert gone == {"hotline"}
        assert "hotline" not in document
    assert said(office, 5)[0]["address"] == "Số 2", "all else stays"
    assert verdict(office).startswith("OK 4 ")


def test_one_version_alone_is_redacted_where_that_is_asked(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    changed(office, address="Số 2")
    done = redacted(office, 4, "hotline", everywhere=False)
    assert done.taken == {4: {"hotline"}}
    assert [(one.where, one.key) for one in done.remaining] == [("TT-01 bản 5", "hotline")]
    assert office.record("TT-01")["hotline"] == HOTLINE, "it is still public"


def test_the_publication_gives_its_ground_and_its_document_and_never_the_value(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    redacted(office, 4, "hotline", ground="court_order")
    with Session(office.engine) as session:
        head = read.head(session)
    assert head
    assert (head.instrument, head.decision_number, head.header["ground"]) == (
        "notice",
        "7-MẪU/TB",
        "court_order",
    )
    assert head.note == "Gỡ 1 trường khỏi 1 bản của TT-01."
    assert HOTLINE not in encode([head.note, dict(head.header)])


def test_the_record_and_the_changes_forget_it_too(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    redacted(office, 4, "hotline")
    assert "hotline" not in office.record("TT-01")
    assert HOTLINE not in every_row_of_changes(office)
    with Session(office.engine) as session:
        behind = session.scalars(select(Change).where(Change.entry == 4)).one()
    assert behind.fields["hotline"] == {"redacted": 3}, "which publication took it"
    assert behind.fingerprint is None, "without a salt it would let the number be guessed"


def test_who_wanted_and_who_approved_it_is_known_at_the_desk(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    redacted(office, 4, "hotline")
    with Session(office.engine) as session:
        change = session.scalars(select(Change).where(Change.entry == 5)).one()
        approver = change.approver
        assert approver
        assert (change.act, change.target, change.state) == ("redacted", 4, "published")
        assert (change.author.username, approver.username) == ("clerk", "approver")


def test_a_field_that_is_needed_must_be_given_anew_before_the_next_change(office: Office) -> None:
    redacted(office, ORGANISATION, "phone", "representative")
    assert not office.record("TC-001").keys() & {"phone", "representative"}
    with pytest.raises(RulesBroken, match="Điện thoại"):
        office.publish(Proposal("organisation", office.record("TC-001"), "TC-001", "changed"))
    anew = office.record("TC-001") | {"phone": "02053000009", "representative": "Người khác"}
    office.publish(Proposal("organisation", anew, "TC-001", "changed"), day=date(2025, 7, 1))
    assert office.published("TC-001")["phone"] == "02053000009"


def test_the_same_without_the_field_is_nothing_new(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    redacted(office, 4, "hotline")
    with pytest.raises(NothingChanged):
        changed(office)


def test_undoing_brings_nothing_back(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    changed(office, address="Số 2", hotline="02053000001")
    redacted(office, 4, "hotline")
    with office.work() as session:
        changes = undo(session, office.person(session, "clerk"), 3).changes
        office.approve_all(session, changes)
        office.publish_approved(session, changes, date(2025, 8, 1))
    assert office.published("TT-01")["address"] == "Số 1"
    assert HOTLINE not in encode([office.published("TT-01"), office.record("TT-01")])
    assert HOTLINE not in every_row_of_changes(office)


def test_what_a_clerk_was_about_to_publish_is_stale_and_lacks_it(office: Office) -> None:
    changed(office, hotline=HOTLINE)
    with office.work() as session:
        asked = Proposal("centre", office.record("TT-01") | {"address": "Số 9"}, "TT-01", "changed")
        (draft,) = office.propose(session, asked)
        submit(session, [draft], office.person(session, "clerk"))
        number = draft.id
    redacted(office, 4, "hotline")
    with Session(office.engine) as session:
        open_change = session.get_one(Change, number)
        assert "hotline" not in open_change.fields
        assert open_change.fields["address"] == "Số 9"
        assert open_change.base_entry == 4, "and not the redaction: it can no longer be published"


def test_one_person_alone_or_without_the_role_redacts_nothing(office: Office) -> None:
    for people, why in (
        (("clerk", "clerk"), "Vai trò|không được duyệt"),
        (("approver", "approver"), "không được duyệt"),
        (("approver", "clerk"), "Vai trò"),
    ):
        with pytest.raises(NotAllowed, match=why):
            redacted(office, ORGANISATION, "phone", people=people)
    assert office.published("TC-001")["phone"] == "02053000000"
    assert verdict(office).startswith("OK 1 ")


def test_only_what_a_version_says_in_public_is_redacted(office: Office) -> None:
    for entry, keys, why in (
        (ORGANISATION, ("fax",), "fax"),
        (ORGANISATION, ("hotline",), "hotline"),
        (LAWYER, ("personal_phone",), "personal_phone"),
        (ORGANISATION, (), "ít nhất một trường"),
        (ORGANISATION, ("status", "phone"), "Tình trạng"),
        (LAWYER, ("contact_via",), "cùng với cả bản"),
    ):
        with pytest.raises(NotAllowed, match=why):
            redacted(office, entry, *keys)


def test_only_an_entry_that_is_there_is_redacted_on_a_known_ground_and_once(office: Office) -> None:
    with pytest.raises(NotFound):
        redacted(office, 99, "phone")
    with pytest.raises(NotAllowed, match="court_order"):
        redacted(office, ORGANISATION, "phone", ground="because")
    redacted(office, ORGANISATION, "phone")
    with pytest.raises(NotAllowed, match="đã gỡ rồi"):
        redacted(office, ORGANISATION, "phone")
    with pytest.raises(NotAllowed, match="Mục 4"):
        redacted(office, 4, "phone")


def test_a_version_is_taken_whole_and_its_record_keeps_only_what_it_cannot_be_without(office: Office) -> None:
    done = redacted(office, LAWYER, *office.published("LS-0001"))
    assert done.taken.keys() == {LAWYER}
    assert said(office, LAWYER)[0] == {}
    kept = office.record("LS-0001")
    assert "Lành Mẫu" not in encode(kept)
    assert {"status", "gender", "contact_via"} <= kept.keys()
    assert verdict(office).startswith("OK 2 ")


def test_the_same_words_elsewhere_are_told_to_whoever_redacts(office: Office) -> None:
    found = redacted(office, LAWYER, "name").remaining
    assert [(one.where, one.key) for one in found] == [("TC-001 bản 2", "representative")]


def test_a_file_that_nothing_names_any_more_is_let_go(office: Office, tmp_path: Path) -> None:
    with office.work() as session:
        file = attachments.keep(session, tmp_path, "noi-quy.pdf", b"%PDF-1.7 mau")
    for listing_id, kind in (("TT-01", "centre"), ("TC-001", "organisation")):
        document = office.record(listing_id) | {"reception_rules": [file]}
        office.publish(Proposal(kind, document, listing_id, "changed"))
    assert redacted(office, 4, "reception_rules").files == (), "the other still names it"
    assert redacted(office, 5, "reception_rules").files == (file["sha256"],)
    with Session(office.engine) as session:
        assert not attachments.known(session, file["sha256"])


def test_every_ground_has_its_law() -> None:
    assert redaction.LAW.keys() == set(redaction.GROUNDS.order)
    assert "Điều" not in redaction.wording("unknown")
