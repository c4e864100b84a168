"""From an approved change to its line in the ledger: public fields only, and the day it holds from."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app import clock, kinds
from app.canonical import Document
from app.ledger import read
from app.ledger.acts import CORRECTED, ENDED, LISTED, WITHDRAWN
from app.ledger.append import Line
from app.records.changes import Change


def line(session: Session, change: Change, document: Document, decided_on: date | None) -> Line:
    """Return the line of ``change``; a withdrawal says nothing but that it is one."""
    withdrawn = change.act == WITHDRAWN
    return Line(
        listing_id=str(change.listing_id),
        act=change.act,
        holds_from=None if withdrawn else _holds_from(session, change, document, decided_on),
        document={} if withdrawn else public(change.kind, document),
        target=change.target,
    )


def public(kind: str, document: Document) -> Document:
    """Return what the ledger may hold of ``document``."""
    return {
        field.key: document[field.key] for field in kinds.find(kind).public_fields if field.key in document
    }


def _holds_from(session: Session, change: Change, document: Document, decided_on: date | None) -> date:
    """Return since when the new version holds (contract, "What as of means")."""
    begins = date.fromisoformat(document["effective_from"])
    if change.act == LISTED:
        return begins
    return max(begins, _asked_day(session, change, document) or decided_on or clock.today())


def _asked_day(session: Session, change: Change, document: Document) -> date | None:
    """Return the day that the change itself asks for: said, the ending's own, or that of what it corrects."""
    if change.holds_from:
        return date.fromisoformat(change.holds_from)
    if change.act == ENDED:
        return date.fromisoformat(document["ended_on"])
    if change.act == CORRECTED:
        history = read.listing_entries(session, str(change.listing_id))
        return next((entry.holds_from for entry in history if entry.number == change.target), None)
    return None
