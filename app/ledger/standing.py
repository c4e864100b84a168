"""What a new line must not repeat and may aim at, seen from what already stands in the ledger.

Reads only. Knows nothing of why somebody wants the line.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.canonical import tidy
from app.faults import NothingChanged
from app.ledger.acts import CHANGED, CORRECTED, REDACTED
from app.ledger.asof import versions
from app.ledger.commitment import Body, reveal
from app.ledger.draft import Line
from app.ledger.read import bodies, entries_of
from app.ledger.views import EntryView


def check(session: Session, lines: Sequence[Line]) -> None:
    """Hold each of ``lines`` against its listing as it stands.

    Raises NothingChanged for a change equal to the newest version, or a correction equal to its target in
    content and date; ValueError for a target that is no entry of the listing or, if corrected, no version.
    """
    looking_back = [line for line in lines if line.act in (CHANGED, CORRECTED, REDACTED)]
    histories = entries_of(session, {line.listing_id for line in looking_back})
    pairs = [(line, _counterpart(line, histories.get(line.listing_id, []))) for line in looking_back]
    published = bodies(session, {entry.number for _, entry in pairs if entry})
    for line, entry in pairs:
        if entry and _repeats(line, entry, published[entry.number]):
            raise NothingChanged(f"Nội dung của {line.listing_id} không khác bản đã công bố.")


def _counterpart(line: Line, entries: list[EntryView]) -> EntryView | None:
    """Return the entry that ``line`` would repeat or aims at."""
    counting = versions(entries, entries[-1].publication) if entries else []
    if line.act == CHANGED:
        return counting[-1] if counting else None
    aims = counting if line.act == CORRECTED else [entry for entry in entries if entry.act != REDACTED]
    for entry in aims:
        if entry.number == line.target:
            return entry
    raise ValueError(f"entry {line.target} of {line.listing_id} is not there to be {line.act}")


def _repeats(line: Line, entry: EntryView, body: Body) -> bool:
    moves = line.act == CORRECTED and line.holds_from != entry.holds_from
    return line.act != REDACTED and not moves and tidy(line.document) == reveal(body)
