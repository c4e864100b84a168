"""Sign-ins on the server's side: begun with a fresh token, seen, ended. The browser holds the token only."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app import clock
from app.accounts import tokens
from app.accounts.models import Account, SignIn

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
_SEEN_AGAIN = timedelta(minutes=5)


def begin(session: Session, account: Account, network: str, browser: str) -> str:
    """Begin a sign-in and return its token, which is kept nowhere."""
    token, now = tokens.new(), clock.now().isoformat()
    session.add(
        SignIn(
            account_id=account.id,
            token_hash=tokens.hashed(token),
            network=network[:64],
            browser=browser[:200],
            began_at=now,
            seen_at=now,
        )
    )
    session.flush()
    return token


def find(session: Session, token: str) -> SignIn | None:
    """Return the sign-in of ``token``, if it still holds."""
    found = session.scalar(select(SignIn).where(SignIn.token_hash == tokens.hashed(token)))
    return found if found and holds(found) else None


def holds(one: SignIn) -> bool:
    """Return whether a sign-in is neither ended nor too old, nor its account disabled."""
    now = clock.now()
    fresh = now < _moment(one.seen_at) + IDLE and now < _moment(one.began_at) + LONGEST
    return fresh and one.ended_at is None and one.account.disabled_at is None


def unseen_for_long(one: SignIn) -> bool:
    """Return whether it is time to note that somebody is still there."""
    return clock.now() >= _moment(one.seen_at) + _SEEN_AGAIN


def seen(session: Session, sign_in_id: int) -> None:
    """Note that somebody is still there."""
    session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(seen_at=clock.now().isoformat()))


def of(session: Session, account_id: int) -> list[SignIn]:
    """Return the sign-ins of an account that still hold, the newest first."""
    open_ones = SignIn.account_id == account_id, SignIn.ended_at.is_(None)
    found = session.scalars(select(SignIn).where(*open_ones).order_by(SignIn.id.desc()))
    return [one for one in found if holds(one)]


def last_before(session: Session, sign_in_id: int, account_id: int) -> SignIn | None:
    """Return the sign-in of the account before this one."""
    earlier = SignIn.account_id == account_id, SignIn.id < sign_in_id
    return session.scalar(select(SignIn).where(*earlier).order_by(SignIn.id.desc()).limit(1))


def end(session: Session, account_id: int, sign_in_id: int | None = None, but: int | None = None) -> None:
    """End one sign-in of an account, or all of them, or all but one."""
    ending = update(SignIn).where(SignIn.account_id == account_id, SignIn.ended_at.is_(None))
    if sign_in_id is not None:
        ending = ending.where(SignIn.id == sign_in_id)
    if but is not None:
        ending = ending.where(SignIn.id != but)
    session.execute(ending.values(ended_at=clock.now().isoformat()))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
