"""Ids for new listings, and the references between them: ``@`` and a position becomes an id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app import kinds
from app.canonical import Document, Value
from app.ledger import read
from app.records.changes import Change

Handles = Mapping[tuple[int, str], str]
"""(change set, ``@`` and position) -> id, since several sets may be published together."""


def issue_ids(session: Session, changes: Sequence[Change]) -> Handles:
    """Give each new listing its id, in order and never one issued before; return what ``@…`` now means."""
    last: dict[str, int] = {}
    for change in changes:
        kind = kinds.find(change.kind)
        serial = last.get(kind.prefix) or read.last_serial(session, f"{kind.prefix}-")
        if change.listing_id is None:
            serial += 1
            change.listing_id = kind.public_id(serial)
        else:
            serial = max(serial, int(change.listing_id.rpartition("-")[2]))
        last[kind.prefix] = serial
    return handles(changes)


def handles(changes: Sequence[Change]) -> Handles:
    """Return what ``@…`` means in each change set; a listing without an id yet is its own handle."""
    return {(change.change_set_id, f"@{change.position}"): handle(change) for change in changes}


def handle(change: Change) -> str:
    """Return the id of the listing, or one that holds until it gets its own."""
    return change.listing_id or f"@{change.change_set_id}.{change.position}"


def resolved(change: Change, meaning: Handles) -> Document:
    """Return the document of ``change`` with ids where it refers to new listings."""
    fields: Document = dict(change.fields)
    for field in kinds.find(change.kind).fields:
        if field.refers and field.key in fields:
            fields[field.key] = _ids_for(fields[field.key], change.change_set_id, meaning)
    return fields


def _ids_for(value: Value, change_set: int, meaning: Handles) -> Value:
    if isinstance(value, list):
        return [meaning.get((change_set, one), one) for one in value]
    return meaning.get((change_set, value), value)
