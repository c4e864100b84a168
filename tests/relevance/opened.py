"""The two registers that queries are judged over, opened for reading: the sample, and the fictional one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine as Database
from sqlalchemy.orm import Session

from app.catalogue import published
from app.catalogue.register import Register
from app.ledger import read
from app.search.engine import Engine
from tests.relevance import fictional, judging
from tests.relevance.judging import Answer, Judge, Judged
from tests.rooms.small_register import SmallRegister, listed

DAY = date(2026, 11, 24)
"""The day on which the registers are judged: standings change with the day, judgements do not."""


@dataclass(frozen=True)
class Opened:
    """A register, its judged queries, their judge, and our engine over it."""

    register: Register
    queries: list[Judged]
    judge: Judge
    engine: Engine

    def answer(self, query: str) -> Answer:
        """Return what our engine finds."""
        found = self.engine.search(self.register, query)
        return Answer([one.listing_id for one in found.versions], [one.listing_id for one in found.apart])


def sample(app: Flask) -> Opened:
    """Open the sample register that ``app`` serves."""
    instance = app.extensions["instance"]
    return _opened("sample", instance.engine, instance.search, instance.settings.province)


@contextmanager
def made_up(folder: Path) -> Iterator[Opened]:
    """Publish the fictional register in ``folder`` and open it."""
    small = SmallRegister(folder)
    try:
        small.publish("2026-06-01", *(listed(*one) for one in fictional.listings()))
        engine = Engine(folder, fictional.PROVINCE)
        yield _opened("fictional", small.engine, engine, fictional.PROVINCE)
    finally:
        small.engine.dispose()


def _opened(name: str, database: Database, engine: Engine, province: str) -> Opened:
    with Session(database) as session:
        engine.catch_up(session)
        register = published.load(session, read.head(session), DAY)
    return Opened(register, judging.read(name), Judge(register, province), engine)
