"""Every kind is accepted and read back whole, and the database itself refuses what the law does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.canonical import tidy
from app.records import accepted
from app.records.candidates import Candidate
from app.records.difficulty import AreaDifficulty
from app.records.events import Event
from tests.rooms.every_kind import IDS, document
from tests.rooms.staff import Office, office_in

SUSPENDED = {"status": "suspended", "suspended_on": "2026-04-01"}


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        with office.work() as session:
            for kind, listing_id in IDS.items():
                accepted.accept(session, listing_id, kind, document(kind))
        yield office


def test_what_is_accepted_is_read_back(office: Office) -> None:
    with office.work() as session:
        found = {kind: (listing_id, read) for listing_id, kind, read in accepted.every(session)}
    assert found == {kind: (listing_id, tidy(document(kind))) for kind, listing_id in IDS.items()}


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        *((kind, SUSPENDED) for kind in IDS if kind != "organisation"),
        ("organisation", {"status": "suspended"}),
        ("organisation", {"status": "ended"}),
        ("organisation", {"participation": "friendship"}),
        ("organisation", {"participation": "registration"}),
        ("organisation", {"organisation_type": "company"}),
        ("consultant", {"forms_of_aid": ["litigation", "advice"]}),
        ("collaborator", {"forms_of_aid": ["representation"]}),
        ("collaborator", {"contract_number": None}),
        ("lawyer", {"gender": "unknown"}),
        ("lawyer", {"contact_via": "TT-09"}),
        ("branch", {"centre": None}),
        ("eligibility", {"needs_hardship": None}),
        ("notice", {"notice_type": "select_lawyers"}),
    ],
)
def test_what_the_law_does_not_allow_has_no_row(office: Office, kind: str, wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), office.work() as session:
        accepted.accept(session, IDS[kind], kind, document(kind, **wrong))


def test_an_organisation_may_be_suspended(office: Office) -> None:
    with office.work() as session:
        accepted.accept(session, "TC-001", "organisation", document("organisation", **SUSPENDED))


def event(session: Session, **subject: object) -> None:
    session.add(Event(what="certificate_issued", happened_on="2026-04-01", **subject))
    session.flush()


def test_an_event_is_of_one_listing_or_one_candidate(office: Office) -> None:
    with office.work() as session:
        candidate = Candidate(kind="organisation", name="Văn phòng Ví Dụ", checklist={"premises": True})
        session.add(candidate)
        session.flush()
        event(session, listing_id="TC-001")
        event(session, candidate_id=candidate.id)
    for wrong in ({}, {"listing_id": "TC-001", "candidate_id": 1}):
        with pytest.raises(IntegrityError), office.work() as session:
            event(session, **wrong)


def test_an_area_is_difficult_at_a_known_level_in_a_time_that_runs_forward(office: Office) -> None:
    told = {
        "commune": "06529",
        "decision_date": "2026-01-29",
        "effective_from": "2026-01-29",
        "source": "thử",
    }
    with office.work() as session:
        session.add(AreaDifficulty(level="special", hamlet="Thôn Thử", **told))
    for wrong in ({"level": "rather"}, {"level": "none", "effective_to": "2025-12-31"}):
        with pytest.raises(IntegrityError), office.work() as session:
            session.add(AreaDifficulty(**told, **wrong))  # refused when the work is done
