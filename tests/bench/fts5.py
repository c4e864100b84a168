"""SQLite FTS5 as a rival: unicode61 without diacritics, bm25 with the name weighing most."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from tests.bench.rival import DEPTH, PAGE, apart, asked
from tests.bench.rows import COLUMNS, Row
from tests.relevance.judging import Answer

_SCHEMA = """
CREATE TABLE listing(id TEXT, choosable INT, kind TEXT, commune TEXT, name TEXT, place TEXT, rest TEXT);
CREATE INDEX by_kind ON listing(kind);
CREATE VIRTUAL TABLE words USING fts5(
    name, place, rest, content="listing", tokenize='unicode61 remove_diacritics 2'
);
"""
_HITS = "FROM words JOIN listing ON listing.rowid = words.rowid WHERE words MATCH ?"
_BEST = "ORDER BY choosable DESC, bm25(words, 10, 4, 1) LIMIT ?"


def fill(path: Path | str, rows: Sequence[Row]) -> sqlite3.Connection:
    """Return a database at ``path`` with the rows and their index."""
    database = sqlite3.connect(path)
    database.executescript(_SCHEMA)
    database.executemany(f"INSERT INTO listing VALUES ({','.join('?' * len(COLUMNS))})", map(astuple, rows))  # noqa: S608
    database.execute("INSERT INTO words(words) VALUES ('rebuild')")
    database.execute("INSERT INTO words(words) VALUES ('optimize')")
    database.commit()
    return database


class Fts5:
    """The rows in memory."""

    name = "SQLite FTS5"

    def __init__(self, rows: Sequence[Row]) -> None:
        self._database = fill(":memory:", rows)

    def answer(self, query: str) -> Answer:
        match = self._match(query)
        return apart(self._database.execute(f"SELECT id, choosable {_HITS} {_BEST}", (match, DEPTH)))

    def whole_search(self, query: str) -> None:
        match = self._match(query)
        self._all(f"SELECT id, listing.name {_HITS} AND choosable {_BEST}", match, PAGE)
        self._all(f"SELECT kind, count(*) {_HITS} AND choosable GROUP BY kind", match)
        self._all(f"SELECT commune, count(*) {_HITS} AND choosable GROUP BY commune", match)

    def close(self) -> None:
        self._database.close()

    def _match(self, query: str) -> str:
        words = [f'"{word}"' for word in asked(query)]
        every = " AND ".join(words)
        if (
            not words
            or self._database.execute("SELECT 1 FROM words WHERE words MATCH ?", (every,)).fetchone()
        ):
            return every or '""'
        return " OR ".join(words)

    def _all(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        return self._database.execute(statement, values).fetchall()
