"""What the other engines have in common: how a query is put to them, and what is asked of a whole search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from app.vietnamese import words
from tests.bench.rows import Row
from tests.relevance.judging import Answer

PAGE, DEPTH = 20, 200


class Rival(Protocol):
    """An engine that holds the rows it was made with.

    Each is asked as a careful site would: all words first; where nothing has them all, any of them.
    """

    name: str

    def answer(self, query: str) -> Answer:
        """Return what it finds, best first."""
        ...

    def whole_search(self, query: str) -> None:
        """Do what a page of results needs: the first twenty, and counts by kind and by commune."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class Maker(Protocol):
    """Makes a rival of rows."""

    def __call__(self, rows: Sequence[Row]) -> Rival: ...


def asked(query: str) -> list[str]:
    """Return the words of ``query``; of a very long one the first sixteen, as ours does."""
    return words(query)[:16]


def apart(found: Iterable[tuple[str, int]]) -> Answer:
    """Return (id, choosable) pairs as an answer."""
    pairs = list(found)
    return Answer(
        [one for one, choosable in pairs if choosable], [one for one, choosable in pairs if not choosable]
    )
