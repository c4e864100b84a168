"""``python -m tests.weigh``: writes the table of docs/weight.md anew from a sample register."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

from tests.conftest import register_in, run
from tests.doors.test_weight import TABLE, weight
from tests.kinds_of_page import KINDS_OF_PAGE
from tests.pages import Visitor

HEAD = """# What a page weighs

Kilobytes as they are sent (gzip), and requests to the network, for each kind of page of the sample
register; a test holds each page to its line. The promises: HTML 14 kB, with all it loads 25 kB, three
requests. Style sheets and scripts are kept for ever after the first page; as brotli, which browsers take,
they are a tenth lighter still.

| page | address | HTML, kB at most | with all it loads, kB at most | requests |
|---|---|---|---|---|
"""
ROOM = 0.3
"""Kilobytes by which a page may grow before the table must be looked at."""


def main() -> None:
    """Weigh every kind of page."""
    with tempfile.TemporaryDirectory() as folder, register_in(Path(folder)) as app:
        run(app, "seed")
        visitor = Visitor(app)
        lines = [_line(visitor, name, path) for name, path in KINDS_OF_PAGE.items()]
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


def _line(visitor: Visitor, name: str, path: str) -> str:
    size, whole, requests = weight(visitor, path)
    return f"| {name} | `{path}` | {_round(size)} | {_round(whole)} | {requests} |\n"


def _round(kilobytes: float) -> float:
    return math.ceil((kilobytes + ROOM) * 2) / 2


if __name__ == "__main__":
    main()
