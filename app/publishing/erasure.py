"""Overwriting on disk what a database no longer says. Knows files, not what stood in them.

SQLite with `secure_delete` zeroes a row as it changes, but splitting a page leaves copies in its gaps, and
the write-ahead log keeps what was written before: so the file is written anew and the log emptied. On
PostgreSQL old rows stay in a table's file: there the tables are written anew, which only their owner may do.
"""

from __future__ import annotations

from contextlib import closing
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import Engine

from app.db import Base

_OWNED = "SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class WHERE oid = ANY(%s::regclass[])"


def overwrite(engine: Engine) -> bool:
    """Leave nothing in the files of ``engine`` that it no longer says; return whether that could be done.

    Needs its own session to be closed; waits for those who write, and for those who still read the past.
    False where somebody keeps reading, or where PostgreSQL is used by a role that does not own the tables.
    """
    with closing(engine.raw_connection()) as held:
        raw: Any = held.driver_connection
        return _in_postgresql(raw) if engine.dialect.name == "postgresql" else _in_sqlite(raw)


def _in_sqlite(raw: Any) -> bool:
    try:
        raw.execute("PRAGMA temp_store=MEMORY")  # or the words would pass through a temporary file
        raw.execute("VACUUM")
        busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except OperationalError:  # somebody was busy for longer than our patience
        return False
    return not busy


def _in_postgresql(raw: Any) -> bool:
    tables = sorted(Base.metadata.tables)
    raw.autocommit = True
    try:
        owned = raw.execute(_OWNED, [tables]).fetchone()[0]
        if owned:
            raw.execute(f"VACUUM FULL {', '.join(tables)}")
    finally:
        raw.autocommit = False
    return bool(owned)
