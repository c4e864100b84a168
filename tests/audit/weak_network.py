"""When the call button is painted on a first visit over 50 kbit/s with 800 ms there and back.

Nothing is left to the browser's own emulation, which slows requests down and not the making of a connection:
a relay slows every byte between Chromium and nginx, which speaks TLS as ``docs/nginx.conf`` tells it to.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Browser, Playwright, Request

from tests.audit.relay import Network, Relay, weak_network
from tests.browser import FLAGS, find_chromium
from tests.proxy import behind_nginx

WEAK = Network(bytes_a_second=50_000 / 8, seconds=0.4)
TRUSTING = "--ignore-certificate-errors"  # nginx shows a certificate of this machine's own
MOST = 5.0
VISITS = 3
PAGES = ("home", "search", "office", "lawyer", "commune", "problem", "entitlement")
"""Names in ``KINDS_OF_PAGE``."""

WATCH = """window.called = new Promise(done => {
  const look = () => {
    const call = document.querySelector("main a.call")?.getBoundingClientRect();
    const seen = call?.height && call.bottom <= innerHeight;
    requestAnimationFrame(seen ? () => done(performance.now()) : look);
  };
  requestAnimationFrame(look); // no frame comes before the style sheet is there
});
window.painted = new Promise(done => new PerformanceObserver(
  list => list.getEntriesByName("first-contentful-paint").forEach(one => done(one.startTime))
).observe({ type: "paint", buffered: true }));"""
WHEN = "Promise.all([window.called, window.painted]).then(times => Math.max(...times) / 1000)"


class Visit(NamedTuple):
    """Seconds until the call is painted; requests and connections until everything is there."""

    seconds: float
    requests: int
    connections: int


Visiting = Callable[[str], Visit]


@contextmanager
def first_visits(playwright: Playwright, site: str, certificate: int) -> Iterator[Visiting]:
    """Yield what tells, for a path, the median of first visits to the server at ``site`` from far away.

    The ``certificate`` has so many bytes.
    """
    with behind_nginx(site, certificate) as port, weak_network(port, WEAK) as relay:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, TRUSTING])
        yield lambda path: _median(browser, relay, path)
        browser.close()


def _median(browser: Browser, relay: Relay, path: str) -> Visit:
    visits = [_visit(browser, relay, path) for _ in range(VISITS)]
    return Visit(*map(statistics.median, zip(*visits, strict=True)))


def _visit(browser: Browser, relay: Relay, path: str) -> Visit:
    """Ask for ``path`` on a phone 360 by 560 that keeps nothing, and wait for its call, then for the rest."""
    opened, asked = relay.opened, 0

    def count(request: Request) -> None:
        nonlocal asked
        asked += not request.url.startswith("data:")

    with browser.new_context(locale="vi-VN", viewport={"width": 360, "height": 560}) as context:
        tab = context.new_page()
        tab.on("request", count)
        tab.add_init_script(WATCH)
        tab.goto(f"https://127.0.0.1:{relay.port}{path}", wait_until="commit", timeout=60_000)
        seconds: float = tab.evaluate(WHEN)
        tab.wait_for_load_state()
    return Visit(seconds, asked, relay.opened - opened)
