"""The second factor: codes that change every half minute, and recovery codes that stand in once each."""

from __future__ import annotations

import base64
import hmac
import secrets

import pyotp
import segno
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app import clock
from app.accounts import tokens
from app.accounts.models import Account, RecoveryCode

CODES = 10
_STEP = 30
_SLACK = (0, -1, 1)  # a phone's clock may be half a minute off


def new_secret() -> str:
    """Return a secret to be shared with somebody's phone."""
    return pyotp.random_base32()


def picture(secret: str, username: str, issuer: str) -> str:
    """Return the secret as a QR code for authenticator programs: an SVG in a data address."""
    address = pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=issuer)
    return segno.make(address, error="m").svg_data_uri(scale=5, dark="#000", light="#fff")


def counter(secret: str, code: str) -> int | None:
    """Return which code of the sequence ``code`` is at this moment, or None where it is none."""
    totp, now = pyotp.TOTP(secret), int(clock.now().timestamp())
    for offset in _SLACK:
        if hmac.compare_digest(totp.at(now + offset * _STEP).encode(), code.encode()):
            return now // _STEP + offset
    return None


def accept(session: Session, account: Account, typed: str) -> bool:
    """Accept a code or a recovery code, each at most once."""
    code = "".join(typed.split()).replace("-", "")
    if code.isascii() and code.isdigit():
        return _accept_code(account, code)
    kept = session.scalar(
        select(RecoveryCode).where(
            RecoveryCode.account_id == account.id,
            RecoveryCode.code_hash == tokens.hashed(code.lower()),
            RecoveryCode.used_at.is_(None),
        )
    )
    if kept is None:
        return False
    kept.used_at = clock.now().isoformat()
    return True


def _accept_code(account: Account, code: str) -> bool:
    found = counter(account.totp_secret, code) if account.totp_secret else None
    if found is None or found <= (account.totp_counter or 0):
        return False
    account.totp_counter = found
    return True


def new_codes(session: Session, account: Account) -> list[str]:
    """Return new recovery codes in place of all earlier ones; only their hashes are kept."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    codes = [_new_code() for _ in range(CODES)]
    for code in codes:
        session.add(RecoveryCode(account_id=account.id, code_hash=tokens.hashed(code.replace("-", ""))))
    return codes


def codes_left(session: Session, account_id: int) -> int:
    """Return how many recovery codes are unused."""
    unused = RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None)
    return session.scalar(select(func.count()).select_from(RecoveryCode).where(*unused)) or 0


def _new_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(10)).decode().lower()
    letters = "x" + letters[1:] if letters.isdigit() else letters  # all digits would be read as a code
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))
