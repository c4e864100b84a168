from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from app import kinds
from app.catalogue.card import years_since
from app.catalogue.standing import standing
from app.catalogue.version import Content, Version

ORGANISATION: dict[str, Any] = {"status": "active", "effective_from": "2024-01-01"}
CONTRACT = {"participation": "contract", "contract_to": "2025-06-30"}


def version(listing_id: str, **document: Any) -> Version:
    kind = kinds.of_id(listing_id)
    assert kind is not None
    published = datetime.fromisoformat("2024-01-01T12:00:00+07:00")
    return Version(listing_id, kind, 1, "listed", date(2024, 1, 1), 1, published, Content(document))


def code(day: str, listing_id: str = "TC-001", **document: Any) -> str:
    return standing(version(listing_id, **{**ORGANISATION, **document}), date.fromisoformat(day)).code


def test_an_active_listing_can_be_chosen() -> None:
    assert standing(version("TC-001", **ORGANISATION), date(2025, 1, 1)).choosable


def test_an_ending_counts_from_its_day() -> None:
    ended = {"status": "ended", "ended_on": "2025-05-02"}
    assert code("2025-05-01", **ended) == "active"
    assert code("2025-05-02", **ended) == "ended"


def test_an_ending_without_a_readable_day_has_happened() -> None:
    assert code("2025-05-01", status="ended") == "ended"


def test_a_suspension_counts_from_its_day() -> None:
    suspended = {"status": "suspended", "suspended_on": "2025-05-02"}
    assert code("2025-05-01", **suspended) == "active"
    assert code("2025-05-02", **suspended) == "suspended"


def test_a_contract_lapses_the_day_after_its_last() -> None:
    assert code("2025-06-30", **CONTRACT) == "active"
    assert code("2025-07-01", **CONTRACT) == "lapsed"


def test_a_renewal_takes_the_place_of_the_contract_s_end() -> None:
    assert code("2025-07-01", **CONTRACT, renewed_to="2028-06-30") == "active"
    assert code("2028-07-01", **CONTRACT, renewed_to="2028-06-30") == "lapsed"


def test_the_contract_of_an_organisation_that_is_now_registered_says_nothing() -> None:
    assert code("2025-07-01", **{**CONTRACT, "participation": "registration"}) == "active"


@pytest.mark.parametrize(
    ("engagements", "expected"),
    [(["contract"], "lapsed"), (["contract", "assigned"], "active"), (["assigned"], "active")],
)
def test_a_lawyer_lapses_with_the_contract_only_if_nothing_else_holds(
    engagements: list[str], expected: str
) -> None:
    assert code("2025-07-01", "LS-0001", engagements=engagements, contract_to="2025-06-30") == expected


def through(organisation: Version, day: str, listing_id: str, **document: Any) -> str:
    person = version(listing_id, **ORGANISATION, **document)
    found = standing(person, date.fromisoformat(day), organisation)
    return found.code


def test_who_acts_only_for_an_organisation_cannot_be_chosen_when_that_cannot() -> None:
    firm = version("TC-001", **ORGANISATION, **CONTRACT, name="Công ty luật Mẫu")
    own = {"engagements": ["contract", "assigned"], "contract_to": "2025-12-31"}
    for listing_id, document, until in (
        ("LS-0001", {"engagements": ["assigned"]}, "2025-06-30"),
        ("TVV-0001", {}, "2025-06-30"),
        ("LS-0002", own, "2025-12-31"),
    ):
        day_after = (date.fromisoformat(until) + timedelta(days=1)).isoformat()
        assert through(firm, until, listing_id, **document) == "active"
        assert through(firm, day_after, listing_id, **document) == "lapsed"


@pytest.mark.parametrize(
    "fate",
    [
        {"status": "ended", "ended_on": "2025-07-01"},
        {"status": "suspended", "suspended_on": "2025-07-01"},
        {"effective_to": "2025-06-30"},
    ],
)
def test_whatever_keeps_the_organisation_from_being_chosen_keeps_its_people(fate: dict[str, str]) -> None:
    firm = version("TC-001", **{**ORGANISATION, **fate}, name="Công ty luật Mẫu")
    assert through(firm, "2025-06-30", "TVV-0001") == "active"
    assert through(firm, "2025-07-01", "TVV-0001") == "lapsed"


def test_the_sentence_names_the_organisation_and_why() -> None:
    firm = version("TC-001", **ORGANISATION, **CONTRACT, name="Công ty luật Mẫu")
    person = version("LS-0001", **ORGANISATION, engagements=["assigned"])
    assert standing(person, date(2025, 7, 1), firm).sentence == (
        "Tổ chức tham gia là Công ty luật Mẫu: hợp đồng hết hạn ngày 30/06/2025; gọi Trung tâm để hỏi."
    )


def test_past_its_own_last_day_a_listing_has_lapsed() -> None:
    assert code("2025-01-01", effective_to="2024-12-31") == "lapsed"
    assert code("2024-12-31", effective_to="2024-12-31") == "active"


def test_before_its_first_day_a_listing_is_still_to_come() -> None:
    assert code("2023-12-31") == "future"


def test_the_sentence_names_the_day_and_the_way_on() -> None:
    lapsed = standing(version("TC-001", **ORGANISATION, **CONTRACT), date(2025, 7, 1))
    assert lapsed.sentence == "Hợp đồng hết hạn ngày 30/06/2025; gọi Trung tâm để hỏi."


@pytest.mark.parametrize(
    ("since", "day", "years"),
    [
        ("2012-03", date(2026, 2, 28), 13),
        ("2012-03", date(2026, 3, 1), 14),
        ("2012", date(2026, 1, 1), 14),
        ("2030", date(2026, 1, 1), 0),
        (None, date(2026, 1, 1), None),
    ],
)
def test_experience_is_counted_in_full_years_on_the_day(
    since: str | None, day: date, years: int | None
) -> None:
    assert years_since(since, day) == years
