"""The table of what people told. ``contact`` is emptied some time after the report is closed."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base

PURPOSES = (MISTAKE, MONEY, SATISFACTION) = ("mistake", "money", "satisfaction")


class Report(Base):
    """One report. ``point`` is a code of `app.reports.words`; ``subject``: it is about the writer's own data.

    ``due_on`` is the last day to answer such a person; ``outcome`` what the desk did about it.
    """

    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint(f"purpose IN {PURPOSES}", name="purpose"),
        CheckConstraint("(closed_at IS NULL) = (outcome IS NULL)", name="closed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(String(16))
    point: Mapped[str] = mapped_column(String(16))
    listing_id: Mapped[str | None] = mapped_column(String(24))
    words: Mapped[str] = mapped_column(Text)
    contact: Mapped[str | None] = mapped_column(Text)
    subject: Mapped[bool]
    received_at: Mapped[str] = mapped_column(String(25))
    due_on: Mapped[str | None] = mapped_column(String(10))
    closed_at: Mapped[str | None] = mapped_column(String(25))
    outcome: Mapped[str | None] = mapped_column(Text)
