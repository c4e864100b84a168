"""How the fields of a form stand together, as a person thinks of an entry. Pure data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.kinds import Field, Kind, Seen
from app.web.language import N_


class Group(NamedTuple):
    """A heading and the fields under it; ``folded`` where most people need none of them."""

    key: str
    heading: str
    keys: frozenset[str]
    folded: bool = False


def _keys(text: str) -> frozenset[str]:
    return frozenset(text.split())


GROUPS = (
    Group(
        "ten",
        N_("Tên và loại"),
        _keys("""
            name former_names spellings gender organisation_type participation parent_body representative
            ordinal director director_title head notice_type means type clause law needs_hardship sensitive
            national_code agency
        """),
    ),
    Group(
        "noi-lam-viec",
        N_("Nơi làm việc, tổ chức"),
        _keys("""
            workplace centre bar practice engagements contact_via organisation assignment_document
            former_title office
        """),
    ),
    Group(
        "dia-chi",
        N_("Địa chỉ và địa bàn"),
        _keys("address commune old_address latitude longitude service_communes communes"),
    ),
    Group(
        "lien-lac",
        N_("Liên lạc và tiếp người dân"),
        _keys("phone hotline email website zalo opening_hours reception_rules languages premises_access"),
    ),
    Group(
        "giup-gi",
        N_("Giúp được việc gì"),
        _keys("""
            forms_of_aid fields_of_law specialities experience_since scope beneficiaries intake plain_words
            proof_papers stands_for kinds
        """),
    ),
    Group(
        "can-cu",
        N_("Văn bản làm căn cứ và thời hạn"),
        _keys("""
            basis_number basis_date basis_issuer licence_number licence_date licence_issuer certificate_number
            certificate_date certificate_amended_on certificate_reissued_on contract_number contract_signed_on
            contract_to renewal_number renewal_date renewed_to appointed_on appointed_by operating_from
            effective_from effective_to confirmed_on posted_until filing_to
        """),
    ),
    Group(
        "ket-thuc",
        N_("Tạm ngừng, chấm dứt, kế thừa"),
        _keys("""
            status suspended_on suspension_number suspension_date suspension_issuer ended_on end_basis_number
            end_basis_date end_basis_issuer end_ground successor
        """),
        folded=True,
    ),
)
CONTENT = Group("noi-dung", N_("Nội dung"), frozenset())
STAFF = Group("noi-bo", N_("Chỉ nội bộ, không công bố"), frozenset(), folded=True)


def grouped(kind: Kind) -> Iterator[tuple[Group, list[Field]]]:
    """Yield the groups of ``kind`` that have fields, in order; what belongs nowhere is content."""
    fields = [field for field in kind.fields if field.key != "id"]
    for group in (*GROUPS[:5], CONTENT, *GROUPS[5:], STAFF):
        own = [field for field in fields if _of(field) is group]
        if own:
            yield group, own


def _of(field: Field) -> Group:
    known = next((group for group in GROUPS if field.key in group.keys), CONTENT)
    return STAFF if field.seen is Seen.STAFF and known is not GROUPS[-1] else known
