"""The sample accounts, one for each role. Where others than this machine reach the server they stay out."""

from __future__ import annotations

import secrets
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.accounts import passwords, second_factor
from app.accounts.models import Account
from app.accounts.permissions import ADMINISTRATOR, APPROVER, AUDITOR, CLERK_CENTRE, CLERK_DEPARTMENT

_PEOPLE = (
    ("mau-trung-tam", "Chuyên viên Trung tâm Mẫu", CLERK_CENTRE),
    ("mau-chuyen-vien", "Chuyên viên Mẫu", CLERK_DEPARTMENT),
    ("mau-nguoi-duyet", "Người duyệt Mẫu", APPROVER),
    ("mau-quan-tri", "Quản trị Mẫu", ADMINISTRATOR),
    ("mau-kiem-tra", "Kiểm tra Mẫu", AUDITOR),
)


class Keys(NamedTuple):
    """All that one needs to sign in as a sample person; the database keeps hashes."""

    username: str
    role: str
    password: str
    totp_secret: str
    codes: list[str]

    def __str__(self) -> str:
        return (
            f"{self.username} ({self.role})\n  password {self.password}\n"
            f"  totp {self.totp_secret}\n  codes {' '.join(self.codes)}\n"
        )


def add(session: Session) -> list[Keys]:
    """Add the sample people and return their keys."""
    return [_add(session, *person) for person in _PEOPLE]


def _add(session: Session, username: str, name: str, role: str) -> Keys:
    password, secret = secrets.token_urlsafe(12), second_factor.new_secret()
    account = Account(
        username=username,
        name=name,
        role=role,
        password_hash=passwords.hashed(password),
        totp_secret=secret,
        sample=True,
    )
    session.add(account)
    session.flush()
    return Keys(username, role, password, secret, second_factor.new_codes(session, account))
