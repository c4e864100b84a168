"""The ledger as one file: the chain up to a publication and the snapshots somebody chose, to be verified.

Knows the shape of that file. Which snapshots count, and which fields are not for bulk, the caller says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.canonical import encode
from app.ledger.commitment import without
from app.ledger.models import Entry, Key, Publication
from app.ledger.read import bodies

FileContent = dict[str, list[dict[str, Any]]]


def export(
    session: Session, number: int, chosen_entries: Collection[int], hide: Callable[[str], Collection[str]]
) -> FileContent:
    """Return the content of the file at publication ``number``, as docs/ledger.md describes it.

    ``chosen_entries`` are the numbers of the entries whose snapshots go in; ``hide`` gives, for a listing id,
    the keys that stand as their commitment only. What is absent from a row is left out of it.
    """
    known = select(Entry.__table__).where(Entry.publication <= number).order_by(Entry.number)
    entries = _rows(session, known)
    listing_of = {entry["number"]: entry["listing_id"] for entry in entries}
    return {
        "publications": _rows(
            session,
            select(Publication.__table__).where(Publication.number <= number).order_by(Publication.number),
        ),
        "entries": entries,
        "snapshots": [
            {"entry": entry, "body": encode(without(body, hide(listing_of[entry])))}
            for entry, body in bodies(session, chosen_entries).items()
        ],
        "keys": _rows(
            session,
            select(Key.__table__).where(Key.from_publication <= number).order_by(Key.from_publication),
        ),
    }


def as_text(content: FileContent) -> str:
    """Return ``content`` as the text of a file: one content, one text."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _rows(session: Session, query: Any) -> list[dict[str, Any]]:
    rows = session.execute(query).mappings()
    return [{column: value for column, value in row.items() if value is not None} for row in rows]
