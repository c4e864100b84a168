"""The rules of publication, on both sides of each."""

from __future__ import annotations

import pytest

from app import kinds
from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind
from app.publishing.rules.completeness import missing_fields
from app.publishing.rules.dates import dates_in_order
from app.publishing.rules.privacy import no_personal_data
from app.publishing.rules.references import check_references, references
from app.publishing.rules.terms import contract_terms

ORGANISATION, LAWYER, CENTRE = kinds.find("organisation"), kinds.find("lawyer"), kinds.find("centre")


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


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Gọi 0912 345 678", "di động"),
        ("gọi 0912.345.678", "di động"),
        ("CCCD 020190001234", "giấy tờ"),
        ("chứng minh 082 123 456", "giấy tờ"),
        ("sinh năm 1980", "năm sinh"),
        ("bào chữa cho bị cáo Lành Mẫu An", "vụ việc"),
    ],
)
def test_free_public_text_with_personal_data_is_refused(text: str, sign: str) -> None:
    [rule] = no_personal_data(CENTRE, {"public_note": text})
    assert (rule.field, sign in rule.message) == ("public_note", True)


@pytest.mark.parametrize(
    "text",
    [
        "Gọi 0205 3812 345 hoặc 1800 1233",
        "Nghỉ từ 28/01/2026 đến 03/02/2026",
        "Quyết định 1355/QĐ-TTg",
        "Bảo vệ bị hại, nạn nhân bạo lực gia đình",
        "Học sinh, sinh viên",
    ],
)
def test_ordinary_public_text_passes(text: str) -> None:
    assert no_personal_data(CENTRE, {"public_note": text}) == []


def test_staff_fields_may_hold_what_public_ones_may_not() -> None:
    assert no_personal_data(LAWYER, {"internal_note": "0912345678", "personal_phone": "0912345678"}) == []


def test_document_numbers_are_not_taken_for_identity_numbers() -> None:
    assert no_personal_data(ORGANISATION, {"licence_number": "012345678"}) == []


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


def test_every_kind_knows_its_ids() -> None:
    def numbered(kind: Kind) -> list[str]:
        return [kind.public_id(1), kind.public_id(123456)]

    assert [numbered(kind) for kind in kinds.KINDS] == [
        ["TT-01", "TT-123456"],
        ["CN-01", "CN-123456"],
        ["TC-001", "TC-123456"],
        ["TGV-0001", "TGV-123456"],
        ["LS-0001", "LS-123456"],
        ["TVV-0001", "TVV-123456"],
        ["CTV-0001", "CTV-123456"],
        ["TTHC-01", "TTHC-123456"],
        ["DT-01", "DT-123456"],
        ["TB-0001", "TB-123456"],
    ]
    assert kinds.of_id("LS-0001") is LAWYER
    assert kinds.of_id("XX-1") is None
