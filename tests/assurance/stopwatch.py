"""How long a site takes for each of its answers, as a server in front of it would measure."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Stopwatch:
    """Stands before ``site``; ``slowest`` is the longest answer so far, in seconds, and its address."""

    def __init__(self, site: WSGIApplication) -> None:
        self._site = site
        self.slowest: tuple[float, str] = (0.0, "")

    def __call__(self, environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        began = perf_counter()
        answer = self._site(environment, start)
        took = perf_counter() - began
        self.slowest = max(self.slowest, (took, f"{environment['PATH_INFO']}?{environment['QUERY_STRING']}"))
        return answer
