"""``python -m tests.screens``: every kind of page in docs/screens, at three widths, light and dark.

The folder's README.md shows them side by side. A picture ends where two screens of a small phone end, or
one of a desk: enough to judge a page by, and small enough to keep.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from rich.progress import track

from tests.browser import FLAGS, ROOT, find_chromium, serve
from tests.conftest import register_in, run
from tests.kinds_of_page import KINDS_OF_PAGE

FOLDER = ROOT / "docs" / "screens"
SCHEMES = ("light", "dark")
QUALITY = 30
AT_ONCE = 8
"""Kinds of page to one browser: after some hundred pictures Chromium makes no more of this format."""

HEAD = """# Every kind of page

Made by `make screens` from the sample register: {count} kinds of page at 320, 360 and 1280 pixels,
light and dark.

| page | 320 | 320 dark | 360 | 360 dark | 1280 | 1280 dark |
|---|---|---|---|---|---|---|
"""


class Screen(NamedTuple):
    """A window, in pixels, and how much of their size its pictures keep."""

    width: int
    height: int
    scale: float = 1


SCREENS = (Screen(320, 960), Screen(360, 960), Screen(1280, 900, 0.7))


def main() -> None:
    """Take every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        register = Path(folder)
        with register_in(register) as app:
            run(app, "seed")
        with serve(register, workers=1) as site:
            _take_all(playwright, site)
    lines = [_line(name, path) for name, path in KINDS_OF_PAGE.items()]
    (FOLDER / "README.md").write_text(HEAD.format(count=len(lines)) + "".join(lines), encoding="utf-8")


def _take_all(playwright: Playwright, site: str) -> None:
    kinds = list(KINDS_OF_PAGE.items())
    for start in track(range(0, len(kinds), AT_ONCE), "pictures"):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for screen in SCREENS:
            with _window(browser, screen) as tab:
                for name, path in kinds[start : start + AT_ONCE]:
                    tab.goto(site + path)
                    _take(tab, name, screen)
        browser.close()


def _window(browser: Browser, screen: Screen) -> Page:
    size = {"width": screen.width, "height": screen.height}
    return browser.new_page(locale="vi-VN", viewport=size, reduced_motion="reduce")


def _take(tab: Page, name: str, screen: Screen) -> None:
    session = tab.context.new_cdp_session(tab)
    clip = {"x": 0, "y": 0, **screen._asdict()}
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        asked = {"format": "webp", "quality": QUALITY, "clip": clip}
        taken = session.send("Page.captureScreenshot", asked)
        _file(name, screen, scheme).write_bytes(base64.b64decode(taken["data"]))
    if (name, screen.width) == ("search", 360):
        tab.emulate_media(color_scheme="light")
        tab.screenshot(path=FOLDER / "results-360.png")


def _file(name: str, screen: Screen, scheme: str) -> Path:
    return FOLDER / f"{name}-{screen.width}-{scheme}.webp"


def _line(name: str, path: str) -> str:
    return f"| {name}<br>`{path}` | {' | '.join(_shown(name))} |\n"


def _shown(name: str) -> Iterator[str]:
    for screen in SCREENS:
        for scheme in SCHEMES:
            file = _file(name, screen, scheme).name
            width = 150 if screen.scale == 1 else 320
            words = f"{name}, {screen.width}, {scheme}"
            yield f'<a href="{file}"><img src="{file}" width="{width}" alt="{words}"></a>'


if __name__ == "__main__":
    main()
