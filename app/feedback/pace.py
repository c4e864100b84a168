"""How many forms one network, and all together, may send in an hour. In memory: no address is kept."""

from __future__ import annotations

from collections import deque
from threading import Lock

HOUR = 3600
OF_ONE, OF_ALL = 15, 300
"""A whole village may share one address."""


class Pace:
    """The moments at which each network sent a form within the last hour."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._all: deque[tuple[int, str]] = deque()

    def admit(self, network: str, now: int) -> bool:
        """Return whether one more may come from ``network`` ("" for none); then it counts."""
        with self._lock:
            while self._all and self._all[0][0] <= now - HOUR:
                self._all.popleft()
            of_one = sum(sent_by == network for _at, sent_by in self._all) if network else 0
            if len(self._all) >= OF_ALL or of_one >= OF_ONE:
                return False
            self._all.append((now, network))
            return True
