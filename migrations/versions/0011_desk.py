"""The desk's door: roles by kind, second factors, sign-ins, invitations, deputies, and what staff did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.accounts import audit_triggers

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

EARLIER = "role IN ('clerk', 'approver', 'operator')"
NOW = (
    "role IN ('clerk_centre', 'clerk_department', 'approver', 'administrator', 'auditor',"
    " 'clerk', 'operator')"
)
CHECK = "ck_account_role"
TABLES = ("staff_deed", "recovery_code", "invitation", "sign_in_attempt", "sign_in", "deputy")


def upgrade() -> None:
    _let_roles_be(EARLIER, NOW)
    op.execute("UPDATE account SET role = 'clerk_department' WHERE role = 'clerk' AND sample")
    op.add_column("account", sa.Column("totp_secret", sa.String(64)))
    op.add_column("account", sa.Column("totp_counter", sa.Integer()))
    op.add_column("account", sa.Column("disabled_at", sa.String(25)))
    for create in (_create_deputy, _create_sign_in, _create_attempt, _create_invitation, _create_code):
        create()
    _create_deed()
    audit_triggers.create(op.get_bind())


def downgrade() -> None:
    audit_triggers.drop(op.get_bind())
    for table in TABLES:
        op.drop_table(table)
    for column in ("disabled_at", "totp_counter", "totp_secret"):
        op.drop_column("account", column)
    op.execute("UPDATE account SET role = 'clerk' WHERE role NOT IN ('approver', 'operator')")
    _let_roles_be(NOW, EARLIER)


def _let_roles_be(before: str, after: str) -> None:
    """Other rows refer to accounts, so on SQLite the table is filled again under its own name."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        op.drop_constraint(op.f(CHECK), "account", type_="check")
        op.create_check_constraint(op.f(CHECK), "account", after)
        return
    definition = connection.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'account'"))
    for statement in (
        "PRAGMA defer_foreign_keys = ON",
        "CREATE TABLE kept AS SELECT * FROM account",
        "DROP TABLE account",
        definition.replace(before, after),
        "INSERT INTO account SELECT * FROM kept",
        "DROP TABLE kept",
    ):
        connection.exec_driver_sql(statement)


def _create_deputy() -> None:
    op.create_table(
        "deputy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.String(10), nullable=False),
        sa.Column("to_day", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deputy"),
        sa.CheckConstraint("account_id <> approver_id", name=op.f("ck_deputy_another_person")),
        sa.CheckConstraint("from_day <= to_day", name=op.f("ck_deputy_days")),
        sa.ForeignKeyConstraint(["approver_id"], ["account.id"], name="fk_deputy_approver_id_account"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_deputy_account_id_account"),
    )
    op.create_index("ix_deputy_approver_id", "deputy", ["approver_id"])
    op.create_index("ix_deputy_account_id", "deputy", ["account_id"])


def _create_sign_in() -> None:
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("browser", sa.String(200), nullable=False),
        sa.Column("began_at", sa.String(25), nullable=False),
        sa.Column("seen_at", sa.String(25), nullable=False),
        sa.Column("ended_at", sa.String(25)),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in"),
        sa.UniqueConstraint("token_hash", name="uq_sign_in_token_hash"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_sign_in_account_id_account"),
    )
    op.create_index("ix_sign_in_account_id", "sign_in", ["account_id"])


def _create_attempt() -> None:
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username_hash", sa.String(64), nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("device", sa.String(64)),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_attempt"),
    )
    for column in ("username_hash", "network", "device"):
        op.create_index(f"ix_sign_in_attempt_{column}", "sign_in_attempt", [column])


def _create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("totp_secret", sa.String(64)),
        sa.Column("expires_at", sa.String(25), nullable=False),
        sa.Column("closed_at", sa.String(25)),
        sa.PrimaryKeyConstraint("id", name="pk_invitation"),
        sa.UniqueConstraint("token_hash", name="uq_invitation_token_hash"),
        sa.CheckConstraint(
            "purpose IN ('account', 'password', 'second_factor')", name=op.f("ck_invitation_purpose")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_invitation_account_id_account"),
    )
    op.create_index("ix_invitation_account_id", "invitation", ["account_id"])


def _create_code() -> None:
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("used_at", sa.String(25)),
        sa.PrimaryKeyConstraint("id", name="pk_recovery_code"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_recovery_code_account_id_account"),
    )
    op.create_index("ix_recovery_code_account_id", "recovery_code", ["account_id"])


def _create_deed() -> None:
    op.create_table(
        "staff_deed",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(25), nullable=False),
        sa.Column("account_id", sa.Integer()),
        sa.Column("username", sa.String(64), nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("deed", sa.String(40), nullable=False),
        sa.Column("about", sa.String(120), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_staff_deed"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_staff_deed_account_id_account"),
    )
    for column in ("account_id", "deed", "about"):
        op.create_index(f"ix_staff_deed_{column}", "staff_deed", [column])
