"""How long a whole search takes, ours beside the rivals', over growing registers. Told as ratios."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from rich.console import Console
from rich.table import Table

from app.catalogue.register import Register
from tests.bench import engines, grown
from tests.bench.rival import Rival
from tests.relevance import judging
from tests.relevance.mangling import MANGLERS

RUNS = 5
QUERIES = 150
"""In each run; at 100,000 listings a third."""


Timings = dict[str, list["Timing"]]


@dataclass(frozen=True)
class Timing:
    """One run of one engine, in milliseconds."""

    p50: float
    p95: float


def measure(console: Console, count: int) -> None:
    """Time all engines over ``count`` listings in turn, each of `RUNS` runs with other queries.

    Each run asks its queries twice: first what that takes with words that nobody has asked for since the last
    publication, then what it takes from then on.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        grown.register(Path(folder), count) as (register, engine),
        engines.over(register, engine) as rivals,
    ):
        _warm(rivals, register)
        first: Timings = {rival.name: [] for rival in rivals}
        again: Timings = {rival.name: [] for rival in rivals}
        for run in range(RUNS):
            asked = queries(register, run, QUERIES if count < 100_000 else QUERIES // 3)
            for rival in rivals[run % len(rivals) :] + rivals[: run % len(rivals)]:
                first[rival.name].append(_time(rival, asked))
                again[rival.name].append(_time(rival, Random(run).sample(asked, len(asked))))
    _print(console, f"A whole search, {count:,} listings", again)
    _print(console, f"With words asked for the first time, {count:,} listings", first)


def queries(register: Register, seed: int, count: int) -> list[str]:
    """Draw what people ask: a third names as they are, a third mangled, a third from the judged queries."""
    lot = Random(seed)
    judged = [one.query for one in judging.read("fictional")]
    names = [lot.choice(register.ordered).name for _ in range(count)]
    drawn = [lot.choice((name, lot.choice(MANGLERS)(lot, name), lot.choice(judged))) for name in names]
    return [query for query in drawn if query.strip()]


def _warm(rivals: Sequence[Rival], register: Register) -> None:
    for rival in rivals:
        for query in queries(register, seed=99, count=30):
            rival.whole_search(query)


def _time(rival: Rival, asked: Sequence[str]) -> Timing:
    gc.collect()
    took = []
    for query in asked:
        start = perf_counter()
        rival.whole_search(query)
        took.append((perf_counter() - start) * 1000)
    return Timing(p50=median(took), p95=quantiles(took, n=20)[-1])


def _print(console: Console, title: str, timings: Timings) -> None:
    table = Table(title=f"{title}: ms, median of {RUNS} runs")
    for column in ("engine", "p50 (least - most)", "p95 (least - most)", "ours is to it, p50", "p95"):
        table.add_column(column, justify="left" if column == "engine" else "right")
    ours = next(iter(timings.values()))
    for name, runs in timings.items():
        told = ["", ""] if runs is ours else [f"x {_ratio(ours, runs, part):.2f}" for part in ("p50", "p95")]
        table.add_row(name, _spread([one.p50 for one in runs]), _spread([one.p95 for one in runs]), *told)
    console.print(table)


def _ratio(ours: Sequence[Timing], its: Sequence[Timing], part: str) -> float:
    """Return the median of the ratios, run by run: what slows the machine slows both."""
    return median(getattr(mine, part) / getattr(other, part) for mine, other in zip(ours, its, strict=True))


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f} - {max(values):.2f})"
