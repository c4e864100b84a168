"""Scans of decisions: which file belongs to which publication, who added it and when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(25), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_scan_sha256")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_scan_account_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_scan"),
    )
    op.create_index("ix_scan_publication", "scan", ["publication"])


def downgrade() -> None:
    op.drop_index("ix_scan_publication", table_name="scan")
    op.drop_table("scan")
