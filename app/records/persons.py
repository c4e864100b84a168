"""The tables of persons, in the order of Luật TGPL Đ17 k1. Consultants and collaborators only advise."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Json
from app.records.blocks import ContractBlock, Day, Listed, PersonBlock
from app.records.listing import Listing, joined, own_id, ref


def known_gender() -> CheckConstraint:
    """The public list must show it (TT 11/2014/TT-BTP Đ10 k2)."""
    return CheckConstraint("gender IN ('male', 'female')", name="gender")


def advice_only() -> CheckConstraint:
    """No litigation, no representation (Luật TGPL Đ24 k3, Đ31 k1, Đ33 k1)."""
    return CheckConstraint("""CAST(forms_of_aid AS TEXT) = '["advice"]'""", name="advice_only")


class AidOfficer(PersonBlock, Listing):
    """Trợ giúp viên pháp lý."""

    __tablename__ = "aid_officer"
    __table_args__ = (known_gender(),)

    id: Mapped[str] = own_id()
    workplace: Mapped[str] = ref(needed=True)
    appointed_on: Mapped[str] = mapped_column(Day)
    appointed_by: Mapped[str] = mapped_column(Text)
    rank: Mapped[str | None] = mapped_column(String(8))
    trained_on: Mapped[str | None] = mapped_column(Day)

    __mapper_args__ = joined("aid_officer", id)


class Lawyer(PersonBlock, ContractBlock, Listing):
    """Luật sư thực hiện trợ giúp pháp lý."""

    __tablename__ = "lawyer"
    __table_args__ = (known_gender(),)

    id: Mapped[str] = own_id()
    bar: Mapped[str] = mapped_column(Text)
    practice: Mapped[str | None] = mapped_column(Text)
    engagements: Mapped[Listed] = mapped_column(Json)
    contact_via: Mapped[str] = ref(needed=True)
    organisation: Mapped[str | None] = ref()
    assignment_document: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = joined("lawyer", id)


class Consultant(PersonBlock, Listing):
    """Tư vấn viên pháp luật of a participating organisation."""

    __tablename__ = "consultant"
    __table_args__ = (known_gender(), advice_only())

    id: Mapped[str] = own_id()
    organisation: Mapped[str] = ref(needed=True)

    __mapper_args__ = joined("consultant", id)


class Collaborator(PersonBlock, ContractBlock, Listing):
    """Cộng tác viên trợ giúp pháp lý, listed only once the contract stands."""

    __tablename__ = "collaborator"
    __table_args__ = (known_gender(), advice_only())

    id: Mapped[str] = own_id()
    centre: Mapped[str] = ref(needed=True)
    former_title: Mapped[str] = mapped_column(String(24))
    contract_number: Mapped[str] = mapped_column(Text)
    contract_signed_on: Mapped[str] = mapped_column(Day)
    contract_to: Mapped[str] = mapped_column(Day)
    communes: Mapped[Listed] = mapped_column(Json)

    __mapper_args__ = joined("collaborator", id)
