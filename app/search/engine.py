"""What the doors call to search: an index that follows the ledger by itself, shared by threads and processes.

It never fails for want of an index: then the register's own documents are scanned. Queries are not logged.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from typing import NamedTuple

from sqlalchemy.orm import Session

from app import clock
from app.catalogue.recent import Recent
from app.catalogue.register import Register
from app.ledger import read
from app.search import find, folder, upkeep
from app.search.filters import EVERYTHING, Filters
from app.search.find import Results
from app.search.index import IndexPostings
from app.search.masks import Masks
from app.search.reader import Reader, reader, warm_up
from app.search.scan import Scan
from app.search.suggest import Suggestion, Suggestions
from app.search.weak import WeakWords

REQUEST_INDEXES = 200
"""Entries that a request may index before it answers; more are left to a background thread."""

LOOKS, PAUSE = 25, 0.02
"""How often, and how many seconds apart, a request looks whether another writer is done."""

REGISTERS_KEPT = 8


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Status:
    """``state`` is empty (nothing published), ready, or degraded: the index does not reach the head."""

    state: str
    publication: int


@dataclass(frozen=True, slots=True)
class _Held:
    """The index as this process reads it, of which register, and the pointer's stamp when it was opened."""

    identity: str
    stamp: folder.Stamp | None
    postings: IndexPostings


class _Known(NamedTuple):
    """What one register's answers are made from."""

    masks: Masks
    reader: Reader
    suggestions: Suggestions


class Engine:
    """One process's way to the index under ``instance_dir``."""

    def __init__(self, instance_dir: Path, province: str = "20") -> None:
        self._root = instance_dir / "index"
        self._province = province
        warm_up(province)
        self._held: _Held | None = None
        self._weak = WeakWords(instance_dir)
        self._distrusted: Path | None = None
        self._known: Recent[tuple[Register, IndexPostings | None], _Known] = Recent(REGISTERS_KEPT)
        self._lock = Lock()
        self._background: Thread | None = None

    def ready(self, session: Session, n: int) -> int:
        """Return the publication, at most ``n``, for which `search` answers; catch up first if that is quick.

        It is ``n`` also where there is no index at all: then the documents are scanned.
        """
        held = self._current()
        if n == 0 or (held and held.postings.publication >= n):
            return n
        postings = self._reaching(session, _identity(session), n)
        return min(n, postings.publication) if postings else n

    def search(self, register: Register, q: str, filters: Filters = EVERYTHING) -> Results:
        """Return what ``q`` finds in ``register``, by the index where it reaches so far, else by scanning."""
        held = self._current()
        if held and held.identity == register.identity and held.postings.publication >= register.n:
            try:
                return _found(self._known_of(register, held.postings), q, filters)
            except Exception as failure:  # a damaged index fails in as many ways as there are bytes
                self._distrust(held.postings, failure)
        return _found(self._known_of(register, None), q, filters)

    def search_as_reader(self, register: Register, q: str, filters: Filters = EVERYTHING) -> Results:
        """Return what ``q`` finds, as `search` does, and count the words on which it failed."""
        found = self.search(register, q, filters)
        self._weak.note(found.failed, clock.today())
        return found

    def suggest(self, register: Register, typed: str) -> list[Suggestion]:
        """Return queries over ``register`` that begin like what was ``typed``."""
        held = self._current()
        reaches = held and held.identity == register.identity and held.postings.publication >= register.n
        return self._known_of(register, held.postings if held and reaches else None).suggestions.of(typed)

    def catch_up(self, session: Session) -> int:
        """Bring the index to the head, waiting for any other writer; return its publication."""
        return self._written(session, upkeep.catch_up)

    def reindex(self, session: Session) -> int:
        """Build the index anew beside the current one and switch; return its publication."""
        return self._written(session, upkeep.rebuild)

    def status(self, session: Session) -> Status:
        """Return how searching stands, after catching up as a request would."""
        head = read.head(session)
        if head is None:
            return Status("empty", 0)
        self.ready(session, head.number)
        held = self._current()
        reached = held.postings.publication if held else 0
        return Status("ready" if reached >= head.number else "degraded", reached)

    def _reaching(self, session: Session, identity: str, n: int) -> IndexPostings | None:
        """Return the index once it reaches ``n``, or as it stands when there is no more time.

        None where it still holds words that were redacted since: the documents are scanned meanwhile.
        """
        for _ in range(LOOKS):
            postings = self._open(identity)
            if postings and postings.publication >= n:
                return postings
            if upkeep.effort(upkeep.lacking(session, postings)) > REQUEST_INDEXES:
                self._catch_up_in_background(session, identity)
                break
            if self._catch_up_at_once(session, identity, postings):
                break
            sleep(PAUSE)
        postings = self._open(identity)
        return None if upkeep.redacts(upkeep.lacking(session, postings)) else postings

    def _catch_up_at_once(self, session: Session, identity: str, postings: IndexPostings | None) -> bool:
        """Return whether there is nothing more to wait for."""
        try:
            return upkeep.catch_up(session, self._root, identity, distrusted=self._distrusted, wait=False)
        except Exception as failure:  # a full disk, or damage that only writing meets
            self._distrust(postings, failure)
            return postings is None

    def _catch_up_in_background(self, session: Session, identity: str) -> None:
        engine = session.get_bind().engine

        def work() -> None:
            try:
                with Session(engine) as own:
                    upkeep.catch_up(own, self._root, identity, distrusted=self._distrusted)
            except Exception:  # a thread has nobody to tell; the next request tries again
                _log.exception("the index could not be brought up to date")

        with self._lock:
            if self._background is None or not self._background.is_alive():
                self._background = Thread(target=work, name="index", daemon=True)
                self._background.start()

    def _written(self, session: Session, write: Callable[[Session, Path, str], object]) -> int:
        identity = _identity(session)
        if not identity:
            return 0
        write(session, self._root, identity)
        postings = self._open(identity)
        return postings.publication if postings else 0

    def _current(self) -> _Held | None:
        """Return what is held, unless the pointer has been replaced since."""
        held = self._held
        return held if held and held.stamp == folder.stamp(self._root) else None

    def _open(self, identity: str) -> IndexPostings | None:
        """Open the index as it stands now, and hold it."""
        stamp, held = folder.stamp(self._root), self._held
        postings = upkeep.opened(self._root, identity, self._distrusted)
        if held and (postings is None or postings.folder != held.postings.folder):
            with self._lock:
                self._known.clear()  # a reader kept in them would keep the removed files on disk
        self._held = _Held(identity, stamp, postings) if postings else None
        return postings

    def _distrust(self, postings: IndexPostings | None, failure: Exception) -> None:
        """Let go of an index that failed; its folder is not opened again, and so is built anew."""
        _log.warning(
            "the index cannot be used: %s", type(failure).__name__
        )  # its text may hold words of a query
        self._held = None
        self._distrusted = postings.folder if postings else self._distrusted

    def _known_of(self, register: Register, postings: IndexPostings | None) -> _Known:
        key = (register, postings)
        with self._lock:
            return self._known.get(key) or self._known.keep(key, self._learned(register, postings))

    def _learned(self, register: Register, postings: IndexPostings | None) -> _Known:
        masks = Masks(register, postings or Scan(register))
        return _Known(masks, reader(masks, self._province), Suggestions(masks))


def _found(known: _Known, q: str, filters: Filters) -> Results:
    return find.search(known.masks, known.reader, q, filters)


def _identity(session: Session) -> str:
    first = read.publication(session, 1)
    return first.hash if first else ""
