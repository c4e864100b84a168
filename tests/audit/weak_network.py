"""When the call button is painted on a first visit over 50 kbit/s with 800 ms there and back."""

from __future__ import annotations

from playwright.sync_api import Browser

NETWORK = {
    "offline": False,
    "latency": 800,  # milliseconds, for every request
    "downloadThroughput": 50_000 / 8,  # bytes a second
    "uploadThroughput": 50_000 / 8,
}
HANDSHAKES = 1.6
"""Seconds for TCP and TLS 1.3, one trip each, before the first request: the browser does not slow them."""

MOST = 5.0
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


def painted_after(browser: Browser, url: str) -> float:
    """Return the seconds from asking for ``url`` to the first frame with its call, on a phone 360 by 560."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 360, "height": 560})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    tab.add_init_script(WATCH)
    tab.goto(url, wait_until="commit", timeout=60_000)
    seconds: float = tab.evaluate(WHEN)
    context.close()
    return seconds
