"""Mail to the desk: addresses of accounts, the last digests; collaborators with a card as candidates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

EARLIER = "kind IN ('organisation', 'lawyer')"
NOW = "kind IN ('organisation', 'lawyer', 'collaborator')"
CHECK = "ck_candidate_kind"
OF_COLLABORATORS = "SELECT id FROM candidate WHERE kind = 'collaborator'"


def upgrade() -> None:
    op.add_column("account", sa.Column("email", sa.Text()))
    op.create_table(
        "mail_digest",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_mail_digest"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_mail_digest_account_id_account"),
    )
    _let_kinds_be(EARLIER, NOW)


def downgrade() -> None:
    op.execute(f"DELETE FROM event WHERE candidate_id IN ({OF_COLLABORATORS})")  # noqa: S608  a constant
    op.execute("DELETE FROM candidate WHERE kind = 'collaborator'")
    _let_kinds_be(NOW, EARLIER)
    op.drop_table("mail_digest")
    op.drop_column("account", "email")


def _let_kinds_be(before: str, after: str) -> None:
    """Events refer to candidates, so on SQLite the table is filled again under its own name."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        op.drop_constraint(op.f(CHECK), "candidate", type_="check")
        op.create_check_constraint(op.f(CHECK), "candidate", after)
        return
    definition = connection.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'candidate'"))
    for statement in (
        "PRAGMA defer_foreign_keys = ON",
        "CREATE TABLE kept AS SELECT * FROM candidate",
        "DROP TABLE candidate",
        definition.replace(before, after),
        "INSERT INTO candidate SELECT * FROM kept",
        "DROP TABLE kept",
    ):
        connection.exec_driver_sql(statement)
