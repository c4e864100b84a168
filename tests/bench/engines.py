"""Ours and its rivals, ready over one register."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module

from app.catalogue.register import Register
from app.search.engine import Engine
from tests import postgres
from tests.bench.rival import PAGE, Rival
from tests.bench.rows import rows
from tests.relevance.judging import Answer

_RIVALS = (("fts5", "Fts5"), ("postgresql", "Postgresql"), ("datasette", "Datasette"), ("tantivy", "Tantivy"))


class Ours:
    """The register's own search, as its page of results asks for it."""

    name = "this register"

    def __init__(self, register: Register, engine: Engine) -> None:
        self._register = register
        self._engine = engine

    def answer(self, query: str) -> Answer:
        found = self._engine.search(self._register, query)
        return Answer([one.listing_id for one in found.versions], [one.listing_id for one in found.apart])

    def whole_search(self, query: str) -> None:
        """Take all tiers, the counts of all facets, why the first twenty matched, who stands apart."""
        found = self._engine.search(self._register, query)
        _ = found.page(0, PAGE), found.total, found.apart[:10]

    def close(self) -> None:
        """Nothing to let go of."""


@contextmanager
def over(register: Register, engine: Engine) -> Iterator[list[Rival]]:
    """Yield ours, first, and its rivals, each holding ``register``; PostgreSQL unless it is left out."""
    lines = rows(register)
    with ExitStack() as stack:
        rivals: list[Rival] = [Ours(register, engine)]
        for module, name in _RIVALS:
            if module == "postgresql" and postgres.left_out():
                continue
            rivals.append(getattr(import_module(f"tests.bench.{module}"), name)(lines))
            stack.callback(rivals[-1].close)
        yield rivals
