"""What people tell through the public forms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("point", sa.String(16), nullable=False),
        sa.Column("listing_id", sa.String(24)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("subject", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.String(25), nullable=False),
        sa.Column("due_on", sa.String(10)),
        sa.Column("closed_at", sa.String(25)),
        sa.Column("outcome", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.CheckConstraint("purpose IN ('mistake', 'money', 'satisfaction')", name=op.f("ck_report_purpose")),
        sa.CheckConstraint("(closed_at IS NULL) = (outcome IS NULL)", name=op.f("ck_report_closed")),
    )


def downgrade() -> None:
    op.drop_table("report")
