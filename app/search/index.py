"""One Whoosh index: a document for every ledger entry, with that entry's own words, added and never changed.

Readers are always opened anew: a refreshed searcher keeps segments that were replaced. Documents carry the
number of their entry, since merging renumbers them. Whoosh unpickles what it opens: only our own folders.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any

from whoosh import fields, index

from app import kinds
from app.ledger.commitment import Body, reveal
from app.ledger.read import EntryView
from app.search.words import GROUPS, NUMBER, terms


class IndexPostings:
    """The postings of the index as it stood when this was made, up to ``publication``."""

    def __init__(self, folder: Path) -> None:
        """Open the index in ``folder``. Raises whatever Whoosh does where it is none or is damaged."""
        self.folder = folder
        opened: Any = index.open_dir(str(folder), readonly=True)
        self._reader: Any = opened.reader()
        self._numbers: list[int] = self._column("entry")
        self.publication: int = max(self._column("publication"), default=0)
        self._lock = Lock()

    def entries(self, group: str, term: str) -> Iterable[int]:
        """Return the entries in whose ``group`` of fields ``term`` stands."""
        with self._lock:  # a reader is not promised to be safe between threads
            if (group, term) not in self._reader:
                return ()
            return [self._numbers[place] for place in self._reader.postings(group, term).all_ids()]

    def lexicon(self, group: str) -> list[str]:
        """Return every term of ``group`` in order, of entries that no longer count too."""
        with self._lock:
            return list(self._reader.field_terms(group)) if self._reader.doc_count_all() else []

    def _column(self, name: str) -> list[int]:
        return list(self._reader.column_reader(name)) if self._reader.doc_count_all() else []


def create(folder: Path) -> None:
    """Make an empty index in ``folder``."""
    number = fields.NUMERIC(int, signed=False, sortable=True, shift_step=0)
    words = {group: fields.KEYWORD() for group in (*GROUPS, NUMBER)}
    index.create_in(str(folder), fields.Schema(entry=number, publication=number, **words))


def add(folder: Path, snapshots: Iterable[tuple[EntryView, Body]]) -> None:
    """Add entries, whole publications, and let them all be found at once. For the sole writer."""
    opened: Any = index.open_dir(str(folder))
    with opened.writer() as writer:
        for entry, body in snapshots:
            writer.add_document(entry=entry.number, publication=entry.publication, **_words(entry, body))


def _words(entry: EntryView, body: Body) -> dict[str, str]:
    """Return the terms of ``entry`` as Whoosh takes them; none for an act that is no version."""
    kind = kinds.of_id(entry.listing_id)
    if kind is None or entry.holds_from is None:
        return {}
    return {group: " ".join(sorted(found)) for group, found in terms(kind, reveal(body)).items()}
