"""What a change started from, besides the ledger, and which questions about its words were answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("change", sa.Column("base_record", sa.String(64)))
    op.add_column("change", sa.Column("answered", sa.JSON()))


def downgrade() -> None:
    for column in ("answered", "base_record"):
        op.drop_column("change", column)
