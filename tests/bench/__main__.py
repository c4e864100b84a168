"""``make bench``: search measured beside other engines. Never part of a test run: it judges no time.

``relevance`` or ``latency`` alone; ``misses`` lists what ours does not answer at once; numbers are sizes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench import latency, relevance
from tests.conftest import register_in, run
from tests.relevance import opened

SIZES = (1_000, 10_000, 100_000)


def main(words: list[str]) -> None:
    """Print what the words ask for; without any, all but the misses."""
    console = Console(width=None if sys.stdout.isatty() else 150)
    sizes = [int(word) for word in words if word.isdecimal()]
    if not words or {"relevance", "misses"} & {*words}:
        _relevance(console, show_misses="misses" in words)
    if not words or sizes or "latency" in words:
        for count in sizes or SIZES:
            latency.measure(console, count)


def _relevance(console: Console, *, show_misses: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with register_in(Path(folder) / "sample") as app:
            run(app, "seed")
            registers = [relevance.compare(console, "sample register", opened.sample(app))]
        fictional = Path(folder) / "fictional"
        fictional.mkdir()
        with opened.made_up(fictional) as register:
            registers.append(relevance.compare(console, "fictional register", register))
    relevance.together(console, registers)
    if show_misses:
        for ranked in registers:
            relevance.misses(console, next(iter(ranked.values())))


if __name__ == "__main__":
    main(sys.argv[1:])
