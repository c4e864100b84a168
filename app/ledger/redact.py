"""Carrying out a redaction that stands: the one change that a row of the ledger ever suffers.

What is taken from a snapshot is what the redaction's own snapshot names; a trigger asks for that redaction
first. Knows nothing of why, and commits nothing. Only `publishing` calls it.
"""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.canonical import encode
from app.ledger.acts import REDACTED
from app.ledger.commitment import REDACTED_KEYS, reveal, without
from app.ledger.models import Entry, Snapshot


def carry_out(session: Session, publication: int) -> None:
    """Leave only the commitment of each field that a redaction in ``publication`` takes from its target."""
    redactions = select(Entry).where(Entry.publication == publication, Entry.act == REDACTED)
    for redaction in session.scalars(redactions).all():
        own = json.loads(session.get_one(Snapshot, redaction.number).body)
        aimed_at = session.get_one(Snapshot, redaction.target)
        aimed_at.body = encode(without(json.loads(aimed_at.body), reveal(own)[REDACTED_KEYS]))
    session.flush()
