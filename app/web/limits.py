"""How much one address may ask for: generously, for a whole village may share one. Kept in memory.

What had to be computed is counted, an answer "not modified" is not; nor are assets, checks of health and
the desk, which has bounds of its own. Whoever sits at this machine is exempt, unless it is a trusted proxy.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from flask import Flask, Response, g, request

from app.web import errors
from app.web.peer import asker

PER_SECOND = 50
"""Which makes 3,000 a minute."""

MOST_ADDRESSES = 20_000
FREE = ("/can-bo", "/static/", "/healthz", "/readyz")


class Allowance:
    """Counts what each asker has had in the present second; ``now`` tells seconds that only grow."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self._counts: dict[str, tuple[int, int]] = {}

    def take(self, who: str) -> bool:
        """Count one answer for ``who``; return False, and count nothing, where that is too much."""
        second = int(self._now())
        with self._lock:
            if len(self._counts) >= MOST_ADDRESSES:
                self._counts = {key: kept for key, kept in self._counts.items() if kept[0] == second}
            had = self._had(who, second)
            if had < PER_SECOND:
                self._counts[who] = (second, had + 1)
        return had < PER_SECOND

    def give_back(self, who: str) -> None:
        """Do not count the last answer after all."""
        second = int(self._now())
        with self._lock:
            self._counts[who] = (second, max(0, self._had(who, second) - 1))

    def _had(self, who: str, second: int) -> int:
        counted_in, count = self._counts.get(who, (second, 0))
        return count if counted_in == second else 0


def install(app: Flask) -> None:
    """Answer 429 to whoever asks for too much. Installed before the headers, to see their 304."""
    app.extensions["allowance"] = Allowance()

    @app.before_request
    def ask() -> Response | None:
        g.counted = _counted()
        if not g.counted or app.extensions["allowance"].take(g.counted):
            return None
        g.counted = ""
        response = errors.answer(429)
        response.headers["Retry-After"] = "1"
        return response

    @app.after_request
    def settle(response: Response) -> Response:
        if response.status_code == 304 and g.get("counted"):
            app.extensions["allowance"].give_back(g.counted)
        return response


def _counted() -> str:
    """Return under what name this request is counted; "" where it is not."""
    return "" if request.path.startswith(FREE) else asker()
