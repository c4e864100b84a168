"""Reading the ledger: the head, publications, entries, and the bodies of snapshots. Writes nothing.

Everything returned is free of the session. What counts at a publication is for `asof` to say, not for this.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Integer, Select, cast, func, select
from sqlalchemy.orm import Session

from app.ledger.commitment import Body
from app.ledger.models import Entry, Publication, Snapshot
from app.ledger.views import EntryView as EntryView
from app.ledger.views import PublicationView as PublicationView

T = TypeVar("T")

_CHUNK = 500  # SQLite bounds the number of parameters of one statement


def head(session: Session) -> PublicationView | None:
    """Return the newest publication, or None in an empty register."""
    newest = session.scalars(select(Publication).order_by(Publication.number.desc()).limit(1)).first()
    return _publication_view(newest) if newest else None


def publication(session: Session, number: int) -> PublicationView | None:
    """Return publication ``number``, or None."""
    found = session.get(Publication, number)
    return _publication_view(found) if found else None


def publications(session: Session) -> list[PublicationView]:
    """Return all publications, newest first."""
    rows = session.scalars(select(Publication).order_by(Publication.number.desc()))
    return [_publication_view(row) for row in rows]


def entries(session: Session, after: int = 0, up_to: int | None = None) -> list[EntryView]:
    """Return the entries of the publications ``after`` < number <= ``up_to``, in order; by default all."""
    query = select(Entry).where(Entry.publication > after)
    return _views(session, query if up_to is None else query.where(Entry.publication <= up_to))


def entry(session: Session, number: int) -> EntryView | None:
    """Return entry ``number``, or None."""
    found = session.get(Entry, number)
    return _entry_view(found) if found else None


def numbered(session: Session, numbers: range) -> list[EntryView]:
    """Return the entries of these consecutive numbers, in order."""
    query = select(Entry).where(Entry.number >= numbers.start, Entry.number < numbers.stop)
    return _views(session, query)


def last_entry(session: Session, up_to: int) -> int:
    """Return the number of the last entry of the publications up to ``up_to``; 0 if there is none."""
    return session.scalar(select(func.max(Entry.number)).where(Entry.publication <= up_to)) or 0


def listing_entries(session: Session, listing_id: str) -> list[EntryView]:
    """Return all entries of one listing, in order; empty if the id was never issued."""
    return _views(session, select(Entry).where(Entry.listing_id == listing_id))


def entries_of(session: Session, listing_ids: Collection[str]) -> dict[str, list[EntryView]]:
    """Return listing id -> its entries in order, for those of ``listing_ids`` that have any."""
    found: dict[str, list[EntryView]] = defaultdict(list)
    for chunk in _chunks(sorted(listing_ids)):
        for view in _views(session, select(Entry).where(Entry.listing_id.in_(chunk))):
            found[view.listing_id].append(view)
    return dict(found)


def bodies(session: Session, entry_numbers: Collection[int]) -> dict[int, Body]:
    """Return entry number -> the body of its snapshot, in order."""
    found: dict[int, Body] = {}
    for chunk in _chunks(sorted(entry_numbers)):
        query = select(Snapshot.entry_number, Snapshot.body).where(Snapshot.entry_number.in_(chunk))
        query = query.order_by(Snapshot.entry_number)
        found.update((number, json.loads(body)) for number, body in session.execute(query))
    return found


def last_serial(session: Session, prefix: str) -> int:
    """Return the greatest number issued among ids such as ``LS-0007`` for the prefix ``LS-``; 0 if none."""
    serial = cast(func.substr(Entry.listing_id, len(prefix) + 1), Integer)
    return session.scalar(select(func.max(serial)).where(Entry.listing_id.startswith(prefix))) or 0


def _chunks(items: list[T]) -> Iterator[list[T]]:
    return (items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK))


def _views(session: Session, query: Select[Entry]) -> list[EntryView]:
    return [_entry_view(entry) for entry in session.scalars(query.order_by(Entry.number))]


def _entry_view(entry: Entry) -> EntryView:
    return EntryView(
        number=entry.number,
        publication=entry.publication,
        listing_id=entry.listing_id,
        act=entry.act,
        holds_from=date.fromisoformat(entry.holds_from) if entry.holds_from else None,
        target=entry.target,
        snapshot_hash=entry.snapshot_hash,
    )


def _publication_view(row: Publication) -> PublicationView:
    match json.loads(row.body):
        case {"note": [_, note]}:
            pass
        case _:
            note = None
    return PublicationView(
        number=row.number,
        hash=row.hash,
        previous_hash=row.previous_hash,
        key_id=row.key_id,
        published_at=datetime.fromisoformat(row.published_at),
        note=note,
        header=json.loads(row.header),
        signature=row.signature,
    )
