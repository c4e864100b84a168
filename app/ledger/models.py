"""The four tables of the ledger, as the contract names them. Knows the shape of rows, not what they mean."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.ledger.acts import ACTS, DATELESS, TARGETED


def _among(acts: frozenset[str]) -> str:
    return f"({', '.join(repr(act) for act in sorted(acts))})"


class Key(Base):
    """A public key, written down with the first publication that it signed."""

    __tablename__ = "ledger_key"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    public_key: Mapped[str] = mapped_column(Text)
    from_publication: Mapped[int]


class Publication(Base):
    """One lần công bố: the signed header, and the salted body that holds its free text."""

    __tablename__ = "ledger_publication"
    __table_args__ = (
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("(previous_hash IS NULL) = (number = 1)", name="previous_hash"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    header: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    previous_hash: Mapped[str | None] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(Text)
    signature: Mapped[str] = mapped_column(Text)
    key_id: Mapped[str] = mapped_column(Text, ForeignKey(Key.id))
    published_at: Mapped[str] = mapped_column(Text)


class Entry(Base):
    """One line of a publication: what it did to one listing, and since when that holds."""

    __tablename__ = "ledger_entry"
    __table_args__ = (
        CheckConstraint("number > 0", name="number"),
        CheckConstraint(f"act IN {_among(ACTS)}", name="act"),
        CheckConstraint(f"(target IS NOT NULL) = (act IN {_among(TARGETED)})", name="target"),
        CheckConstraint(f"holds_from IS NOT NULL OR act IN {_among(DATELESS)}", name="holds_from"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    publication: Mapped[int] = mapped_column(ForeignKey(Publication.number), index=True)
    listing_id: Mapped[str] = mapped_column(Text, index=True)
    act: Mapped[str] = mapped_column(Text)
    holds_from: Mapped[str | None] = mapped_column(Text)
    target: Mapped[int | None] = mapped_column(ForeignKey("ledger_entry.number"))
    snapshot_hash: Mapped[str] = mapped_column(Text)


class Snapshot(Base):
    """The fields of one entry, salted. The only row that may ever change: after its redaction stands."""

    __tablename__ = "ledger_snapshot"

    entry_number: Mapped[int] = mapped_column(ForeignKey(Entry.number), primary_key=True, autoincrement=False)
    body: Mapped[str] = mapped_column(Text)
