"""On PostgreSQL the application's role publishes, and cannot unmake the ledger, not even by a trick."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, InternalError, ProgrammingError

from app.db import for_writing
from app.ledger import triggers
from tests import databases
from tests.conftest import register_in, run
from tests.pages import Visitor
from tests.rooms.ledger_fixtures import new_ledger


def tried(app: Flask, *statements: str) -> None:
    """Execute ``statements`` as the application's role would; undo them."""
    engine = for_writing(app.extensions["instance"].engine)
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_the_role_readies_publishes_and_serves_a_migrated_database(sample_in_postgresql: Flask) -> None:
    assert run(sample_in_postgresql, "prepare")
    assert run(sample_in_postgresql, "verify").startswith("OK ")
    assert Visitor(sample_in_postgresql).get("/danh-sach").heading


def test_the_role_may_redact(sample_in_postgresql: Flask) -> None:
    with pytest.raises(IntegrityError, match="once its redaction entry stands"):
        tried(sample_in_postgresql, "UPDATE ledger_snapshot SET body = '{}' WHERE entry_number = 1")
    redaction = "VALUES ((SELECT max(number) + 1 FROM ledger_entry), 1, 'TT-01', 'redacted', NULL, 1, '')"
    tried(
        sample_in_postgresql,
        f"INSERT INTO ledger_entry {redaction}",
        "UPDATE ledger_snapshot SET body = '{}' WHERE entry_number = 1",
    )


UNMAKING = (
    "UPDATE {table} SET {column} = {column}",
    "DELETE FROM {table}",
    "TRUNCATE {table} CASCADE",
    "DROP TABLE {table} CASCADE",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER TABLE {table} RENAME TO forgotten",
    "DROP TRIGGER {table}_no_delete ON {table}",
    "CREATE RULE forget AS ON INSERT TO {table} DO INSTEAD NOTHING",
    "CREATE TRIGGER more BEFORE INSERT ON {table} EXECUTE FUNCTION ledger_refuse()",
)
ELSEWHERE = (
    "CREATE TABLE mine (number integer)",
    "DROP FUNCTION ledger_refuse CASCADE",
    "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE sql AS $$ SELECT NULL $$",
    "SET session_replication_role = replica",
    "UPDATE alembic_version SET version_num = '0001'",
    "SET ROLE postgres",
)


def test_the_role_can_unmake_nothing(sample_in_postgresql: Flask) -> None:
    """In one database, since making one is dear: no statement leaves a trace."""
    on_tables = [
        statement.format(table=table, column=key)
        for statement in UNMAKING
        for table, key in triggers.PRIMARY_KEYS.items()
    ]
    for statement in (*on_tables, *ELSEWHERE):
        with pytest.raises(ProgrammingError, match=r"permission denied|must be (owner|member)"):
            tried(sample_in_postgresql, statement)


def test_a_false_ledger_beside_the_true_one_opens_no_snapshot(sample_in_postgresql: Flask) -> None:
    with pytest.raises(IntegrityError, match="once its redaction entry stands"):
        tried(
            sample_in_postgresql,
            "CREATE TEMPORARY TABLE ledger_entry (act text, target integer)",
            "INSERT INTO pg_temp.ledger_entry VALUES ('redacted', 1)",
            "UPDATE ledger_snapshot SET body = '{}' WHERE entry_number = 1",
        )


@pytest.mark.parametrize("table", triggers.TABLES)
def test_even_the_owner_empties_no_table(in_postgresql: None, tmp_path: Path, table: str) -> None:
    refused = pytest.raises(IntegrityError, match=f"{table} is append-only; TRUNCATE")
    with new_ledger(tmp_path) as ledger, refused, ledger.writing() as session:
        session.execute(text(f"TRUNCATE {table} CASCADE"))


def test_one_who_reads_writes_nothing(sample_in_postgresql: Flask) -> None:
    with (
        pytest.raises(InternalError, match="read-only"),
        sample_in_postgresql.extensions["instance"].engine.begin() as connection,
    ):
        connection.execute(text("UPDATE account SET name = ''"))


def test_nothing_is_granted_to_the_owner_or_to_nobody(in_postgresql: None, tmp_path: Path) -> None:
    with register_in(tmp_path, DATABASE_URL=databases.migrated(tmp_path)) as app:
        assert "sở hữu" in run(app, "upgrade", "--grant-to", "postgres", exits=1)
        assert "CREATE ROLE" in run(app, "upgrade", "--grant-to", "nobody", exits=1)


def test_sqlite_has_no_roles(empty: Flask) -> None:
    assert "PostgreSQL" in run(empty, "upgrade", "--grant-to", "register", exits=1)
