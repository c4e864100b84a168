"""How the database is reached: the engine, names of constraints, what a transaction sees and when it waits.

Knows no table. A transaction that reads sees one state from its first question to its last. Those that write
take turns from their beginning: what one of them read still holds when it commits, and numbers have no gaps.
SQLite (WAL) begins them IMMEDIATE, since a deferred one that reads first and writes later fails with
"database is locked" when another came between; PostgreSQL has them wait for one advisory lock.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Connection, Engine, MetaData, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Json = JSON(none_as_null=True)
"""A column of lists or objects. Nothing in it is NULL, which a constraint sees, and never JSON's own null."""

PATIENCE = 15
"""Seconds that a writing transaction waits for its turn, and any statement for a lock, before it gives up."""

_TURN = 0x6C6564676572  # "ledger": the one advisory lock on PostgreSQL
_BEGIN_READING = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_BEGIN_WRITING = (
    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;"  # so that it sees all that the last one did
    f" SET LOCAL lock_timeout = '{PATIENCE}s'; SELECT pg_advisory_xact_lock({_TURN})"
)


class Base(DeclarativeBase):
    """The one collection of tables."""

    metadata = MetaData(naming_convention=NAMING)


def make_engine(url: str) -> Engine:
    """Return an engine for SQLite or PostgreSQL whose transactions read; see `for_writing`."""
    if make_url(url).get_backend_name() == "postgresql":
        engine = create_engine(url, pool_pre_ping=True)  # the server may have been restarted
        event.listen(engine, "begin", _begin_postgresql)
    else:
        engine = create_engine(url)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return a view of ``engine`` whose transactions wait for their turn to write when they begin."""
    return engine.execution_options(writes=True)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we emit BEGIN ourselves, see _begin_sqlite
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        f"busy_timeout={PATIENCE}000",
        "secure_delete=ON",
        "synchronous=NORMAL",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(_BEGIN_WRITING if _writes(connection) else _BEGIN_READING)


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes", False))
