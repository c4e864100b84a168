"""The database itself keeps the ledger append-only, and is what the models say it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from app.canonical import encode
from app.db import Base, for_writing, make_engine
from app.ledger import read, triggers
from app.ledger.commitment import redacted_keys, reveal, without
from app.ledger.source import DatabaseSource
from app.ledger.verify import verify
from tests import databases
from tests.rooms.ledger_fixtures import Ledger, listed, new_ledger, publish_a_history, redacted

REPLACED = {
    "sqlite": "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "postgresql": "INSERT INTO {table} SELECT * FROM {table} WHERE true"
    " ON CONFLICT ON CONSTRAINT pk_{table} DO UPDATE SET {column} = excluded.{column}",
}


@pytest.fixture
def ledger(each_database: str, tmp_path: Path) -> Iterator[Ledger]:
    with new_ledger(tmp_path) as ledger:
        publish_a_history(ledger)
        yield ledger


def execute(ledger: Ledger, statement: str, **values: object) -> None:
    with ledger.writing() as session:
        session.execute(text(statement), values)


@pytest.mark.parametrize("table", triggers.TABLES)
def test_no_row_can_be_deleted(ledger: Ledger, table: str) -> None:
    with pytest.raises(IntegrityError, match=f"{table} is append-only; DELETE"):
        execute(ledger, f"DELETE FROM {table}")  # noqa: S608


@pytest.mark.parametrize("table", triggers.TABLES)
def test_no_column_can_be_updated(ledger: Ledger, table: str) -> None:
    for column in inspect(ledger.engine).get_columns(table):
        with pytest.raises(IntegrityError, match=f"{table} is append-only"):
            execute(ledger, f"UPDATE {table} SET {column['name']} = {column['name']}")  # noqa: S608


@pytest.mark.parametrize("table", triggers.TABLES)
def test_no_row_can_be_replaced(ledger: Ledger, table: str) -> None:
    column = inspect(ledger.engine).get_columns(table)[-1]["name"]
    with pytest.raises(IntegrityError, match=f"{table} is append-only"):
        execute(ledger, REPLACED[ledger.engine.dialect.name].format(table=table, column=column))


@pytest.mark.parametrize(
    "columns",
    [
        "9, 4, 'LS-0001', 'lost', '2024-01-01', NULL, ''",
        "9, 4, 'LS-0001', 'listed', '2024-01-01', 1, ''",
        "9, 4, 'LS-0001', 'corrected', '2024-01-01', NULL, ''",
        "9, 4, 'LS-0001', 'listed', NULL, NULL, ''",
        "9, 5, 'LS-0001', 'listed', '2024-01-01', NULL, ''",
        "9, 4, 'LS-0001', 'corrected', '2024-01-01', 10, ''",
        "0, 4, 'LS-0001', 'listed', '2024-01-01', NULL, ''",
    ],
)
def test_an_entry_that_does_not_hold_together_is_refused(ledger: Ledger, columns: str) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)check|foreign key"):
        execute(ledger, f"INSERT INTO ledger_entry VALUES ({columns})")  # noqa: S608


def test_a_redaction_takes_the_field_and_leaves_the_proof(ledger: Ledger) -> None:
    ledger.publish(listed("TT-02", "2024-07-01", name="Trung tâm", phone="02059999999"), day="2024-07-01")
    ledger.publish(redacted("TT-02", 9, "phone"), day="2024-08-01")
    with ledger.writing() as session:
        body = without(read.bodies(session, [9])[9], {"phone"})
        statement = text("UPDATE ledger_snapshot SET body = :body WHERE entry_number = 9")
        session.execute(statement, {"body": encode(body)})
    with ledger.reading() as session:
        left = read.bodies(session, [9])[9]
        assert verify(DatabaseSource(session)).ok
    assert (reveal(left), redacted_keys(left)) == ({"name": "Trung tâm"}, {"phone"})
    kept = on_the_disk(ledger)
    assert b"02053870000" in kept
    assert b"02059999999" not in kept


def on_the_disk(ledger: Ledger) -> bytes:
    """Return the table's bytes once the database has tidied up, on PostgreSQL by the owner's VACUUM FULL."""
    with ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if ledger.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            return Path(str(ledger.engine.url.database)).read_bytes()
        connection.exec_driver_sql("VACUUM FULL ledger_snapshot")
        file = "SELECT pg_read_binary_file(pg_relation_filepath('ledger_snapshot'))"
        return bytes(connection.scalar(text(file)))


def test_a_redaction_opens_the_body_of_its_target_and_nothing_else(ledger: Ledger) -> None:
    execute(ledger, "UPDATE ledger_snapshot SET body = body WHERE entry_number = 1")
    with pytest.raises(IntegrityError, match="once its redaction entry stands"):
        execute(ledger, "UPDATE ledger_snapshot SET entry_number = 99 WHERE entry_number = 1")
    with pytest.raises(IntegrityError, match="once its redaction entry stands"):
        execute(ledger, "UPDATE ledger_snapshot SET body = body WHERE entry_number = 4")
    with pytest.raises(
        IntegrityError, match="once its redaction entry stands"
    ):  # it was corrected, that is all
        execute(ledger, "UPDATE ledger_snapshot SET body = body WHERE entry_number = 3")


def test_every_trigger_stands_after_the_migration(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        assert triggers.existing(connection) == triggers.NAMES[connection.dialect.name]


def test_the_migration_goes_up_down_and_up_again_and_equals_the_models(
    each_database: str, tmp_path: Path
) -> None:
    engine = make_engine(databases.empty(tmp_path / "register.db"))
    for revision in ("head", "base", "head"):
        databases.migrate(engine, revision)
        with engine.connect() as connection:
            tables = {name for name in inspect(connection).get_table_names() if name.startswith("ledger_")}
            standing = triggers.existing(connection)
        assert bool(tables) == bool(standing) == (revision == "head")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert [difference for difference in differences if "ledger_" in repr(difference)] == []
    engine.dispose()


def test_what_an_owner_changes_with_the_triggers_gone_is_found_by_whoever_verifies(ledger: Ledger) -> None:
    with for_writing(ledger.engine).begin() as connection:
        triggers.drop(connection)
        damage = (
            "UPDATE ledger_snapshot SET body = replace(body, 'Trung tâm', 'Trung Tâm') WHERE entry_number = 1"
        )
        connection.execute(text(damage))
    with ledger.reading() as session:
        assert str(verify(DatabaseSource(session))).startswith("WRONG publication 1 entry 1: ")
