"""The rules of publication, on both sides of each."""

from __future__ import annotations

from datetime import date

import pytest

from app import kinds
from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind
from app.publishing import rules
from app.publishing.rules.advice import advice_only
from app.publishing.rules.capacities import assigned_by_whom, contact_leads_home
from app.publishing.rules.communes import communes_are_difficult
from app.publishing.rules.completeness import missing_fields
from app.publishing.rules.dates import dates_in_order
from app.publishing.rules.experience import two_years_of_experience
from app.publishing.rules.notices import filing_window, posted_long_enough
from app.publishing.rules.references import check_references, references
from app.publishing.rules.suspension import only_organisations_are_suspended
from app.publishing.rules.terms import contract_terms, renewed_in_writing

ORGANISATION, LAWYER = kinds.find("organisation"), kinds.find("lawyer")
CONSULTANT, COLLABORATOR, NOTICE = (kinds.find(key) for key in ("consultant", "collaborator", "notice"))


def fields(broken: list[RuleBroken]) -> list[str]:
    return [rule.field for rule in broken]


@pytest.mark.parametrize(
    ("document", "broken"),
    [
        ({"contract_signed_on": "2024-11-14", "contract_to": "2027-11-14"}, []),
        ({"contract_signed_on": "2024-11-14", "contract_to": "2027-11-15"}, ["contract_to"]),
        ({"contract_signed_on": "2024-02-29", "contract_to": "2027-02-28"}, []),
        ({"contract_signed_on": "2024-02-29", "contract_to": "2027-03-01"}, ["contract_to"]),
        ({"contract_to": "2027-11-14", "renewed_to": "2030-11-14"}, []),
        ({"contract_to": "2027-11-14", "renewed_to": "2030-11-15"}, ["renewed_to"]),
        ({}, []),
    ],
)
def test_contract_and_renewal_run_three_years_at_most(document: Document, broken: list[str]) -> None:
    assert fields(contract_terms(LAWYER, document)) == broken


def test_the_article_stands_with_the_broken_rule() -> None:
    rule = contract_terms(LAWYER, {"contract_signed_on": "2024-01-01", "contract_to": "2030-01-01"})[0]
    assert "TT 08/2017/TT-BTP Đ15" in str(rule)
    assert "01/01/2027" in rule.message


@pytest.mark.parametrize(
    ("document", "needed"),
    [
        ({"participation": "contract"}, {"contract_number", "contract_signed_on", "contract_to"}),
        ({"participation": "registration"}, {"certificate_number", "certificate_date"}),
        ({"organisation_type": "legal_consultancy"}, {"parent_body"}),
        (
            {"status": "suspended"},
            {"suspended_on", "suspension_number", "suspension_date", "suspension_issuer"},
        ),
        (
            {"status": "ended"},
            {"ended_on", "end_basis_number", "end_basis_date", "end_basis_issuer", "end_ground"},
        ),
    ],
)
def test_some_fields_are_needed_only_where_the_dictionary_says(document: Document, needed: set[str]) -> None:
    always = set(fields(missing_fields(ORGANISATION, {})))
    assert set(fields(missing_fields(ORGANISATION, document))) - always == needed


def test_a_lawyer_in_two_capacities_needs_what_either_needs() -> None:
    both = set(fields(missing_fields(LAWYER, {"engagements": ["contract", "assigned"]})))
    assert {"contract_number", "contract_to", "organisation", "assignment_document"} <= both


@pytest.mark.parametrize(
    ("document", "broken"),
    [
        ({"effective_from": "2025-01-01", "ended_on": "2025-01-01"}, []),
        ({"effective_from": "2025-01-02", "ended_on": "2025-01-01"}, ["ended_on"]),
        ({"contract_signed_on": "2025-01-02", "contract_to": "2025-01-01"}, ["contract_to"]),
    ],
)
def test_days_follow_one_another(document: Document, broken: list[str]) -> None:
    assert fields(dates_in_order(ORGANISATION, document)) == broken


def test_a_renewal_should_name_its_document() -> None:
    renewed = {"contract_to": "2027-11-14", "renewed_to": "2030-11-14"}
    assert [rule.warning for rule in renewed_in_writing(LAWYER, renewed)] == [True, True]
    assert renewed_in_writing(LAWYER, renewed | {"renewal_number": "1", "renewal_date": "2027-11-01"}) == []
    assert renewed_in_writing(LAWYER, {"contract_to": "2027-11-14"}) == []


@pytest.mark.parametrize("kind", [CONSULTANT, COLLABORATOR])
def test_consultants_and_collaborators_only_advise(kind: Kind) -> None:
    [rule] = advice_only(kind, {"forms_of_aid": ["litigation", "advice"]})
    assert ("Đ31 k1" in rule.article, "tham gia tố tụng" in rule.message) == (True, True)
    assert advice_only(kind, {"forms_of_aid": ["advice"]}) == []
    assert not advice_only.concerns(LAWYER)


@pytest.mark.parametrize(
    ("since", "begins", "enough"),
    [
        ("2023-03", "2025-03-01", True),
        ("2023-03", "2025-02-28", False),
        ("2023", "2025-01-01", True),
        ("2024", "2025-12-31", False),
    ],
)
def test_a_consultant_has_two_years_of_experience(since: str, begins: str, enough: bool) -> None:
    broken = two_years_of_experience(CONSULTANT, {"experience_since": since, "effective_from": begins})
    assert fields(broken) == ([] if enough else ["experience_since"])


@pytest.mark.parametrize(
    ("engagements", "broken"),
    [(["assigned"], []), (["contract", "assigned"], []), (["contract"], ["organisation"])],
)
def test_only_an_assigned_lawyer_names_an_organisation(engagements: list[str], broken: list[str]) -> None:
    assert fields(assigned_by_whom(LAWYER, {"engagements": engagements, "organisation": "TC-001"})) == broken


@pytest.mark.parametrize(
    ("document", "broken"),
    [
        ({"contact_via": "TT-01"}, []),
        ({"contact_via": "CN-02"}, []),
        ({"contact_via": "TC-001", "organisation": "TC-001"}, []),
        ({"contact_via": "TC-002", "organisation": "TC-001"}, ["contact_via"]),
        ({"contact_via": "TC-002"}, ["contact_via"]),
    ],
)
def test_a_lawyer_is_reached_through_the_centre_or_the_own_organisation(
    document: Document, broken: list[str]
) -> None:
    assert fields(contact_leads_home(LAWYER, document)) == broken


def test_only_organisations_are_suspended() -> None:
    assert fields(only_organisations_are_suspended(LAWYER, {"status": "suspended"})) == ["status"]
    assert only_organisations_are_suspended(ORGANISATION, {"status": "suspended"}) == []


MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("until", "broken"),
    [("2026-11-23", []), ("2026-11-22", ["posted_until"]), ("2026-11-16", ["posted_until"])],
)
def test_a_notice_is_posted_for_five_working_days(until: str, broken: list[str]) -> None:
    assert fields(posted_long_enough(NOTICE, {"posted_until": until}, MONDAY)) == broken


@pytest.mark.parametrize(
    ("closes", "broken"),
    [
        ("2026-12-05", ["filing_to"]),
        ("2026-12-06", []),
        ("2026-12-16", []),
        ("2026-12-17", ["filing_to"]),
    ],
)
def test_a_selection_takes_files_for_20_to_30_days(closes: str, broken: list[str]) -> None:
    selection = {"notice_type": "select_lawyers", "filing_to": closes}
    assert fields(filing_window(NOTICE, selection, MONDAY)) == broken
    assert filing_window(NOTICE, selection | {"notice_type": "branch_founded"}, MONDAY) == []


def test_without_a_day_of_posting_nothing_is_asked_of_it() -> None:
    short = {"posted_until": "2026-11-17"}
    assert "posted_until" not in fields(rules.check(NOTICE, short))
    assert "posted_until" in fields(rules.check(NOTICE, short, MONDAY))


def test_a_collaborator_does_not_work_where_nothing_is_difficult() -> None:
    def has_none(code: str) -> bool:
        return code == "05977"

    document = {"communes": ["06529", "05977"]}
    [rule] = communes_are_difficult(COLLABORATOR, document, has_none)
    assert "Đông Kinh" in rule.message
    assert communes_are_difficult(COLLABORATOR, {"communes": ["06529"]}, has_none) == []
    assert communes_are_difficult(COLLABORATOR, {"communes": ["*"]}, has_none) == []


@pytest.mark.parametrize("kind", [kinds.find("eligibility"), kinds.find("procedure")])
def test_a_version_of_the_law_ends_after_it_began_and_with_a_document(kind: Kind) -> None:
    backwards = {"effective_from": "2026-01-01", "effective_to": "2025-12-31"}
    assert fields(dates_in_order(kind, backwards)) == ["effective_to"]
    assert "end_basis_number" in fields(missing_fields(kind, {"status": "ended"}))
    assert "end_basis_number" not in fields(missing_fields(kind, {"status": "active"}))


def test_references_of_all_types_are_found_and_everyone_is_none() -> None:
    document = {"contact_via": "TC-001", "organisation": "TC-002", "practice": "x"}
    assert [(field.key, target) for field, target in references(LAWYER, document)] == [
        ("contact_via", "TC-001"),
        ("organisation", "TC-002"),
    ]
    assert list(references(ORGANISATION, {"beneficiaries": ["*"]})) == []


def test_a_reference_to_a_kind_that_the_field_does_not_allow_is_refused() -> None:
    def kind_of(_target: str) -> str:
        return "lawyer"

    assert fields(check_references(LAWYER, {"contact_via": "LS-0001"}, kind_of)) == ["contact_via"]


def test_a_reference_to_a_kind_that_the_field_allows_passes_and_one_to_nothing_does_not() -> None:
    known = {"TT-01": "centre", "TC-001": "organisation"}
    lawyer = {"contact_via": "TT-01", "organisation": "TC-001"}
    assert check_references(LAWYER, lawyer, known.get) == []
    assert fields(check_references(LAWYER, lawyer | {"organisation": "TC-009"}, known.get)) == [
        "organisation"
    ]


def test_every_notice_says_until_when_it_is_posted() -> None:
    assert "posted_until" in fields(missing_fields(NOTICE, {"notice_type": "branch_founded"}))
    assert "posted_until" not in fields(missing_fields(NOTICE, {"posted_until": "2026-11-23"}))


def test_every_kind_knows_its_ids() -> None:
    assert [kinds.find("branch").public_id(1), LAWYER.public_id(123456)] == ["CN-01", "LS-123456"]
    assert all(kinds.of_id(kind.public_id(1)) is kind for kind in kinds.KINDS)
    assert kinds.of_id("XX-1") is None
