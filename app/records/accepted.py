"""Reading and writing accepted records as documents: the same keys and canonical values as everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, selectin_polymorphic

from app import kinds
from app.canonical import Document, encode, sha256, tidy
from app.records.candidates import Candidate
from app.records.events import Event
from app.records.listing import Listing
from app.records.tables import TABLES

Record = tuple[str, str, Document]
"""(id, kind, document)."""


def document_of(listing: Listing) -> Document:
    """Return the whole record, staff fields too, as a document."""
    kind = kinds.find(listing.kind)
    document: Document = tidy({key: getattr(listing, key) for key in kind.by_key})
    return document


def document(session: Session, listing_id: str) -> Document | None:
    """Return the accepted record of ``listing_id``, or None."""
    listing = session.get(Listing, listing_id)
    return document_of(listing) if listing else None


def fingerprint(document: Document | None) -> str | None:
    """Return the hash by which a change remembers the accepted record it started from, None for none."""
    return sha256(encode(document)) if document else None


def every(session: Session) -> Iterator[Record]:
    """Yield all accepted records, by kind and id."""
    whole = selectin_polymorphic(Listing, list(TABLES.values()))
    rows = session.scalars(select(Listing).options(whole))
    for listing in sorted(
        rows, key=lambda row: (row.kind, row.id)
    ):  # each database sorts text in its own way
        yield listing.id, listing.kind, document_of(listing)


def accept(session: Session, listing_id: str, kind: str, document: Document) -> None:
    """Make ``document`` the accepted record of ``listing_id``, all columns: what is absent becomes empty."""
    listing = session.get(Listing, listing_id)
    if listing is None:
        listing = TABLES[kind](id=listing_id)
        session.add(listing)
    with session.no_autoflush:  # a record half written would break a constraint
        for key in kinds.find(kind).by_key:
            setattr(listing, key, document.get(key))


def withdraw(session: Session, listing_id: str) -> None:
    """Let go of the record of a listing that was listed by mistake; its id is never given again.

    What was recorded as having happened to it goes too; a candidate that it came from is one again.
    """
    listing = session.get(Listing, listing_id)
    if listing is not None:
        session.execute(delete(Event).where(Event.listing_id == listing_id))
        session.execute(update(Candidate).where(Candidate.listing_id == listing_id).values(listing_id=None))
        session.delete(listing)


def kind_of(session: Session, listing_id: str) -> str | None:
    """Return the kind of an accepted record, or None where there is none."""
    return session.scalar(select(Listing.kind).where(Listing.id == listing_id))
