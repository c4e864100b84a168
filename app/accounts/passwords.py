"""Passwords: argon2id hashes, and what a password must be. Length counts, odd characters do not."""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.faults import RuleBroken

SHORTEST, LONGEST = 12, 200

_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """Return the hash to keep of ``password``."""
    return _HASHER.hash(_one_spelling(password))


def matches(kept: str | None, password: str) -> bool:
    """Return whether ``password`` is the one. Without a hash it is not, and takes as long to say so."""
    try:
        _HASHER.verify(kept or _nobodys(), _one_spelling(password)[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def problems(password: str, again: str, username: str) -> list[RuleBroken]:
    """Return what stands in the way of ``password``."""
    chosen = _one_spelling(password)
    if len(chosen) < SHORTEST:
        return [RuleBroken("password", f"Mật khẩu cần ít nhất {SHORTEST} ký tự; một câu dễ nhớ là tốt nhất.")]
    if len(chosen) > LONGEST:
        return [RuleBroken("password", f"Mật khẩu dài nhất {LONGEST} ký tự.")]
    if username in chosen.casefold() or len(set(chosen)) < 5:
        return [RuleBroken("password", "Mật khẩu này dễ đoán: hãy chọn một câu khác.")]
    if chosen != _one_spelling(again):
        return [RuleBroken("again", "Hai lần nhập mật khẩu không giống nhau.")]
    return []


def _one_spelling(password: str) -> str:
    """One keyboard writes ế as one letter, another as three."""
    return unicodedata.normalize("NFKC", password)


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody")
