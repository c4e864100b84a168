"""``make assurance``: long drills, by hand and never in a test run.

A number says how many queries to ask, names say which drills to do: ``queries``, ``api``, ``copies``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from rich.console import Console
from rich.progress import track

from tests.assurance import api, copies
from tests.assurance.searching import Asking
from tests.assurance.stopwatch import Stopwatch
from tests.assurance.strange_words import StrangeWords
from tests.conftest import register_in, run
from tests.pages import Visitor
from tests.relevance import opened

QUERIES, SEED = 10_000, 4
CAP = 0.5
"""Seconds of work that no answer to a query may take."""


def main(words: list[str]) -> None:
    """Do every drill, or those named, over a sample register of its own; fail where a promise was broken."""
    counts = [int(word) for word in words if word.isdigit()]
    named = [word for word in words if not word.isdigit()] or list(DRILLS)
    with tempfile.TemporaryDirectory() as folder:
        with register_in(Path(folder)) as app:
            run(app, "seed")
        held = [DRILLS[name](Path(folder), *counts) for name in named]
    sys.exit(not all(held))


def ask_queries(folder: Path, count: int = QUERIES) -> bool:
    """Ask ``count`` random queries; return whether every answer came in time."""
    with register_in(folder) as app:
        slowest, address = random_queries(app, count)
    tell(
        f"{count} random queries: no error, an office to call on every page; "
        f"the slowest answer took {slowest * 1000:.0f} ms of {CAP * 1000:.0f}: {address[:100]}"
    )
    return slowest <= CAP


def ask_api(folder: Path, *_counts: int) -> bool:
    """Ask the API whatever its description allows and does not; return whether it held."""
    return api.strange_requests(folder)


def crawl_copies(folder: Path, *_counts: int) -> bool:
    """Crawl static copies through web servers; return whether they answer as the register did."""
    said = []
    for line in copies.crawled(folder):
        tell(line)
        said.append(line)
    return not any(line.startswith("WRONG") for line in said)


def random_queries(app: Flask, count: int) -> tuple[float, str]:
    """Ask ``count`` random queries; return the slowest answer in seconds, and its address."""
    register = opened.sample(app).register
    stopwatch = Stopwatch(app.wsgi_app)
    app.wsgi_app = stopwatch
    asking = Asking(Visitor(app), register)
    queries = StrangeWords(register, SEED).draw(count)
    asking.all(track(queries, "random queries", total=count))
    return stopwatch.slowest


def tell(line: str) -> None:
    Console().print(line, markup=False)


DRILLS: dict[str, Callable[..., bool]] = {"queries": ask_queries, "api": ask_api, "copies": crawl_copies}


if __name__ == "__main__":
    main(sys.argv[1:])
