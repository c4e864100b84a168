"""Links that somebody hands over: good once and not for long, to set a password, a second factor, or both."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app import clock
from app.accounts import passwords, second_factor, sessions, tokens
from app.accounts.models import Account, Invitation
from app.faults import RuleBroken

LASTS = timedelta(hours=72)


def invite(session: Session, account: Account, purpose: str = "account") -> str:
    """Return the token of a new link. What it will set is taken away now, and earlier links are closed."""
    _close(session, account)
    sessions.end(session, account.id)
    if purpose != "second_factor":
        account.password_hash = None
    if purpose != "password":
        account.totp_secret = account.totp_counter = None
    token = tokens.new()
    session.add(
        Invitation(
            account_id=account.id,
            token_hash=tokens.hashed(token),
            purpose=purpose,
            totp_secret=None if purpose == "password" else second_factor.new_secret(),
            expires_at=(clock.now() + LASTS).isoformat(),
        )
    )
    return token


def find(session: Session, token: str) -> Invitation | None:
    """Return the invitation of this link, if it is still good."""
    found = session.scalar(select(Invitation).where(Invitation.token_hash == tokens.hashed(token)))
    if found is None or found.closed_at or found.account.disabled_at:
        return None
    return found if clock.now().isoformat() < found.expires_at else None


def problems(invitation: Invitation, password: str, again: str, code: str) -> list[RuleBroken]:
    """Return what stands in the way of accepting."""
    broken: list[RuleBroken] = []
    if invitation.purpose != "second_factor":
        broken += passwords.problems(password, again, invitation.account.username)
    if invitation.totp_secret and second_factor.counter(invitation.totp_secret, _plain(code)) is None:
        wrong = "Mã chưa đúng. Hãy nhập mã 6 chữ số đang hiện trên điện thoại."
        broken.append(RuleBroken("code", wrong))
    return broken


def accept(session: Session, invitation: Invitation, password: str, code: str) -> list[str]:
    """Set what the link is for, once `problems` has found none; return new recovery codes, if any."""
    account = invitation.account
    invitation.closed_at = clock.now().isoformat()
    if invitation.purpose != "second_factor":
        account.password_hash = passwords.hashed(password)
    if not invitation.totp_secret:
        return []
    account.totp_secret = invitation.totp_secret
    account.totp_counter = second_factor.counter(invitation.totp_secret, _plain(code))
    invitation.totp_secret = None
    return second_factor.new_codes(session, account)


def disable(session: Session, account: Account) -> None:
    """Let an account do nothing any more: its sign-ins end, its links close."""
    account.disabled_at = clock.now().isoformat()
    sessions.end(session, account.id)
    _close(session, account)


def _close(session: Session, account: Account) -> None:
    still_open = Invitation.account_id == account.id, Invitation.closed_at.is_(None)
    closing = update(Invitation).where(*still_open)
    session.execute(closing.values(closed_at=clock.now().isoformat(), totp_secret=None))


def _plain(code: str) -> str:
    return "".join(code.split())
