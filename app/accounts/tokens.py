"""Random tokens that are handed out once and kept only as a hash."""

from __future__ import annotations

import secrets

from app.canonical import sha256


def new() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """Return what is kept of a token; it is too random to be found by trying."""
    return sha256(token)
