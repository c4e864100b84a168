"""The tables of what clerks propose: changes to one listing each, their sets, and who ever saved them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.db import Base, Json

DRAFT, SUBMITTED, RETURNED, APPROVED, PUBLISHED, DROPPED = STATES = (
    "draft",
    "submitted",
    "returned",
    "approved",
    "published",
    "dropped",
)


class ChangeSet(Base):
    """Changes proposed together: an import is one, and so is what a clerk gathers for one decision."""

    __tablename__ = "change_set"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[str] = mapped_column(String(25))

    changes: Mapped[list[Change]] = relationship(back_populates="change_set", order_by="Change.position")


class Change(Base):
    """What one clerk wants one listing to say.

    ``fields`` is the whole document as typed, so that an incomplete draft costs nothing. ``base_entry`` is
    the ledger entry it started from: None for a new listing, whose ``listing_id`` is then the id asked for,
    if any. ``base_record`` is the fingerprint of the accepted record it started from, which the desk may
    change without the ledger. A reference to another new listing of the same set is ``@`` and that change's
    position. ``answered`` holds the keys of the fields about which a person was asked and said yes, each with
    the hash of what the field said then: other words are asked about anew.
    """

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint("approver_id IS NULL OR approver_id <> author_id", name="four_eyes"),
        CheckConstraint(
            "state NOT IN ('approved', 'published') OR approver_id IS NOT NULL", name="approved_by_someone"
        ),
        UniqueConstraint("change_set_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    change_set_id: Mapped[int] = mapped_column(ForeignKey("change_set.id"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(24))
    listing_id: Mapped[str | None] = mapped_column(String(16), index=True)
    base_entry: Mapped[int | None]
    base_record: Mapped[str | None] = mapped_column(String(64))
    act: Mapped[str] = mapped_column(String(16))
    target: Mapped[int | None]
    holds_from: Mapped[str | None] = mapped_column(String(10))
    fields: Mapped[dict[str, Any]] = mapped_column(Json)
    answered: Mapped[dict[str, str] | None] = mapped_column(Json)
    reason: Mapped[str | None] = mapped_column(Text)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16), default=DRAFT, index=True)
    entry: Mapped[int | None]

    change_set: Mapped[ChangeSet] = relationship(back_populates="changes")
    author: Mapped[Account] = relationship(foreign_keys=[author_id])
    approver: Mapped[Account | None] = relationship(foreign_keys=[approver_id])
    saves: Mapped[list[ChangeSave]] = relationship(back_populates="change")


class ChangeSave(Base):
    """Who saved a change, each time: nobody named here may approve it."""

    __tablename__ = "change_save"

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    saved_at: Mapped[str] = mapped_column(String(25))

    change: Mapped[Change] = relationship(back_populates="saves")
    account: Mapped[Account] = relationship()
