"""The accepted records of the unlisted kinds: search words and banners."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

Part = sa.Column[str] | sa.Column[object] | sa.CheckConstraint | sa.ForeignKeyConstraint


def upgrade() -> None:
    _create(
        "vocabulary",
        _json("spellings"),
        sa.Column("means", sa.String(16), nullable=False),
        _json("fields_of_law"),
        _json("kinds"),
        sa.Column("stands_for", sa.Text()),
        _json("communes"),
        _json("languages"),
    )
    _create(
        "banner",
        sa.Column("banner_type", sa.String(16), nullable=False),
        sa.Column("office", sa.String(16)),
        sa.Column("outage_on", sa.String(10)),
        sa.CheckConstraint("banner_type <> 'outage' OR outage_on IS NOT NULL", name=op.f("ck_banner_outage")),
        sa.CheckConstraint("banner_type <> 'alert' OR office IS NOT NULL", name=op.f("ck_banner_alert")),
        sa.ForeignKeyConstraint(
            ["office"],
            ["listing.id"],
            name="fk_banner_office_listing",
            deferrable=True,
            initially="DEFERRED",
        ),
    )


def downgrade() -> None:
    for table in ("banner", "vocabulary"):
        op.drop_table(table)


def _create(table: str, *parts: Part) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.String(16), nullable=False),
        *parts,
        sa.ForeignKeyConstraint(["id"], ["listing.id"], name=f"fk_{table}_id_listing"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON())
