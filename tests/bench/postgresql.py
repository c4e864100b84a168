"""PostgreSQL as a rival: a weighted tsvector of words without marks, a GIN index, ts_rank."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

import psycopg

from app.vietnamese import fold, words
from tests import postgres
from tests.bench.rival import DEPTH, PAGE, apart, asked
from tests.bench.rows import Row
from tests.relevance.judging import Answer

_SCHEMA = (
    "CREATE TABLE listing(id text, choosable boolean, kind text, commune text, words tsvector)",
    "CREATE INDEX by_words ON listing USING gin(words)",
)
_FILL = (
    "INSERT INTO listing VALUES (%s, %s::int::boolean, %s, %s, setweight(to_tsvector('simple', %s), 'A')"
    " || setweight(to_tsvector('simple', %s), 'B') || to_tsvector('simple', %s))"
)
_HITS = "FROM listing WHERE words @@ %s::tsquery"
_BEST = "ORDER BY choosable DESC, ts_rank(words, %s::tsquery) DESC LIMIT %s"


class Postgresql:
    """The rows in a cluster of the bench's own."""

    name = "PostgreSQL"

    def __init__(self, rows: Sequence[Row]) -> None:
        self._stack = ExitStack()
        cluster = self._stack.enter_context(postgres.cluster())
        address = cluster.url(cluster.create()).replace("postgresql+psycopg", "postgresql")
        self._database = self._stack.enter_context(psycopg.connect(address, autocommit=True))
        for statement in _SCHEMA:
            self._database.execute(statement)
        with self._database.cursor() as cursor:
            cursor.executemany(
                _FILL,
                [
                    (
                        one.id,
                        one.choosable,
                        one.kind,
                        one.commune,
                        *map(_split, (one.name, one.place, one.rest)),
                    )
                    for one in rows
                ],
            )
        self._database.execute("VACUUM ANALYZE listing")

    def answer(self, query: str) -> Answer:
        match = self._match(query)
        return apart(self._all(f"SELECT id, choosable {_HITS} {_BEST}", match, match, DEPTH))

    def whole_search(self, query: str) -> None:
        match = self._match(query)
        self._all(f"SELECT id {_HITS} AND choosable {_BEST}", match, match, PAGE)
        self._all(f"SELECT kind, count(*) {_HITS} AND choosable GROUP BY kind", match)
        self._all(f"SELECT commune, count(*) {_HITS} AND choosable GROUP BY commune", match)

    def close(self) -> None:
        self._stack.close()

    def _match(self, query: str) -> str:
        words = [f"'{fold(word)}'" for word in asked(query)]
        every = " & ".join(words)
        if not words or self._all(f"SELECT 1 {_HITS} LIMIT 1", every):
            return every
        return " | ".join(words)

    def _all(self, statement: str, *values: object) -> list[tuple[str, int]]:
        return self._database.execute(statement.encode(), values).fetchall()


def _split(text: str) -> str:
    """Its parser would take numbers with a slash for paths."""
    return " ".join(words(fold(text)))
