"""Append-only is the database's job here too: the triggers that refuse to change or take away a line."""

from __future__ import annotations

from sqlalchemy import Connection, text

TABLE = "staff_deed"

_REFUSALS = {
    # SQLite's INSERT OR REPLACE deletes the old row without asking a trigger on DELETE
    "sqlite": {"no_update": "UPDATE", "no_delete": "DELETE", "no_replace": "INSERT"},
    "postgresql": {"no_update": "UPDATE", "no_delete": "DELETE", "no_truncate": "TRUNCATE"},
}
_STANDS = "WHEN NEW.number IN (SELECT number FROM staff_deed)"
_SQLITE = (
    "CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table} {when}"
    " BEGIN SELECT RAISE(ABORT, '{table} is append-only; {verb} of a row that stands is refused'); END"
)
_POSTGRESQL = (
    "CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
)
_FUNCTION = (
    "CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " RAISE integrity_constraint_violation"
    " USING MESSAGE = format('%s is append-only; %s is refused', TG_TABLE_NAME, TG_OP); END $$"
)


def create(connection: Connection) -> None:
    """Create every trigger, on PostgreSQL with the function that they call."""
    dialect = connection.dialect.name
    if dialect == "postgresql":
        connection.execute(text(_FUNCTION.format(table=TABLE)))
    statement = _POSTGRESQL if dialect == "postgresql" else _SQLITE
    for name, verb in _REFUSALS[dialect].items():
        when = _STANDS if verb == "INSERT" else ""
        connection.execute(text(statement.format(table=TABLE, name=name, verb=verb, when=when)))


def drop(connection: Connection) -> None:
    """Drop every trigger, and on PostgreSQL the function. A migration may; the application never does."""
    on_postgresql = connection.dialect.name == "postgresql"
    for name in _REFUSALS[connection.dialect.name]:
        where = f" ON {TABLE}" if on_postgresql else ""
        connection.execute(text(f"DROP TRIGGER {TABLE}_{name}{where}"))
    if on_postgresql:
        connection.execute(text(f"DROP FUNCTION {TABLE}_refuse"))
