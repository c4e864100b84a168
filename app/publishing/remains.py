"""Where words that were taken away can still be read: in other fields, other listings, notes of publications.

A redaction takes a value from its own field and listing only; a person decides about the rest. Reads only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.canonical import Document, Value
from app.kinds import Kind
from app.kinds.contact import Email, PhoneNumber, WebAddress
from app.kinds.types import Text, Texts
from app.ledger import read
from app.ledger.commitment import reveal

SHORTEST = 6
"""Shorter words stand everywhere by chance."""

_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Remain:
    """A place that can still be read: a field of an entry, or the note of a publication."""

    where: str
    key: str


_WORDED = Text | Texts | PhoneNumber | Email | WebAddress


def worded(kind: Kind, taken: Document) -> set[str]:
    """Return the texts in ``taken`` that are somebody's own, long enough to be looked for."""
    said = (
        value
        for key, value in taken.items()
        if key in kind.by_key and isinstance(kind.by_key[key].type, _WORDED)
    )
    return {word for value in said for word in _texts(value) if len(word) >= SHORTEST}


def remains(session: Session, words: Collection[str]) -> Iterator[Remain]:
    """Yield the places in the ledger where one of ``words`` can still be read, whole or within another."""
    if words:
        yield from _in_snapshots(session, words)
        for publication in read.publications(session):
            if _says(publication.note, words):
                yield Remain(f"lần công bố {publication.number}", "note")


def _in_snapshots(session: Session, words: Collection[str]) -> Iterator[Remain]:
    entries = read.entries(session)
    for start in range(0, len(entries), _CHUNK):
        listing_of = {one.number: one.listing_id for one in entries[start : start + _CHUNK]}
        for number, body in read.bodies(session, listing_of).items():
            for key, value in reveal(body).items():
                if _says(value, words):
                    yield Remain(f"{listing_of[number]} bản {number}", key)


def _says(value: Value, words: Collection[str]) -> bool:
    return any(word in text for text in _texts(value) for word in words)


def _texts(value: Value) -> Iterator[str]:
    """Yield every text in ``value``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
