"""The accepted records of a third unlisted kind: figures that the head of the office lets be shown."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shown_figure",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("figure", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["listing.id"], name="fk_shown_figure_id_listing"),
        sa.PrimaryKeyConstraint("id", name="pk_shown_figure"),
    )


def downgrade() -> None:
    op.drop_table("shown_figure")
