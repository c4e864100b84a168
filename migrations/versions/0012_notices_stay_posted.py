"""Every notice says until when it is posted. Where one did not, its next change must say so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

OPEN, FILLED = "posted_until VARCHAR(10), ", "posted_until VARCHAR(10) NOT NULL, "


def upgrade() -> None:
    op.execute("UPDATE notice SET posted_until = '' WHERE posted_until IS NULL")
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(OPEN, FILLED)
    else:
        op.alter_column("notice", "posted_until", nullable=False)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(FILLED, OPEN)
    else:
        op.alter_column("notice", "posted_until", nullable=True)
    op.execute("UPDATE notice SET posted_until = NULL WHERE posted_until = ''")


def _make_anew(column: str, other: str) -> None:
    """Give the table of SQLite a definition in which ``column`` is ``other``; no table refers to it."""
    connection = op.get_bind()
    definition = connection.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'notice'"))
    for statement in (
        "CREATE TABLE kept AS SELECT * FROM notice",
        "DROP TABLE notice",
        str(definition).replace(column, other),
        "INSERT INTO notice SELECT * FROM kept",
        "DROP TABLE kept",
    ):
        connection.exec_driver_sql(statement)
