"""Candidates: reviewed against the conditions of the law, reviewed again, and become a listing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app import clock
from app.duties.candidates import Review, became, keep, unmet
from app.faults import NotAllowed, NotFound, RulesBroken
from app.records.candidates import CONDITIONS, Candidate
from tests.rooms.staff import FIRST, Office, office_in

REVIEW = Review(
    "organisation", " Văn phòng Mẫu ", {"premises": True, "no_penalty": False}, date(2026, 11, 20)
)


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made, clock.pretend(datetime(2026, 11, 23, 9, 0)):
        made.publish(*FIRST)
        yield made


def test_a_review_is_kept_and_says_what_is_not_met_or_not_looked_at(office: Office) -> None:
    with office.work() as session:
        kept = keep(session, REVIEW)
        assert (kept.name, kept.reviewed_on, kept.listing_id) == ("Văn phòng Mẫu", "2026-11-20", None)
        met = dict.fromkeys(CONDITIONS["organisation"].order, True)
        assert len(unmet(kept)) == len(met) - 1
        keep(session, replace(REVIEW, checklist=met, note=" đủ "), kept)
        assert (unmet(kept), kept.note) == ([], "đủ")
        assert session.query(Candidate).count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "centre"}, "kind"),
        ({"name": " "}, "name"),
        ({"checklist": {"rich": True}}, "checklist"),
        ({"reviewed_on": date(2026, 11, 24)}, "reviewed_on"),
    ],
)
def test_what_is_no_review_is_refused(office: Office, wrong: dict[str, object], field: str) -> None:
    with office.work() as session, pytest.raises(RulesBroken) as told:
        keep(session, replace(REVIEW, **wrong))
    assert [rule.field for _, rule in told.value.broken] == [field]


def test_a_candidate_becomes_a_listing_of_its_own_kind(office: Office) -> None:
    with office.work() as session:
        kept = keep(session, REVIEW)
        with pytest.raises(NotFound):
            became(session, kept, "TC-099")
        with pytest.raises(NotAllowed):
            became(session, kept, "LS-0001")
        with pytest.raises(NotAllowed):
            keep(session, replace(REVIEW, kind="lawyer", checklist={}), kept)
        became(session, kept, "TC-001")
    with office.work() as session:
        assert session.query(Candidate).one().listing_id == "TC-001"
