"""Migrations: one line of them, equal to the models, passable both ways, no trigger of the ledger lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from app.db import for_writing, make_engine
from app.ledger import triggers
from tests import databases
from tests.house.checkout import ROOT

SCRIPTS = ScriptDirectory(str(ROOT / "migrations"))
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]

Move = Callable[[Config, str], None]


@pytest.fixture
def connection(each_database: str, tmp_path: Path) -> Iterator[Connection]:
    """A writing transaction on a database without a table."""
    engine = make_engine(databases.empty(tmp_path / "register.db"))
    with for_writing(engine).begin() as connection:
        yield connection
    engine.dispose()


def alembic_on(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.attributes["connection"] = connection
    return config


SCHEMA = {
    "sqlite": "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'",
    "postgresql": """
        SELECT table_name, column_name,
               concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default)
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
        UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conname NOT LIKE 'alembic%'
        UNION ALL SELECT tablename, indexname, indexdef
          FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
          FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT 'function', proname, pg_get_functiondef(oid)
          FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    """,
}
"""dialect -> a query for everything that a migration can make: what it is or belongs to, name, definition."""


def schema(connection: Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute(text(SCHEMA[connection.dialect.name].replace("::", r"\:\:")))
    return {(kind, name, definition) for kind, name, definition in rows}


def test_migrations_are_numbered_in_one_line() -> None:
    assert len(SCRIPTS.get_heads()) == 1, f"two migrations follow the same one: {SCRIPTS.get_heads()}"
    assert [f"{number:04}" for number in range(1, len(REVISIONS) + 1)] == REVISIONS
    misnamed = [
        Path(script.path).name
        for script in SCRIPTS.walk_revisions()
        if not Path(script.path).name.startswith(f"{script.revision}_")
    ]
    assert not misnamed, f"name the file by its number and what it brings, as 0001_ledger.py: {misnamed}"


def test_the_models_are_what_the_migrations_make(connection: Connection) -> None:
    command.upgrade(alembic_on(connection), "head")
    command.check(alembic_on(connection))


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_migration_goes_up_down_and_up_again(connection: Connection, revision: str) -> None:
    config = alembic_on(connection)
    earlier = SCRIPTS.get_revision(revision).down_revision or "base"
    if earlier != "base":
        command.upgrade(config, str(earlier))
    before = schema(connection)
    command.upgrade(config, revision)
    after = schema(connection)
    assert after != before, f"{revision} changes nothing"
    command.downgrade(config, str(earlier))
    assert schema(connection) == before, f"the downgrade of {revision} leaves something behind"
    command.upgrade(config, revision)
    assert schema(connection) == after, f"{revision} makes another schema the second time"


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_trigger_of_the_ledger_stands_after_each_migration(
    connection: Connection, revision: str
) -> None:
    command.upgrade(alembic_on(connection), revision)
    lost = triggers.NAMES[connection.dialect.name] - triggers.existing(connection)
    assert not lost, f"a rebuilt table loses its triggers: run triggers.drop before and create after: {lost}"
