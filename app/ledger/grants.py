"""What the application's own role may do on PostgreSQL: add to the ledger, and nothing that unmakes it.

The owner of a table can disable its triggers, so the owner migrates and another role serves. Knows of the
other tables only that they are not the ledger's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, inspect, text

from app.faults import NotAllowed
from app.ledger.triggers import TABLES


def grant(connection: Connection, role: str, append_only: Collection[str] = ()) -> None:
    """Let ``role`` run the application, and take from it whatever else it was granted here before.

    To the tables named ``append_only`` it may add as it may to the ledger.

    Raises NotAllowed on SQLite, which has no roles, and for a role that is missing or could own a table.
    """
    if connection.dialect.name != "postgresql":
        raise NotAllowed("Chỉ PostgreSQL mới có vai trò (role) để cấp quyền.")
    _refuse_owners(connection, role)
    preparer = connection.dialect.identifier_preparer
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    tables = inspect(connection).get_table_names()
    for statement in statements(tables, schema, preparer.quote(role), {*TABLES, *append_only}):
        connection.execute(text(statement))


def statements(tables: Iterable[str], schema: str, role: str, append_only: Collection[str]) -> Iterator[str]:
    """Yield the statements that give ``role`` what it needs of ``tables`` and no more, all names quoted."""
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role}"
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM {role}"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {role}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role}"
    for table in sorted(tables):
        yield f"GRANT {_rights(table, append_only)} ON {table} TO {role}"
    yield f"GRANT UPDATE (body) ON ledger_snapshot TO {role}"  # to redact; a trigger says when


def _rights(table: str, append_only: Collection[str]) -> str:
    if table == "alembic_version":
        return "SELECT"
    return "SELECT, INSERT" if table in append_only else "SELECT, INSERT, UPDATE, DELETE"


def _refuse_owners(connection: Connection, role: str) -> None:
    if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}):
        raise NotAllowed(f"Không có vai trò {role}: tạo trước bằng CREATE ROLE.")
    owns = text(
        "SELECT bool_or(pg_has_role(:role, relowner, 'MEMBER')) FROM pg_class"
        " WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(:tables)"
    )
    if connection.scalar(owns, {"role": role, "tables": list(TABLES)}):
        raise NotAllowed(
            f"Vai trò {role} sở hữu sổ công bố nên tắt được các chốt chặn: dùng một vai trò khác."
        )
