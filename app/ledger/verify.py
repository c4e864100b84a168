"""The check that anybody can make: from the rows alone, is this the ledger that was signed?

Needs no private key and no network. Finds one changed byte in any column of the four tables and says where.
It cannot find a chain signed anew from the start, or cut short at its end: for that, compare its head with
one that somebody else kept (`contains`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.ledger.acts import REDACTED
from app.ledger.checks import check_entry, check_key, check_publication, check_snapshot, must
from app.ledger.commitment import REDACTED_KEYS, Body, redacted_keys, reveal
from app.ledger.models import Entry, Key, Publication
from app.ledger.rows import EntryRow, KeyRow, PublicationRow, SnapshotRow, entries_hash, line, read_row
from app.ledger.source import RawRow, Source


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in which publication, and in which of its entries where one can be told."""

    publication: int
    entry: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last publication that stands, and the first problem after it, if there is one."""

    ok: bool
    number: int
    hash: str
    problem: Problem | None = None

    def __str__(self) -> str:
        if self.problem is None:
            return f"OK {self.number} {self.hash or '-'}"
        entry = "-" if self.problem.entry is None else self.problem.entry
        return f"WRONG publication {self.problem.publication} entry {entry}: {self.problem.message}"


def verify(source: Source) -> Verdict:
    """Check everything that ``source`` holds and return the verdict, which names the first problem."""
    walk = _Walk(source)
    try:
        walk.keys()
        for row in source.publications():
            walk.publication(row)
        walk.end()
    except _Wrong as wrong:
        return Verdict(False, walk.number, walk.hash, wrong.problem)
    return Verdict(True, walk.number, walk.hash)


def contains(source: Source, number: int, hash: str) -> bool:
    """Return whether the chain has a publication ``number`` with ``hash``; sound only once it verifies."""
    return any(row.get("number") == number and row.get("hash") == hash for row in source.publications())


def head_verifies(session: Session) -> bool:
    """Return whether the newest publication, by itself, is as it was signed; cheap enough to ask often."""
    query = select(Publication.__table__).order_by(Publication.number.desc()).limit(1)
    newest = session.execute(query).mappings().first()
    if newest is None:
        return True
    try:
        row = read_row(PublicationRow, dict(newest))
        key = session.execute(select(Key.__table__).where(Key.id == row.key_id)).mappings().first()
        header = check_publication(row, read_row(KeyRow, dict(key)) if key else None)
    except _MALFORMED:
        return False
    entries = session.scalars(select(Entry).where(Entry.publication == row.number).order_by(Entry.number))
    return bool(entries_hash(line(entry) for entry in entries) == header["entries_hash"])


_MALFORMED = (ValueError, TypeError, RecursionError)  # all that reading a stranger's JSON can raise


class _Wrong(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@contextmanager
def _at(publication: int, entry: int | None = None) -> Iterator[None]:
    """Turn whatever the checks inside say into a problem at this place."""
    try:
        yield
    except _MALFORMED as wrong:
        raise _Wrong(Problem(publication, entry, str(wrong))) from wrong


class _Walk:
    """One pass over publications, entries and snapshots side by side, holding only the rows in hand."""

    def __init__(self, source: Source) -> None:
        self.number = 0
        self.hash = ""
        self._source = source
        self._published_at = ""
        self._keys: dict[str, KeyRow] = {}
        self._keys_used: set[str] = set()
        self._entry = 0
        self._entries = _Ahead(source.entries())
        self._snapshots = _Ahead(source.snapshots())
        self._hidden: dict[int, tuple[int, set[str]]] = {}

    def keys(self) -> None:
        for raw in self._source.signing_keys():
            with _at(_whole(raw, "from_publication")):
                row = read_row(KeyRow, raw)
                must(row.id not in self._keys, f"key {row.id} stands twice")
                check_key(row)
                self._keys[row.id] = row

    def publication(self, raw: RawRow) -> None:
        number = self.number + 1
        with _at(_place(raw, "number", number)):
            row = read_row(PublicationRow, raw)
            must(row.number <= number, f"publication {number} is missing")
            must(row.number == number, f"publication {row.number} stands twice or out of order")
            header = check_publication(row, self._keys.get(row.key_id))
            must(row.previous_hash == (self.hash or None), "the previous hash is not that of the one before")
            must(row.published_at >= self._published_at, "it is dated before the one before")
            self._first_use(row)
            lines = [line(entry) for entry in self._entries_of(number)]
            must(entries_hash(lines) == header["entries_hash"], "its entries are not those that were signed")
        self.number, self.hash, self._published_at = number, row.hash, row.published_at

    def end(self) -> None:
        if (raw := self._entries.next()) is not None:
            with _at(_whole(raw, "publication"), _whole(raw, "number")):
                raise ValueError("the entry names a publication that is not there")
        if (raw := self._snapshots.next()) is not None:
            with _at(self.number, _whole(raw, "entry")):
                raise ValueError("the snapshot belongs to no entry")
        for key_id in sorted(self._keys.keys() - self._keys_used):
            with _at(self._keys[key_id].from_publication):
                raise ValueError(f"key {key_id} has signed nothing")
        for number, (publication, keys) in self._hidden.items():
            with _at(publication, number):
                must(not keys, f"taken away without a redaction: {', '.join(sorted(keys))}")

    def _first_use(self, row: PublicationRow) -> None:
        key = self._keys[row.key_id]
        if key.id not in self._keys_used:
            must(key.from_publication == row.number, f"key {key.id} names another first publication")
            self._keys_used.add(key.id)

    def _entries_of(self, publication: int) -> Iterator[EntryRow]:
        while (raw := self._entries.peek()) is not None and _whole(raw, "publication") <= publication:
            self._entries.next()
            expected = self._entry + 1
            with _at(publication, _place(raw, "number", expected)):
                entry = read_row(EntryRow, raw)
                must(entry.number <= expected, f"entry {expected} is missing")
                must(entry.number == expected, f"entry {entry.number} stands twice or out of order")
                must(entry.publication == publication, f"it names publication {entry.publication}")
                check_entry(entry)
                self._snapshot_of(entry)
            self._entry = expected
            yield entry

    def _snapshot_of(self, entry: EntryRow) -> None:
        raw = self._snapshots.peek()
        if raw is None or _whole(raw, "entry") > entry.number:
            must(not self._source.complete, "its snapshot is missing")
            return
        self._snapshots.next()
        with _at(entry.publication, _place(raw, "entry", entry.number)):
            row = read_row(SnapshotRow, raw)
            must(row.entry == entry.number, f"snapshot {row.entry} stands twice or belongs to no entry")
            body = check_snapshot(row, entry)
        if self._source.complete:
            self._account_for_hidden(entry, body)

    def _account_for_hidden(self, entry: EntryRow, body: Body) -> None:
        if hidden := redacted_keys(body):
            self._hidden[entry.number] = entry.publication, hidden
        if entry.act == REDACTED and entry.target in self._hidden:
            self._hidden[entry.target][1].difference_update(reveal(body).get(REDACTED_KEYS, []))


class _Ahead:
    """Rows of which the next can be looked at before it is taken."""

    def __init__(self, rows: Iterable[RawRow]) -> None:
        self._rows = iter(rows)
        self._waiting: RawRow | None = None

    def peek(self) -> RawRow | None:
        if self._waiting is None:
            self._waiting = next(self._rows, None)
        return self._waiting

    def next(self) -> RawRow | None:
        row, self._waiting = self.peek(), None
        return row


def _place(raw: RawRow, column: str, expected: int) -> int:
    """Where to tell of this row: at its own number if that comes too early, else where one is missing."""
    return min(expected, _whole(raw, column) or expected)


def _whole(raw: RawRow, column: str) -> int:
    """The number in ``column``, or 0 where something else stands."""
    value = raw.get(column)
    return value if type(value) is int else 0
