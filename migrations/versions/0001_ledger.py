"""The ledger: publications, entries, snapshots, keys, and the triggers that keep them append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.ledger import triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_key()
    _create_publication()
    _create_entry()
    _create_snapshot()
    triggers.create(op.get_bind())


def downgrade() -> None:
    triggers.drop(op.get_bind())
    for table in ("ledger_snapshot", "ledger_entry", "ledger_publication", "ledger_key"):
        op.drop_table(table)


def _create_key() -> None:
    op.create_table(
        "ledger_key",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("from_publication", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_key"),
    )


def _create_publication() -> None:
    op.create_table(
        "ledger_publication",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text()),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("published_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_ledger_publication"),
        sa.ForeignKeyConstraint(
            ["key_id"], ["ledger_key.id"], name="fk_ledger_publication_key_id_ledger_key"
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_ledger_publication_number")),
        sa.CheckConstraint(
            "(previous_hash IS NULL) = (number = 1)", name=op.f("ck_ledger_publication_previous_hash")
        ),
    )


def _create_entry() -> None:
    op.create_table(
        "ledger_entry",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("publication", sa.Integer(), nullable=False),
        sa.Column("listing_id", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("holds_from", sa.Text()),
        sa.Column("target", sa.Integer()),
        sa.Column("snapshot_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_ledger_entry"),
        sa.ForeignKeyConstraint(
            ["publication"],
            ["ledger_publication.number"],
            name="fk_ledger_entry_publication_ledger_publication",
        ),
        sa.ForeignKeyConstraint(
            ["target"], ["ledger_entry.number"], name="fk_ledger_entry_target_ledger_entry"
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_ledger_entry_number")),
        sa.CheckConstraint(
            "act IN ('changed', 'corrected', 'ended', 'listed', 'redacted', 'reinstated', 'withdrawn')",
            name=op.f("ck_ledger_entry_act"),
        ),
        sa.CheckConstraint(
            "(target IS NOT NULL) = (act IN ('corrected', 'redacted'))", name=op.f("ck_ledger_entry_target")
        ),
        sa.CheckConstraint(
            "holds_from IS NOT NULL OR act IN ('redacted', 'withdrawn')",
            name=op.f("ck_ledger_entry_holds_from"),
        ),
    )
    op.create_index("ix_ledger_entry_listing_id", "ledger_entry", ["listing_id"])
    op.create_index("ix_ledger_entry_publication", "ledger_entry", ["publication"])


def _create_snapshot() -> None:
    op.create_table(
        "ledger_snapshot",
        sa.Column("entry_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_number", name="pk_ledger_snapshot"),
        sa.ForeignKeyConstraint(
            ["entry_number"], ["ledger_entry.number"], name="fk_ledger_snapshot_entry_number_ledger_entry"
        ),
    )
