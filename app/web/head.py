"""The newest publication, read at most every 200 ms by each worker, and at once after its own publication."""

from __future__ import annotations

import time

from flask import current_app
from sqlalchemy.orm import Session

from app.ledger import read
from app.ledger.read import PublicationView

SECONDS = 0.2


def head(session: Session) -> PublicationView | None:
    """Return the newest publication, or None in an empty register."""
    known = current_app.extensions.get("head")
    if known and time.monotonic() - known[0] < SECONDS:
        view: PublicationView | None = known[1]
        return view
    newest = read.head(session)
    current_app.extensions["head"] = (time.monotonic(), newest)
    return newest


def forget_head() -> None:
    """Read the head anew next time."""
    current_app.extensions.pop("head", None)
