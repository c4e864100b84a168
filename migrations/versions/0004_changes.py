"""What clerks propose: change sets, changes, and who saved them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_change_set()
    _create_change()
    _create_change_save()


def downgrade() -> None:
    for table in ("change_save", "change", "change_set"):
        op.drop_table(table)


def _create_change_set() -> None:
    op.create_table(
        "change_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(25), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name="fk_change_set_author_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_change_set"),
    )


def _create_change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("listing_id", sa.String(16)),
        sa.Column("base_entry", sa.Integer()),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("target", sa.Integer()),
        sa.Column("holds_from", sa.String(10)),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("approver_id", sa.Integer()),
        sa.Column("fingerprint", sa.String(64)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("entry", sa.Integer()),
        *_change_constraints(),
    )
    for column in ("change_set_id", "listing_id", "state"):
        op.create_index(f"ix_change_{column}", "change", [column])


def _change_constraints() -> tuple[sa.Constraint, ...]:
    return (
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'returned', 'approved', 'published', 'dropped')",
            name=op.f("ck_change_state"),
        ),
        sa.CheckConstraint(
            "approver_id IS NULL OR approver_id <> author_id", name=op.f("ck_change_four_eyes")
        ),
        sa.CheckConstraint(
            "state NOT IN ('approved', 'published') OR approver_id IS NOT NULL",
            name=op.f("ck_change_approved_by_someone"),
        ),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_set.id"], name="fk_change_change_set_id_change_set"
        ),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name="fk_change_author_id_account"),
        sa.ForeignKeyConstraint(["approver_id"], ["account.id"], name="fk_change_approver_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sa.UniqueConstraint("change_set_id", "position", name="uq_change_change_set_id"),
    )


def _create_change_save() -> None:
    op.create_table(
        "change_save",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.String(25), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name="fk_change_save_change_id_change"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_change_save_account_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_change_save"),
    )
    op.create_index("ix_change_save_change_id", "change_save", ["change_id"])
