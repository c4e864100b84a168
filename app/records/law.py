"""The tables of the law as data: procedures, who may receive aid, notices."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Json
from app.records.blocks import Attached, Day, Listed
from app.records.listing import Listing, joined, own_id


class Procedure(Listing):
    """Thủ tục hành chính."""

    __tablename__ = "procedure"

    id: Mapped[str] = own_id()
    national_code: Mapped[str | None] = mapped_column(Text)
    agency: Mapped[str] = mapped_column(Text)
    received_by: Mapped[str] = mapped_column(Text)
    applicants: Mapped[str] = mapped_column(Text)
    steps: Mapped[str] = mapped_column(Text)
    methods: Mapped[str] = mapped_column(Text)
    dossier: Mapped[Listed] = mapped_column(Json)
    copies: Mapped[str | None] = mapped_column(Text)
    forms: Mapped[Attached | None] = mapped_column(Json)
    time_limit: Mapped[str] = mapped_column(Text)
    fee: Mapped[str] = mapped_column(Text)
    result: Mapped[str] = mapped_column(Text)
    conditions: Mapped[str | None] = mapped_column(Text)
    legal_basis: Mapped[Listed] = mapped_column(Json)
    portal_url: Mapped[str | None] = mapped_column(Text)
    checked_on: Mapped[str] = mapped_column(Day)

    __mapper_args__ = joined("procedure", id)


class Eligibility(Listing):
    """One version of one group of người được trợ giúp pháp lý."""

    __tablename__ = "eligibility"

    id: Mapped[str] = own_id()
    clause: Mapped[str] = mapped_column(Text)
    law: Mapped[str] = mapped_column(Text)
    needs_hardship: Mapped[bool]
    plain_words: Mapped[str] = mapped_column(Text)
    proof_papers: Mapped[list[Listed]] = mapped_column(Json)
    sensitive: Mapped[bool | None]

    __mapper_args__ = joined("eligibility", id)


class Notice(Listing):
    """Thông báo; a selection says all that TT 08/2017 Đ5 and Đ11 ask."""

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint(
            "notice_type NOT IN ('select_lawyers', 'select_organisations') OR filing_to IS NOT NULL",
            name="selection",
        ),
    )

    id: Mapped[str] = own_id()
    notice_type: Mapped[str] = mapped_column(String(24))
    posted_until: Mapped[str] = mapped_column(Day)
    filing_to: Mapped[str | None] = mapped_column(Day)
    quantity: Mapped[str | None] = mapped_column(Text)
    conditions: Mapped[str | None] = mapped_column(Text)
    scoring: Mapped[str | None] = mapped_column(Text)
    dossier: Mapped[str | None] = mapped_column(Text)
    draft_contract: Mapped[Attached | None] = mapped_column(Json)
    submit_to: Mapped[str | None] = mapped_column(Text)
    body: Mapped[str | None] = mapped_column(Text)
    result: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = joined("notice", id)
