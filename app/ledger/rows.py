"""Rows of the four tables just as they stand, in a database or in a file, for those who check or copy them.

Knows which column holds what type and how entries become lines and a hash; judges no content.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from app.canonical import encode, sha256
from app.ledger.models import Entry


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """A row of ledger_publication."""

    number: int
    header: str
    body: str
    previous_hash: str | None
    hash: str
    signature: str
    key_id: str
    published_at: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row of ledger_entry."""

    number: int
    publication: int
    listing_id: str
    act: str
    holds_from: str | None
    target: int | None
    snapshot_hash: str


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """A row of ledger_snapshot; its ``entry_number`` is ``entry`` here, as in files."""

    entry: int
    body: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A row of ledger_key."""

    id: str
    public_key: str
    from_publication: int


Row = TypeVar("Row", PublicationRow, EntryRow, SnapshotRow, KeyRow)

_TYPES: dict[Any, tuple[type, ...]] = {
    "int": (int,),
    "str": (str,),
    "int | None": (int, type(None)),
    "str | None": (str, type(None)),
}


def read_row(shape: type[Row], values: Mapping[str, Any]) -> Row:
    """Return ``values`` as a row of ``shape``; an absent value is None, further values are passed over.

    Raises ValueError, naming the column, if one holds another type: SQLite lets any column hold anything.
    """
    row: dict[str, Any] = {column.name: values.get(column.name) for column in fields(shape)}
    for column in fields(shape):
        if type(row[column.name]) not in _TYPES[column.type]:
            raise ValueError(f"{column.name} cannot be {row[column.name]!r}")
    return shape(**row)


def line(entry: Entry | EntryRow) -> dict[str, Any]:
    """Return the line by which ``entry`` goes into its publication's hash; what is None is left out."""
    values = {
        "number": entry.number,
        "listing": entry.listing_id,
        "act": entry.act,
        "holds_from": entry.holds_from,
        "target": entry.target,
        "snapshot_hash": entry.snapshot_hash,
    }
    return {key: value for key, value in values.items() if value is not None}


def entries_hash(lines: Iterable[dict[str, Any]]) -> str:
    """Return the hash over the lines of one publication, given in the order of their numbers."""
    return sha256(encode(list(lines)))
