"""The sample register has everything that the register can do, so that none of it goes unseen or is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import attachments, kinds, places
from app.canonical import Document
from app.duties.due import open_duties, unreported
from app.duties.item import OVERDUE
from app.kinds.types import Text
from app.ledger import read
from app.ledger.acts import ACTS
from app.ledger.commitment import redacted_keys, reveal
from app.ledger.views import EntryView
from app.records import accepted
from app.records.events import Event
from app.vietnamese import fold
from tests.conftest import run
from tests.sample import LATEST

KIND_COUNTS = {
    "centre": 1,
    "branch": 5,
    "organisation": 25,
    "aid_officer": 24,
    "lawyer": 51,
    "consultant": 12,
    "collaborator": 6,
    "procedure": 12,
    "eligibility": 16,
    "notice": 4,
}
NOT_DIFFICULT = """
    05977 06187 05983 05986 06112 06184 06463 06475 06196 06637 06613 06616 06385 06427 06445 06457
"""
"""The sixteen communes that no specially difficult area lies in, by the decision of 29/01/2026."""


@pytest.fixture(scope="module")
def register(sample: Flask) -> Iterator[Session]:
    with Session(sample.extensions["instance"].engine) as session:
        yield session


@pytest.fixture(scope="module")
def documents(register: Session) -> dict[str, Document]:
    return {listing_id: document for listing_id, _, document in accepted.every(register)}


@pytest.fixture(scope="module")
def entries(register: Session) -> list[EntryView]:
    return list(read.entries(register))


def of_kind(documents: dict[str, Document], key: str) -> dict[str, Document]:
    prefix = kinds.find(key).prefix
    return {one: said for one, said in documents.items() if one.startswith(f"{prefix}-")}


def histories(entries: list[EntryView], *acts: str) -> list[str]:
    """Return the ids whose history holds ``acts`` in this order."""
    told: dict[str, list[str]] = {}
    for entry in entries:
        told.setdefault(entry.listing_id, []).append(entry.act)
    return [one for one, told_acts in told.items() if re.search(".*".join(acts), " ".join(told_acts))]


def test_every_kind_is_there(documents: dict[str, Document]) -> None:
    counted = Counter(kind.key for one in documents if (kind := kinds.of_id(one)))
    assert counted == KIND_COUNTS
    assert counted.total() == 156


def test_every_act_is_there(entries: list[EntryView]) -> None:
    assert {entry.act for entry in entries} == ACTS


def test_at_least_six_publications_tell_three_years(register: Session) -> None:
    days = sorted(one.day for one in read.publications(register))
    assert len(days) == LATEST >= 6
    assert days[0] <= date(2023, 11, 22)
    assert date(2026, 9, 22) <= days[-1] <= date(2026, 10, 20)


def test_it_verifies(sample: Flask) -> None:
    assert run(sample, "verify").startswith(f"OK {LATEST} ")


def test_one_organisation_is_succeeded_and_its_people_go_with_it(
    documents: dict[str, Document], entries: list[EntryView]
) -> None:
    (old,) = [one for one, said in of_kind(documents, "organisation").items() if said["status"] == "ended"]
    heir = documents[old]["successor"]
    moved = [one for one, said in documents.items() if said.get("organisation") == heir]
    ending = next(one.publication for one in entries if one.listing_id == old and one.act == "ended")
    together = {one.listing_id for one in entries if one.publication == ending}
    assert len(moved) == 2
    assert {old, heir, *moved} <= together
    assert documents[heir]["status"] == "active"


def test_contracts_have_run_out_and_others_were_renewed(documents: dict[str, Document]) -> None:
    def lapsed(key: str) -> list[str]:
        said = of_kind(documents, key).items()
        return [
            one
            for one, document in said
            if document["status"] == "active"
            and (document.get("renewed_to") or document.get("contract_to") or "9") < "2026-10-19"
        ]

    assert lapsed("organisation") == ["TC-005"]
    assert lapsed("lawyer") == ["LS-0028"]
    renewed = [one for one, said in documents.items() if "renewed_to" in said]
    assert renewed == ["LS-0002", "LS-0004", "LS-0006"]


def test_one_organisation_worked_again_after_a_suspension_and_one_is_suspended(
    register: Session, documents: dict[str, Document], entries: list[EntryView]
) -> None:
    said = read.bodies(register, [one.number for one in entries if one.listing_id == "TC-010"])
    assert [reveal(body)["status"] for body in said.values()] == ["active", "suspended", "active"]
    assert "suspended_on" not in documents["TC-010"]
    suspended = [one for one, document in documents.items() if document["status"] == "suspended"]
    assert suspended == ["TC-017"]


def test_somebody_came_back_somebody_was_listed_by_mistake_somebody_moved(
    register: Session, documents: dict[str, Document], entries: list[EntryView]
) -> None:
    assert histories(entries, "listed", "ended", "reinstated") == ["LS-0027"]
    assert histories(entries, "listed", "withdrawn") == ["LS-0037"]
    assert "LS-0037" not in documents
    moved = read.bodies(register, [one.number for one in entries if one.listing_id == "TC-011"])
    assert len({reveal(body)["commune"] for body in moved.values()}) == 2


def test_a_number_that_should_never_have_stood_there_is_gone_for_good(
    register: Session, documents: dict[str, Document], entries: list[EntryView]
) -> None:
    assert histories(entries, "listed", "redacted") == ["LS-0032"]
    listed = next(one.number for one in entries if one.listing_id == "LS-0032")
    body = read.bodies(register, [listed])[listed]
    assert redacted_keys(body) == {"public_note"}
    assert "0205 3000 899" not in str(body)
    assert not documents["LS-0032"].get("public_note")


def test_some_hold_only_from_a_day_after_their_publication(
    register: Session, entries: list[EntryView]
) -> None:
    days = {one.number: one.day for one in read.publications(register)}
    later = [one for one in entries if one.holds_from and one.holds_from > days[one.publication]]
    assert {one.listing_id for one in later} >= {"CN-05", "TC-025", "LS-0051"}


def test_some_names_differ_only_in_tone_and_no_two_are_the_same(documents: dict[str, Document]) -> None:
    names = [said["name"] for said in documents.values()]
    assert len(names) == len(set(names))
    alike = Counter(fold(name) for name in names)
    assert {name for name, count in alike.items() if count > 1} == {"vi mau an", "luong mau hoa"}
    assert alike["vi mau an"] == 3


def test_former_names_are_kept(documents: dict[str, Document]) -> None:
    assert [one for one, said in documents.items() if said.get("former_names")] == [
        "LS-0036",
        "TC-013",
        "TC-023",
    ]


def test_every_commune_is_served_and_most_have_no_office(documents: dict[str, Document]) -> None:
    everywhere = {one.code for one in places.communes("20")}
    assert len(everywhere) == 65
    assert documents["TT-01"]["service_communes"] == ["*"]
    served = [one["service_communes"] for one in of_kind(documents, "branch").values()]
    assert sum(map(len, served)) == len({code for codes in served for code in codes}) == 57
    seats = {said["commune"] for said in documents.values() if "commune" in said}
    assert "06529" in seats
    assert seats <= everywhere
    assert len(everywhere - seats) == 44


def test_collaborators_work_only_where_areas_may_be_specially_difficult(
    documents: dict[str, Document],
) -> None:
    theirs = {code for said in of_kind(documents, "collaborator").values() for code in said["communes"]}
    assert not theirs & {*NOT_DIFFICULT.split()}


def test_the_law_is_taken_in_as_it_stands(documents: dict[str, Document], entries: list[EntryView]) -> None:
    law = {*of_kind(documents, "procedure"), *of_kind(documents, "eligibility")}
    assert len({one.publication for one in entries if one.listing_id in law}) == 1
    assert [one for one in sorted(law) if documents[one]["status"] == "ended"] == ["DT-05", "DT-13", "DT-15"]
    assert documents["DT-05"]["successor"] == "DT-06"


def test_nothing_was_confirmed_or_compared_after_the_day_of_its_publication(
    register: Session, entries: list[EntryView]
) -> None:
    days = {one.number: one.day.isoformat() for one in read.publications(register)}
    said = read.bodies(register, [one.number for one in entries])
    for entry in entries:
        document = reveal(said[entry.number])
        for key in ("confirmed_on", "checked_on"):
            assert document.get(key, "") <= days[entry.publication], f"{entry.listing_id} {key}"


def test_everything_but_the_law_is_plainly_fictional(documents: dict[str, Document]) -> None:
    for listing_id, said in documents.items():
        kind = kinds.of_id(listing_id)
        assert kind
        if kind.key in ("procedure", "eligibility"):
            continue
        assert "mẫu" in said["name"].lower(), listing_id
        for field in kind.fields:
            value = said.get(field.key)
            if value and field.type.name == "phone":
                assert re.fullmatch(r"02053000\d{3}", value), (listing_id, value)
            elif value and field.type.name == "email":
                assert value.endswith("@example.vn"), (listing_id, value)
            elif value and isinstance(field.type, Text) and field.key.endswith("_number"):
                assert "MẪU" in value, (listing_id, value)


def test_a_selection_is_open_for_the_days_of_the_law_and_has_its_draft_contract(
    sample: Flask, documents: dict[str, Document]
) -> None:
    notices = of_kind(documents, "notice")
    (selection,) = [said for said in notices.values() if said["notice_type"] == "select_lawyers"]
    open_for = date.fromisoformat(selection["filing_to"]) - date.fromisoformat(selection["effective_from"])
    assert 20 <= open_for.days <= 30
    (draft,) = selection["draft_contract"]
    folder = attachments.folder(sample.extensions["instance"].settings.instance_dir)
    assert attachments.path(folder, draft["sha256"]).is_file()


def test_the_clock_runs_forward(register: Session) -> None:
    published = [one.published_at for one in reversed(read.publications(register))]
    assert all(earlier < later for earlier, later in pairwise(published))


def test_the_desk_has_events_answered_untold_and_overdue(register: Session) -> None:
    day = date(2026, 11, 23)
    due = open_duties(register, day, lambda _kind, _said: True)
    assert [(one.listing_id, one.code, one.state) for one in due] == [("TC-003", "publish", OVERDUE)]
    untold = unreported(register, day, lambda _kind, _said: True)
    assert {one.listing_id for one in untold} == {"LS-0006", "TC-003"}
    assert len(set(register.scalars(select(Event.what)))) >= 6
