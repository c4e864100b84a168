"""Signing in: name, password and code together, one answer for everything that is wrong with them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from app.accounts import audit, delays, passwords, roster, second_factor, sessions
from app.accounts.delays import Trier
from app.accounts.models import Account
from app.faults import RuleBroken


class UnitOfWork(Protocol):
    """What opens one transaction."""

    def __call__(self) -> AbstractContextManager[Session]: ...


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, and from where. ``device``: the id that it bears, and for which account."""

    username: str
    password: str
    code: str
    network: str
    browser: str
    device: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """In, with a token for the browser; or not, perhaps with seconds to wait."""

    token: str | None = None
    account_id: int | None = None
    wait: int = 0


def enter(unit_of_work: UnitOfWork, typed: Typed, *, samples: bool) -> Outcome:
    """Try to sign in. Sample accounts get in only where ``samples`` is true.

    All ways of being wrong take the same steps: one hash is reckoned and two transactions are made.
    """
    with unit_of_work() as session:
        account = roster.find(session, typed.username)
        trier = _trier(typed, account)
        wait = delays.admit(session, trier)
        kept = account.password_hash if account and _may(account, samples) else None
    if wait:
        return Outcome(wait=wait)
    right = passwords.matches(kept, typed.password)
    with unit_of_work() as session:
        account = roster.find(session, typed.username)
        if (
            account
            and right
            and _may(account, samples)
            and second_factor.accept(session, account, typed.code)
        ):
            return _begin(session, account, typed, trier)
        if account:
            stranger = audit.Actor(None, "", typed.network)
            audit.note(session, stranger, "session.refused", f"account:{account.username}")
        return Outcome()


def confirm(unit_of_work: UnitOfWork, username: str, password: str, network: str) -> list[RuleBroken]:
    """Return what is wrong with the password of one who has signed in. Here too guessing takes longer."""
    trier = Trier(username, network, f"own:{username}")
    with unit_of_work() as session:
        wait = delays.admit(session, trier)
        kept = roster.named(session, username).password_hash
    if wait:
        return [RuleBroken("current", f"Đã thử sai nhiều lần. Hãy chờ {wait} giây rồi thử lại.")]
    if not passwords.matches(kept, password):
        return [RuleBroken("current", "Mật khẩu hiện nay không đúng.")]
    with unit_of_work() as session:
        delays.forget(session, trier)
    return []


def _trier(typed: Typed, account: Account | None) -> Trier:
    known = account is not None and typed.device is not None and typed.device[0] == account.id
    device = typed.device[1] if known and typed.device else None
    return Trier(typed.username, delays.neighbourhood(typed.network), device)


def _may(account: Account, samples: bool) -> bool:
    whole = account.password_hash and account.totp_secret
    return bool(whole) and account.disabled_at is None and (samples or not account.sample)


def _begin(session: Session, account: Account, typed: Typed, trier: Trier) -> Outcome:
    delays.forget(session, trier)
    token = sessions.begin(session, account, typed.network, typed.browser)
    audit.note(session, audit.by(account, typed.network), "session.begun", f"account:{account.username}")
    return Outcome(token, account.id)
