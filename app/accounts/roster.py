"""Finding and adding accounts. The two accounts of the command line exist in every register."""

from __future__ import annotations

import re
from contextlib import nullcontext
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from app.accounts import permissions
from app.accounts.models import Account, Deputy
from app.accounts.permissions import APPROVER, DESK_ROLES
from app.faults import NotFound, RuleBroken

TYPIST = "nhap-lieu"
OPERATOR = "van-hanh"
_COMMAND_LINE = (
    (TYPIST, "Nhập liệu (dòng lệnh)", permissions.CLERK),
    (OPERATOR, "Vận hành (dòng lệnh)", permissions.OPERATOR),
)
_USERNAME = re.compile(r"[a-z0-9][a-z0-9.-]{2,39}")


def named(session: Session, username: str) -> Account:
    """Return the account. Raises LookupError where there is none."""
    account = find(session, username)
    if account is None:
        raise LookupError(f"no account {username!r}")
    return account


def find(session: Session, username: str) -> Account | None:
    """Return the account of this name, or None."""
    return session.scalar(select(Account).where(Account.username == username))


def people(session: Session) -> list[Account]:
    """Return the accounts of persons, by user name."""
    found = session.scalars(select(Account).where(Account.role.in_(DESK_ROLES)))
    return sorted(found, key=lambda account: account.username)


def person(session: Session, username: str) -> Account:
    """Return the account of a person. Raises NotFound, also for the accounts of the command line."""
    account = find(session, username)
    if account is None or account.role not in DESK_ROLES:
        raise NotFound(f"Không có tài khoản {username}.")
    return account


def state(account: Account) -> str:
    """Return ``disabled``, ``invited`` while something is still to be set, or ``active``."""
    if account.disabled_at:
        return "disabled"
    return "active" if account.password_hash and account.totp_secret else "invited"


def roles(account: Account, day: date) -> frozenset[str]:
    """Return the roles that ``account`` has on ``day``: its own, and the approver's whose deputy it is."""
    if account.disabled_at:
        return frozenset()
    session = object_session(account)
    with session.no_autoflush if session else nullcontext():  # asked about what is only half written
        stands_in = any(_covers(deputy, day.isoformat()) for deputy in account.stands_in)
    return frozenset({account.role, APPROVER} if stands_in else {account.role})


def _covers(deputy: Deputy, day: str) -> bool:
    return deputy.from_day <= day <= deputy.to_day and not deputy.approver.disabled_at


def add(session: Session, username: str, name: str, role: str) -> Account:
    """Add a person, who can sign in once they have used their invitation."""
    account = Account(username=username, name=name, role=role)
    session.add(account)
    session.flush()
    return account


def problems(session: Session, username: str, name: str, role: str) -> list[RuleBroken]:
    """Return what stands in the way of adding such a person."""
    broken = []
    if not name:
        broken.append(RuleBroken("name", "Hãy ghi họ và tên."))
    if not _USERNAME.fullmatch(username):
        usable = "Tên đăng nhập dài 3-40 ký tự: chữ thường không dấu, chữ số, dấu chấm, dấu gạch nối."
        broken.append(RuleBroken("username", usable))
    elif find(session, username):
        broken.append(RuleBroken("username", "Đã có tài khoản mang tên này."))
    if role not in DESK_ROLES:
        broken.append(RuleBroken("role", "Hãy chọn một vai trò."))
    return broken


def add_command_line_accounts(session: Session) -> None:
    """Add the accounts without a password that stand for the command line, once."""
    known = set(session.scalars(select(Account.username)))
    for username, name, role in _COMMAND_LINE:
        if username not in known:
            session.add(Account(username=username, name=name, role=role))
