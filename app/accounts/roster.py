"""Finding and adding accounts. The two accounts of the command line exist in every register."""

from __future__ import annotations

import secrets

from argon2 import PasswordHasher
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.models import Account

TYPIST = "nhap-lieu"
OPERATOR = "van-hanh"
_COMMAND_LINE = ((TYPIST, "Nhập liệu (dòng lệnh)", "clerk"), (OPERATOR, "Vận hành (dòng lệnh)", "operator"))
_SAMPLE = (
    ("mau-chuyen-vien", "Chuyên viên Mẫu", "clerk"),
    ("mau-nguoi-duyet", "Người duyệt Mẫu", "approver"),
)


def named(session: Session, username: str) -> Account:
    """Return the account. Raises LookupError where there is none."""
    account = session.scalar(select(Account).where(Account.username == username))
    if account is None:
        raise LookupError(f"no account {username!r}")
    return account


def add_command_line_accounts(session: Session) -> None:
    """Add the accounts without a password that stand for the command line, once."""
    known = set(session.scalars(select(Account.username)))
    for username, name, role in _COMMAND_LINE:
        if username not in known:
            session.add(Account(username=username, name=name, role=role))


def add_sample_accounts(session: Session) -> dict[str, str]:
    """Add the sample clerk and approver; return their passwords by user name, stored only as hashes."""
    hasher = PasswordHasher()
    passwords = {username: secrets.token_urlsafe(12) for username, _, _ in _SAMPLE}
    for username, name, role in _SAMPLE:
        hashed = hasher.hash(passwords[username])
        session.add(Account(username=username, name=name, role=role, password_hash=hashed, sample=True))
    session.flush()
    return passwords
