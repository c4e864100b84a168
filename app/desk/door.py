"""The blueprint on which every address of the desk hangs, and the token that every form bears."""

from __future__ import annotations

from flask import Blueprint
from flask_wtf.csrf import CSRFProtect

HOME = "/can-bo"

desk = Blueprint("desk", __name__, url_prefix=HOME)
csrf = CSRFProtect()


def inside(path: str) -> bool:
    """Return whether ``path`` is an address of the desk, the only kind that signing in leads to."""
    return path == HOME or path.startswith((f"{HOME}/", f"{HOME}?"))
