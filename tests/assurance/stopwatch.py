"""How long a site works on its answers: its own time, so that a busy machine is not held against it."""

from __future__ import annotations

from collections.abc import Iterable
from time import thread_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Stopwatch:
    """Stands before ``site``; ``slowest`` is what most work went into: seconds, and the address."""

    def __init__(self, site: WSGIApplication) -> None:
        self._site = site
        self.slowest: tuple[float, str] = (0.0, "")

    def __call__(self, environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        began = thread_time()
        answer = self._site(environment, start)
        took = thread_time() - began
        self.slowest = max(self.slowest, (took, f"{environment['PATH_INFO']}?{environment['QUERY_STRING']}"))
        return answer
