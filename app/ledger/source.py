"""Where a verifier reads the four tables from: the database, or the content of a published file.

Hands out rows as they stand, in order, a few at a time; trusts and judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.ledger.models import Entry, Key, Publication, Snapshot

RawRow = Mapping[str, Any]

_CHUNK = 500


class Source(Protocol):
    """The rows of the four tables by column name, each table in the order of its numbers.

    ``complete`` says whether every entry must have its snapshot, with nothing hidden but what was redacted.
    """

    @property
    def complete(self) -> bool: ...
    def publications(self) -> Iterable[RawRow]: ...
    def entries(self) -> Iterable[RawRow]: ...
    def snapshots(self) -> Iterable[RawRow]: ...
    def signing_keys(self) -> Iterable[RawRow]: ...


class FileSource:
    """The content of a ``danh-sach.json``. Raises ValueError if it has not the four lists of rows."""

    complete = False

    def __init__(self, content: Any) -> None:
        self._content = content
        for table in ("publications", "entries", "snapshots", "keys"):
            rows = content.get(table) if isinstance(content, dict) else None
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise ValueError(f'not a file of the ledger: it has no list of objects "{table}"')

    def publications(self) -> Iterable[RawRow]:
        return list[RawRow](self._content["publications"])

    def entries(self) -> Iterable[RawRow]:
        return list[RawRow](self._content["entries"])

    def snapshots(self) -> Iterable[RawRow]:
        return list[RawRow](self._content["snapshots"])

    def signing_keys(self) -> Iterable[RawRow]:
        return list[RawRow](self._content["keys"])


class DatabaseSource:
    """The tables of a database, read in one transaction of ``session``, which sees one state (`app.db`)."""

    complete = True

    def __init__(self, session: Session) -> None:
        self._session = session

    def publications(self) -> Iterable[RawRow]:
        return self._rows(Publication, Publication.number)

    def entries(self) -> Iterable[RawRow]:
        return self._rows(Entry, Entry.number)

    def snapshots(self) -> Iterable[RawRow]:
        for row in self._rows(Snapshot, Snapshot.entry_number):
            yield {"entry": row["entry_number"], "body": row["body"]}

    def signing_keys(self) -> Iterable[RawRow]:
        with _undecodable_bytes_kept(self._session):
            keys = (
                self._session.execute(select(Key.__table__).order_by(Key.from_publication)).mappings().all()
            )
        return [dict(key) for key in keys]

    def _rows(self, table: type[Any], order: InstrumentedAttribute[Any]) -> Iterator[RawRow]:
        query = select(table.__table__).order_by(order).limit(_CHUNK)
        after: ColumnElement[bool] | None = None
        while True:
            with _undecodable_bytes_kept(self._session):
                chunk = self._session.execute(query if after is None else query.where(after)).mappings().all()
            yield from (dict(row) for row in chunk)
            if len(chunk) < _CHUNK:
                return
            after = order > chunk[-1][order.key]


@contextmanager
def _undecodable_bytes_kept(session: Session) -> Iterator[None]:
    """Let SQLite hand over text that is no UTF-8, where it would fail without saying which row it is in."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        yield
        return
    raw: Any = connection.connection.driver_connection
    usual, raw.text_factory = raw.text_factory, lambda data: data.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = usual
