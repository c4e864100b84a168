"""``make assurance``: long drills, by hand and never in a test run. A number says how many queries to ask."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from flask import Flask
from rich.console import Console
from rich.progress import track

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
    """Do every drill over a sample register of its own; fail at the first promise broken."""
    count = int(words[0]) if words else QUERIES
    with tempfile.TemporaryDirectory() as folder, register_in(Path(folder)) as app:
        run(app, "seed")
        slowest, address = random_queries(app, count)
    Console().print(
        f"{count} random queries: no error, an office to call on every page; "
        f"the slowest answer took {slowest * 1000:.0f} ms of {CAP * 1000:.0f}: {address[:100]}",
        markup=False,
    )
    sys.exit(slowest > CAP)


def random_queries(app: Flask, count: int) -> tuple[float, str]:
    """Ask ``count`` random queries; return the slowest answer in seconds, and its address."""
    register = opened.sample(app).register
    stopwatch = Stopwatch(app.wsgi_app)
    app.wsgi_app = stopwatch
    asking = Asking(Visitor(app), register)
    queries = StrangeWords(register, SEED).draw(count)
    asking.all(track(queries, "random queries", total=count))
    return stopwatch.slowest


if __name__ == "__main__":
    main(sys.argv[1:])
