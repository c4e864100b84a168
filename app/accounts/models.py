"""The tables of accounts, and of how their holders sign in. Whatever is a secret is kept as a hash.

The exception is the secret of a second factor, from which both sides must reckon the same code.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.permissions import ROLES
from app.db import Base

PURPOSES = ("account", "password", "second_factor")


class Account(Base):
    """One person, or one hand of the command line, who can propose or approve.

    Without both a password and a second factor nobody signs in. ``totp_counter`` is the last code accepted.
    """

    __tablename__ = "account"
    __table_args__ = (CheckConstraint(f"role IN {ROLES}", name="role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    role: Mapped[str] = mapped_column(String(16))
    password_hash: Mapped[str | None] = mapped_column(Text)
    sample: Mapped[bool] = mapped_column(default=False)
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_counter: Mapped[int | None]
    disabled_at: Mapped[str | None] = mapped_column(String(25))

    stands_in: Mapped[list[Deputy]] = relationship(
        foreign_keys="Deputy.account_id", back_populates="account", order_by="Deputy.id"
    )


class Deputy(Base):
    """Who approves in an approver's place, from one day to another, both included."""

    __tablename__ = "deputy"
    __table_args__ = (
        CheckConstraint("account_id <> approver_id", name="another_person"),
        CheckConstraint("from_day <= to_day", name="days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    approver_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    from_day: Mapped[str] = mapped_column(String(10))
    to_day: Mapped[str] = mapped_column(String(10))

    approver: Mapped[Account] = relationship(foreign_keys=[approver_id])
    account: Mapped[Account] = relationship(foreign_keys=[account_id], back_populates="stands_in")


class SignIn(Base):
    """One browser that signed in, until it is ended or too old."""

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    network: Mapped[str] = mapped_column(String(64))
    browser: Mapped[str] = mapped_column(String(200))
    began_at: Mapped[str] = mapped_column(String(25))
    seen_at: Mapped[str] = mapped_column(String(25))
    ended_at: Mapped[str | None] = mapped_column(String(25))

    account: Mapped[Account] = relationship()


class Attempt(Base):
    """One attempt to sign in, forgotten when it succeeds or after a while. ``at`` is in seconds."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    username_hash: Mapped[str] = mapped_column(String(64), index=True)
    network: Mapped[str] = mapped_column(String(64), index=True)
    device: Mapped[str | None] = mapped_column(String(64), index=True)
    at: Mapped[int]


class Invitation(Base):
    """A link, good once and not for long, by which one sets a password, a second factor, or both."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint(f"purpose IN {PURPOSES}", name="purpose"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[str] = mapped_column(String(16))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    expires_at: Mapped[str] = mapped_column(String(25))
    closed_at: Mapped[str | None] = mapped_column(String(25))

    account: Mapped[Account] = relationship()


class RecoveryCode(Base):
    """A code that stands in once for the second factor."""

    __tablename__ = "recovery_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[str | None] = mapped_column(String(25))
