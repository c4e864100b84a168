"""What "as of" means: which publication a day had, and which version of a listing counts. Pure functions.

As the contract words it. Order is the number, never the clock; nothing here knows today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.ledger.acts import CORRECTED, REDACTED, WITHDRAWN
from app.ledger.views import EntryView, PublicationView


def publication_on(publications: Iterable[PublicationView], day: date) -> int:
    """Return N(D): the number of the last publication on or before ``day``, 0 before the first."""
    return max((publication.number for publication in publications if publication.day <= day), default=0)


def is_withdrawn(entries: Iterable[EntryView], n: int) -> bool:
    """Return whether the listing of ``entries`` was withdrawn up to publication ``n``."""
    return any(entry.act == WITHDRAWN and entry.publication <= n for entry in entries)


def versions(entries: Sequence[EntryView], n: int) -> list[EntryView]:
    """Return the versions of one listing that count at publication ``n``, by (holds_from, number).

    A corrected entry is replaced by its correction, a redaction is no version, and of a withdrawn listing
    nothing counts.
    """
    if is_withdrawn(entries, n):
        return []
    known = [entry for entry in entries if entry.publication <= n]
    replaced = {entry.target for entry in known if entry.act == CORRECTED}
    return sorted(
        (entry for entry in known if entry.act != REDACTED and entry.number not in replaced), key=_order
    )


def version(entries: Sequence[EntryView], n: int, day: date) -> EntryView | None:
    """Return version(L, N, D): the newest version at ``n`` that holds on ``day``; None if there is none."""
    holding = [entry for entry in versions(entries, n) if _holds_from(entry) <= day]
    return holding[-1] if holding else None


def _order(entry: EntryView) -> tuple[date, int]:
    return _holds_from(entry), entry.number


def _holds_from(entry: EntryView) -> date:
    return entry.holds_from or date.min
