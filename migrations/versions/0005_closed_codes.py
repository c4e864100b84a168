"""What only a few codes may say: who may be suspended, how an organisation takes part, a lawyer's gender."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CHECKS = (
    ("listing", "ck_listing_suspended_kind", "status <> 'suspended' OR kind = 'organisation'"),
    ("organisation", "ck_organisation_participation", "participation IN ('contract', 'registration')"),
    (
        "organisation",
        "ck_organisation_organisation_type",
        "organisation_type IN ('law_practice', 'legal_consultancy')",
    ),
    ("lawyer", "ck_lawyer_gender", "gender IN ('male', 'female')"),
)


END = "\n)"


def upgrade() -> None:
    for table, name, condition in CHECKS:
        if op.get_bind().dialect.name == "sqlite":
            _make_anew(table, END, _clause(name, condition) + END)
        else:
            op.create_check_constraint(op.f(name), table, condition)


def downgrade() -> None:
    for table, name, condition in reversed(CHECKS):
        if op.get_bind().dialect.name == "sqlite":
            _make_anew(table, _clause(name, condition) + END, END)
        else:
            op.drop_constraint(op.f(name), table, type_="check")


def _clause(name: str, condition: str) -> str:
    return f", \n\tCONSTRAINT {name} CHECK ({condition})"


def _make_anew(table: str, end: str, other_end: str) -> None:
    """Give a table of SQLite a definition that ends otherwise, its rows and indexes kept.

    Batch mode would drop `listing` and rename another into its place, which leaves every row that refers to
    it a broken reference. Dropped and filled again under its own name, all of them are whole at the commit.
    """
    connection = op.get_bind()
    definition, *indexes = connection.scalars(
        sa.text(
            "SELECT sql FROM sqlite_master WHERE tbl_name = :table AND sql <> '' ORDER BY type = 'index'"
        ),
        {"table": table},
    ).all()
    beginning, _, _ = definition.rpartition(end)
    for statement in (
        "PRAGMA defer_foreign_keys = ON",
        f"CREATE TABLE kept AS SELECT * FROM {table}",  # noqa: S608  our own names
        f"DROP TABLE {table}",
        beginning + other_end,
        f"INSERT INTO {table} SELECT * FROM kept",  # noqa: S608
        "DROP TABLE kept",
        *indexes,
    ):
        connection.exec_driver_sql(statement)
