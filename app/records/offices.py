"""The tables of offices: the centre, its branches, participating organisations."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Json
from app.records.blocks import ContractBlock, Day, Listed, OfficeBlock
from app.records.listing import Listing, joined, own_id, ref


class Centre(OfficeBlock, Listing):
    """Trung tâm trợ giúp pháp lý nhà nước."""

    __tablename__ = "centre"

    id: Mapped[str] = own_id()
    opening_hours: Mapped[dict[str, Any]] = mapped_column(Json)
    director: Mapped[str | None] = ref()
    director_title: Mapped[str | None] = mapped_column(String(16))

    __mapper_args__ = joined("centre", id)


class Branch(OfficeBlock, Listing):
    """Chi nhánh của Trung tâm."""

    __tablename__ = "branch"

    id: Mapped[str] = own_id()
    opening_hours: Mapped[dict[str, Any]] = mapped_column(Json)
    ordinal: Mapped[int | None]
    centre: Mapped[str] = ref(needed=True)
    head: Mapped[str | None] = ref()
    operating_from: Mapped[str] = mapped_column(Day)
    scope: Mapped[str] = mapped_column(Text)

    __mapper_args__ = joined("branch", id)


class Organisation(OfficeBlock, ContractBlock, Listing):
    """Tổ chức tham gia trợ giúp pháp lý."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("participation <> 'contract' OR contract_to IS NOT NULL", name="contract"),
        CheckConstraint(
            "participation <> 'registration' OR certificate_number IS NOT NULL", name="certificate"
        ),
        CheckConstraint("participation IN ('contract', 'registration')", name="participation"),
        CheckConstraint(
            "organisation_type IN ('law_practice', 'legal_consultancy')", name="organisation_type"
        ),
    )

    id: Mapped[str] = own_id()
    organisation_type: Mapped[str] = mapped_column(String(24))
    parent_body: Mapped[str | None] = mapped_column(Text)
    participation: Mapped[str] = mapped_column(String(16))
    representative: Mapped[str] = mapped_column(Text)
    licence_number: Mapped[str] = mapped_column(Text)
    licence_date: Mapped[str] = mapped_column(Day)
    licence_issuer: Mapped[str] = mapped_column(Text)
    certificate_number: Mapped[str | None] = mapped_column(Text)
    certificate_date: Mapped[str | None] = mapped_column(Day)
    certificate_amended_on: Mapped[str | None] = mapped_column(Day)
    certificate_reissued_on: Mapped[str | None] = mapped_column(Day)
    scope: Mapped[str] = mapped_column(Text)
    beneficiaries: Mapped[Listed] = mapped_column(Json)
    intake: Mapped[str | None] = mapped_column(String(16))

    __mapper_args__ = joined("organisation", id)
