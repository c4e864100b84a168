"""A real server and a real browser for the journeys. Nothing the browser asks for may leave this machine.

A journey asks for ``tab`` (a phone) or ``desktop``, opens addresses of a ``serve(...)``, takes pictures with
``shoot``.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build" / "screens"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
ACCESSIBLE = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
)  # axe's own default leaves out target-size
STRONG = "color-contrast-enhanced"
"""axe's rule for AAA contrast, which we promise beyond AA."""


@contextmanager
def serve(
    instance: Path, *, workers: int = 2, says: IO[bytes] | None = None, **settings: str
) -> Iterator[str]:
    """Run the server over the data in ``instance``: give its address once it answers, stop it afterwards.

    What it says goes to the file ``says``, if one is given.
    """
    address = f"127.0.0.1:{_free_port()}"
    environment = {**os.environ, "INSTANCE_DIR": str(instance), "BASE_URL": f"http://{address}", **settings}
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--factory",
        "app:create_app",
        "--no-ws",
    ]
    command += ["--host", "127.0.0.1", "--port", address.split(":")[1], "--workers", str(workers)]
    command += ["--blocking-threads", "4", "--log-level", "error"]
    told: dict[str, Any] = {"stdout": says, "stderr": says, "start_new_session": True}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **told) as server:  # noqa: S603
        try:
            _wait_for(f"http://{address}/healthz", server)
            yield f"http://{address}"
        finally:
            _stop(server)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A fresh tab as wide as a small phone."""
    yield from _tab(chromium, width=360, height=800)


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    """The same in a browser that runs no script."""
    yield from _tab(chromium, width=360, height=800, scripts=False)


@pytest.fixture
def desktop(chromium: Browser) -> Iterator[Page]:
    """A fresh tab as wide as a clerk's screen."""
    yield from _tab(chromium, width=1280, height=900)


def shoot(tab: Page, name: str) -> Path:
    """Take a picture of the whole page as ``build/screens/NAME-WIDTH.png``."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    picture = PICTURES / f"{name}-{width}.png"
    tab.screenshot(path=picture, full_page=True)
    return picture


def assert_accessible(tab: Page, *rules: str) -> None:
    """Fail with each breach of WCAG 2.2 AA, of AAA contrast, or of ``rules`` alone, that axe finds."""
    more = {} if rules else {STRONG: {"enabled": True}}
    result = Axe().run(tab, options={"runOnly": list(rules or ACCESSIBLE), "rules": more})
    found = [
        f"{breach['id']}: {breach['help']}: {node['html']}"
        for breach in result.response["violations"]
        for node in breach["nodes"]
    ]
    assert not found, "\n  ".join([f"{tab.url} is not accessible:", *found])


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(timeout=5)
    except (
        subprocess.TimeoutExpired
    ):  # asked while a worker was still starting, it waits for that one for ever
        os.killpg(server.pid, signal.SIGKILL)


def _tab(chromium: Browser, *, width: int, height: int, scripts: bool = True) -> Iterator[Page]:
    context = chromium.new_context(
        locale="vi-VN", viewport={"width": width, "height": height}, java_script_enabled=scripts
    )
    context.route("**/*", _stay_here)
    tab = context.new_page()
    trouble: list[str] = []
    tab.on("pageerror", lambda error: trouble.append(str(error)))
    tab.on("console", lambda message: trouble.append(message.text) if _complains(message) else None)
    yield tab
    context.close()
    assert not trouble, f"the browser complained: {trouble}"


def _complains(message: ConsoleMessage) -> bool:
    """A form shown again with its problems (422), or a sign-in asked for (401), is no trouble."""
    expected = ("status of 422", "status of 401")
    return message.type == "error" and not any(status in message.text for status in expected)


def _stay_here(route: Route) -> None:
    if route.request.url.startswith(("http://127.0.0.1:", "data:")):
        route.continue_()
    else:
        route.abort()


def find_chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "the journeys need Chromium: run make browser, or install the package chromium"
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  (an address of our own)
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    pytest.fail(f"the server did not answer at {address}")
