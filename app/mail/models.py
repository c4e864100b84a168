"""The last digest of each person: when, and what it spoke of, so that none is sent twice or for nothing."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, Json


class Digest(Base):
    """One row for each account; ``said`` are the keys of `letter.keys`, which name nobody."""

    __tablename__ = "mail_digest"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    day: Mapped[str] = mapped_column(String(10))
    said: Mapped[list[str]] = mapped_column(Json)
