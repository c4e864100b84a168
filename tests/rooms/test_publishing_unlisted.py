"""Search words and banners go the way of every listing: proposed, approved by another, published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app import clock
from app.faults import RulesBroken
from app.publishing.propose import Proposal
from tests.rooms.every_kind import document
from tests.rooms.staff import CENTRE, Office, office_in

OUTAGE = document(
    "banner",
    name="Trang tạm ngừng để bảo trì.",
    banner_type="outage",
    outage_on="2026-12-16",
    effective_from="2026-12-07",
    effective_to="2026-12-17",
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        yield made


def test_they_get_ids_and_records_and_stand_in_the_ledger(office: Office) -> None:
    alert = document("banner", banner_type="alert", office="@1")
    office.publish(
        Proposal("centre", CENTRE),
        Proposal("vocabulary", document("vocabulary") | {"internal_note": "theo lời dân"}),
        Proposal("banner", alert),
    )
    assert office.record("TN-0001")["spellings"] == ["tu vi du", "từ vd"]
    assert office.record("TN-0001")["internal_note"] == "theo lời dân"
    assert office.record("BN-0001")["office"] == office.published("BN-0001")["office"] == "TT-01"
    assert "internal_note" not in office.published("TN-0001")


def test_an_outage_is_published_in_time_or_not_at_all(office: Office) -> None:
    with clock.pretend(datetime(2026, 12, 8, 9)), pytest.raises(RulesBroken, match="7 ngày làm việc"):
        office.publish(Proposal("banner", OUTAGE))
    with clock.pretend(datetime(2026, 12, 7, 9)):
        office.publish(Proposal("banner", OUTAGE))
    assert office.record("BN-0001")["outage_on"] == "2026-12-16"


def test_an_alert_is_on_an_office(office: Office) -> None:
    with pytest.raises(RulesBroken, match="Nơi có tin"):
        office.publish(
            Proposal("vocabulary", document("vocabulary")),
            Proposal("banner", document("banner", banner_type="alert", office="@1")),
        )
