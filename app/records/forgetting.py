"""Letting go of what was taken from the public: the accepted record and the changes stop saying it.

Knows values, not why they go. What a record cannot be without (a code, a reference) it keeps: those say what
the listing is and name nobody.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import JSON, Column, String, inspect, select
from sqlalchemy.orm import Session

from app import kinds
from app.canonical import Document, Value
from app.kinds.types import Code, Codes
from app.records.changes import DROPPED, PUBLISHED, Change
from app.records.listing import Listing

TAKEN = "redacted"
"""The one key of what stands for a taken value in a closed change: ``{"redacted": publication}``."""


def forget_in_record(session: Session, listing_id: str, taken: Document) -> None:
    """Empty each field of the record that says what was ``taken``; a needed one must then be given anew."""
    listing = session.get(Listing, listing_id)
    if listing is None:
        return
    columns = inspect(type(listing)).columns
    coded = {one.key for one in kinds.find(listing.kind).fields if isinstance(one.type, Code | Codes)}
    for key in _same(taken, {key: getattr(listing, key) for key in taken}):
        setattr(listing, key, _emptied(columns[key], getattr(listing, key), coded=key in coded))


def _emptied(column: Column[Any], value: Value, *, coded: bool) -> Value:
    """Return what the column may hold instead: an empty text, since a constraint may refuse NULL."""
    bound = bool(column.foreign_keys) or coded
    if isinstance(column.type, String) and not bound:
        return ""
    if column.nullable:
        return None
    return [] if isinstance(column.type, JSON) and not bound else value


def forget_in_changes(
    session: Session, listing_id: str, taken: Document, entries: Collection[int], publication: int
) -> None:
    """Take from the changes behind ``entries``, and from those never published, what was ``taken``.

    No hash over what they said or started from stays either: it has no salt, so whoever knows all else could
    guess the value by it.
    """
    for change in session.scalars(select(Change).where(Change.listing_id == listing_id)):
        change.base_record = change.fingerprint = None
        if change.answered:
            change.answered = {key: said for key, said in change.answered.items() if key not in taken}
        if change.entry is None or change.entry in entries:
            _blank(change, _same(taken, change.fields), publication)


def _blank(change: Change, keys: Collection[str], publication: int) -> None:
    """A closed change says in the place of ``keys`` which publication took them; an open one lacks them."""
    if keys:
        kept = {key: value for key, value in change.fields.items() if key not in keys}
        closed = change.state in (PUBLISHED, DROPPED)
        change.fields = kept | ({key: {TAKEN: publication} for key in keys} if closed else {})


def _same(taken: Document, said: Document) -> list[str]:
    return [key for key, value in taken.items() if said.get(key) == value]
