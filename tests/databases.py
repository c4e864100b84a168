"""Where the rooms of a test keep their tables: in files, or in the tests' own PostgreSQL.

A room asks for `migrated` or `empty` and need not know which. A fixture that asks for `each_database` first
has its tests done on both.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Column, Engine, String

from app.db import Base, for_writing, make_engine
from tests.postgres import Cluster

MIGRATIONS = Path(__file__).parents[1] / "migrations"

Opener = Callable[[Path, bool], str]


def empty(file: Path) -> str:
    """Return the address of a new database without a table: ``file``, or one in PostgreSQL."""
    return _open(file, False)


def migrated(file: Path) -> str:
    """Return the address of a new database with all tables in it: ``file``, or one in PostgreSQL."""
    return _open(file, True)


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the database of ``engine`` up, or for ``base`` down, to ``revision``."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        move = command.downgrade if revision == "base" else command.upgrade
        move(config, revision)


def refuse_to_sort_text(_connection: object, statement: object, *_rest: object) -> None:
    """Fail when a database is about to put a column of text in order: each does it in its own way."""
    for clause in getattr(statement, "_order_by_clauses", ()):
        column = getattr(clause, "element", clause)
        if isinstance(column, Column) and column.table in Base.metadata.tables.values():
            by_number = not isinstance(column.type, String)
            assert by_number, f"each database sorts {column} in its own way: sort it in Python"


@contextmanager
def in_postgresql(cluster: Cluster) -> Iterator[None]:
    """Give new databases in ``cluster`` to whoever asks meanwhile, and drop them afterwards."""
    global _open  # noqa: PLW0603  the one thing that a test chooses for all the rooms it uses
    made: list[str] = []

    def opener(_file: Path, filled: bool) -> str:
        made.append(cluster.create(_template(cluster)) if filled else cluster.create())
        return cluster.url(made[-1])

    files, _open = _open, opener
    try:
        yield
    finally:
        _open = files
        for database in made:
            cluster.drop(database)


def _in_a_file(file: Path, filled: bool) -> str:
    if filled:
        shutil.copy(_migrated_file(), file)
    return f"sqlite:///{file}"


_open: Opener = _in_a_file


@cache
def _migrated_file() -> Path:
    path = Path(tempfile.mkdtemp()) / "migrated.db"
    _migrate_at(f"sqlite:///{path}")
    return path


@cache
def _template(cluster: Cluster) -> str:
    name = cluster.create()
    _migrate_at(cluster.url(name))
    return name


def _migrate_at(url: str) -> None:
    engine = make_engine(url)
    migrate(engine)
    engine.dispose()
