"""The accepted state of every listing: what all kinds share, joined by one table per kind; no history.

History is the ledger's. A row is written only by publishing, in the transaction that appends to the ledger.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, Json
from app.records.blocks import Day, Listed


def own_id() -> Mapped[str]:
    """Join the table of a kind to `listing`."""
    return mapped_column(String(16), ForeignKey("listing.id"), primary_key=True)


def ref(*, needed: bool = False) -> Mapped[Any]:
    """Point to another listing; checked at the end, since one publication may list both."""
    key = ForeignKey("listing.id", deferrable=True, initially="DEFERRED")
    return mapped_column(String(16), key, nullable=not needed)


def joined(kind: str, own_id: Mapped[str]) -> dict[str, Any]:
    """Join a kind's table by its id alone: it may hold further references to `listing`."""
    return {"polymorphic_identity": kind, "inherit_condition": own_id == Listing.id}


class Listing(Base):
    """What every kind has: the public id, the kind, and the every-kind block."""

    __tablename__ = "listing"
    __table_args__: tuple[CheckConstraint, ...] = (
        CheckConstraint("status IN ('active', 'suspended', 'ended')", name="status"),
        CheckConstraint("status <> 'ended' OR ended_on IS NOT NULL", name="ended_on"),
        CheckConstraint("status <> 'suspended' OR suspended_on IS NOT NULL", name="suspended_on"),
        CheckConstraint("status <> 'suspended' OR kind = 'organisation'", name="suspended_kind"),
    )
    __mapper_args__ = {"polymorphic_on": "kind"}  # noqa: RUF012  SQLAlchemy wants it so

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    kind: Mapped[str] = mapped_column(String(24), index=True)
    name: Mapped[str] = mapped_column(Text, index=True)
    former_names: Mapped[Listed | None] = mapped_column(Json)
    status: Mapped[str] = mapped_column(String(16))
    effective_from: Mapped[str] = mapped_column(Day)
    effective_to: Mapped[str | None] = mapped_column(Day)
    basis_number: Mapped[str | None] = mapped_column(Text)
    basis_date: Mapped[str | None] = mapped_column(Day)
    basis_issuer: Mapped[str | None] = mapped_column(Text)
    ended_on: Mapped[str | None] = mapped_column(Day)
    end_basis_number: Mapped[str | None] = mapped_column(Text)
    end_basis_date: Mapped[str | None] = mapped_column(Day)
    end_basis_issuer: Mapped[str | None] = mapped_column(Text)
    suspended_on: Mapped[str | None] = mapped_column(Day)
    suspension_number: Mapped[str | None] = mapped_column(Text)
    suspension_date: Mapped[str | None] = mapped_column(Day)
    suspension_issuer: Mapped[str | None] = mapped_column(Text)
    end_ground: Mapped[str | None] = mapped_column(String(32))
    successor: Mapped[str | None] = ref()
    confirmed_on: Mapped[str] = mapped_column(Day)
    public_note: Mapped[str | None] = mapped_column(Text)
    internal_note: Mapped[str | None] = mapped_column(Text)
