"""Keeping the index abreast of the ledger: when to add, when to build anew. Knows no query."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from app.ledger import read
from app.ledger.acts import REDACTED
from app.ledger.commitment import Body
from app.ledger.read import EntryView
from app.search import folder, index
from app.search.index import IndexPostings

BATCH = 1000
"""Snapshots in memory at once."""

_log = logging.getLogger(__name__)


def opened(root: Path, identity: str, distrusted: Path | None = None) -> IndexPostings | None:
    """Return the current index of the register ``identity``; None if there is none that can be read."""
    current = folder.current(root, identity)
    if current is None or current == distrusted:
        return None
    try:
        return IndexPostings(current)
    except Exception as failure:  # a damaged index fails in as many ways as there are bytes
        _log.warning("the index in %s cannot be opened: %s", current.name, type(failure).__name__)
        return None


def lacking(session: Session, postings: IndexPostings | None) -> list[EntryView]:
    """Return the entries that the ledger has and the index has not."""
    return read.entries(session, after=postings.publication if postings else 0)


def catch_up(
    session: Session, root: Path, identity: str, *, distrusted: Path | None = None, wait: bool = True
) -> bool:
    """Bring the index to the head that ``session`` sees. False where another writer is not waited for.

    A redaction builds it anew, so that no word of it is left on disk.
    """
    with folder.sole_writer(root, wait=wait) as ours:
        if not ours:
            return False
        postings = opened(root, identity, distrusted)
        fresh = lacking(session, postings)
        if postings is None or redacts(fresh):
            _build(session, root, identity, keep_previous=not redacts(fresh))
        elif fresh:
            index.add(postings.folder, _snapshots(session, fresh))
    return True


def rebuild(session: Session, root: Path, identity: str) -> None:
    """Build the index anew from the ledger, waiting for any other writer."""
    with folder.sole_writer(root, wait=True):
        fresh = lacking(session, opened(root, identity))
        _build(session, root, identity, keep_previous=not redacts(fresh))


def effort(fresh: Sequence[EntryView]) -> int:
    """Return how many entries are indexed to take in ``fresh``: all there are where one is a redaction."""
    return fresh[-1].number if redacts(fresh) else len(fresh)


def redacts(entries: Iterable[EntryView]) -> bool:
    """Whether words of an index without ``entries`` were taken away since."""
    return any(entry.act == REDACTED for entry in entries)


def _build(session: Session, root: Path, identity: str, *, keep_previous: bool) -> None:
    fresh = folder.begin(root, identity)
    index.create(fresh)
    index.add(fresh, _snapshots(session, read.entries(session)))
    folder.make_current(fresh, keep_previous=keep_previous)


def _snapshots(session: Session, entries: Sequence[EntryView]) -> Iterator[tuple[EntryView, Body]]:
    for start in range(0, len(entries), BATCH):
        batch = entries[start : start + BATCH]
        bodies = read.bodies(session, [entry.number for entry in batch])
        yield from ((entry, bodies[entry.number]) for entry in batch)
