"""Append-only is the database's job: the triggers that refuse what the ledger must never suffer.

Gives their names and statements for SQLite and PostgreSQL. Alembic's batch mode drops a table's triggers
silently when it rebuilds the table, so a migration that does so runs `drop` before and `create` after.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

PRIMARY_KEYS = {
    "ledger_publication": "number",
    "ledger_entry": "number",
    "ledger_snapshot": "entry_number",
    "ledger_key": "id",
}
TABLES = tuple(PRIMARY_KEYS)

_REFUSALS = {
    # SQLite's INSERT OR REPLACE deletes the old row without asking a trigger on DELETE
    "sqlite": {"no_update": "UPDATE", "no_delete": "DELETE", "no_replace": "INSERT"},
    "postgresql": {"no_update": "UPDATE", "no_delete": "DELETE", "no_truncate": "TRUNCATE"},
}

NAMES = {
    dialect: frozenset(f"{table}_{name}" for table in TABLES for name in refusals)
    for dialect, refusals in _REFUSALS.items()
}
"""dialect -> the names of all triggers, which a test finds in the database after each migration."""

_UNREDACTED = "NOT EXISTS (SELECT 1 FROM ledger_entry WHERE act = 'redacted' AND target = OLD.entry_number)"
_SNAPSHOT_STAYS = "ledger_snapshot is append-only; only its body may change, once its redaction entry stands"


def create(connection: Connection) -> None:
    """Create every trigger, on PostgreSQL with the two functions that they call."""
    statements = _postgresql(connection) if connection.dialect.name == "postgresql" else _sqlite()
    for statement in statements:
        connection.execute(text(statement))


def drop(connection: Connection) -> None:
    """Drop every trigger, and on PostgreSQL the functions. A drill may; the application never does."""
    on_postgresql = connection.dialect.name == "postgresql"
    for table in TABLES:
        for name in _REFUSALS[connection.dialect.name]:
            where = f" ON {table}" if on_postgresql else ""
            connection.execute(text(f"DROP TRIGGER {table}_{name}{where}"))
    if on_postgresql:
        connection.execute(text("DROP FUNCTION ledger_refuse, ledger_refuse_unless_redacted"))


def existing(connection: Connection) -> frozenset[str]:
    """Return the names of the triggers that stand on the ledger's tables."""
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'ledger_%'",
        "postgresql": "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND relname LIKE 'ledger_%'",
    }
    return frozenset(connection.scalars(text(catalogue[connection.dialect.name])))


def _sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table} {_sqlite_when(table, verb)}"
        f" BEGIN SELECT RAISE(ABORT, '{_message(table, verb)}'); END"
        for table in TABLES
        for name, verb in _REFUSALS["sqlite"].items()
    ]


def _sqlite_when(table: str, verb: str) -> str:
    key = PRIMARY_KEYS[table]
    if verb == "INSERT":
        return f"WHEN NEW.{key} IN (SELECT {key} FROM {table})"  # noqa: S608 -- both are constants above
    if (table, verb) == ("ledger_snapshot", "UPDATE"):
        return f"WHEN NEW.entry_number IS NOT OLD.entry_number OR {_UNREDACTED}"
    return ""


def _message(table: str, verb: str) -> str:
    if (table, verb) == ("ledger_snapshot", "UPDATE"):
        return _SNAPSHOT_STAYS
    return f"{table} is append-only; {verb} of a row that stands is refused"


def _postgresql(connection: Connection) -> list[str]:
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    refusal = "%s is append-only; %s is refused"
    return [
        _function("ledger_refuse", schema, _raise(f"format('{refusal}', TG_TABLE_NAME, TG_OP)")),
        _function(
            "ledger_refuse_unless_redacted",
            schema,
            f"IF NEW.entry_number IS DISTINCT FROM OLD.entry_number OR {_UNREDACTED} THEN"
            f" {_raise(repr(_SNAPSHOT_STAYS))} END IF; RETURN NEW;",
        ),
        *(
            f"CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table} {_postgresql_action(table, verb)}"
            for table in TABLES
            for name, verb in _REFUSALS["postgresql"].items()
        ),
    ]


def _raise(message: str) -> str:
    """Refuse with the error that SQLite's RAISE(ABORT) gives too: a broken constraint."""
    return f"RAISE integrity_constraint_violation USING MESSAGE = {message};"


def _function(name: str, schema: str, body: str) -> str:
    """Return a function that looks in ``schema`` alone, lest a temporary `ledger_entry` be taken for ours."""
    where = f"SET search_path = {schema}, pg_temp"
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {where} AS $$ BEGIN {body} END $$"


def _postgresql_action(table: str, verb: str) -> str:
    if (table, verb) == ("ledger_snapshot", "UPDATE"):
        return "FOR EACH ROW EXECUTE FUNCTION ledger_refuse_unless_redacted()"
    return "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
