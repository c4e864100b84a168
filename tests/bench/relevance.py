"""How good the answers are, class by class, ours beside the rivals', printed as a table for each register."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rich.console import Console
from rich.table import Table

from tests.bench import engines
from tests.bench.rival import Rival
from tests.relevance import scores
from tests.relevance.judging import Judged
from tests.relevance.opened import Opened
from tests.relevance.scores import Rank, Score

Ranked = list[tuple[Judged, Rank]]


def compare(console: Console, title: str, opened: Opened) -> dict[str, Ranked]:
    """Print the scores of all engines over one register; return the ranks by engine."""
    with engines.over(opened.register, opened.engine) as rivals:
        ranked = {rival.name: _ranks(opened, rival) for rival in rivals}
    _print(console, title, ranked)
    return ranked


def together(console: Console, registers: Sequence[dict[str, Ranked]]) -> None:
    """Print the scores over all registers."""
    names = registers[0]
    _print(console, "all registers", {name: list(chain(*(one[name] for one in registers))) for name in names})


def misses(console: Console, ranked: Ranked) -> None:
    """Print which judged queries ours does not answer at once."""
    for judged, rank in ranked:
        if rank != 1:
            console.print(
                f"{rank or '-':>4}  {judged.case}: {judged.query}  [{judged.judgement}]", markup=False
            )


def _ranks(opened: Opened, rival: Rival) -> Ranked:
    return [(judged, opened.judge.rank(judged, rival.answer(judged.query))) for judged in opened.queries]


def _print(console: Console, title: str, ranked: dict[str, Ranked]) -> None:
    table = Table(title=f"Relevance, {title}: success@1 / success@5 / MRR")
    table.add_column("class")
    table.add_column("queries", justify="right")
    for name in ranked:
        table.add_column(name, justify="right")
    by_class = {name: scores.by_class(of_engine) for name, of_engine in ranked.items()}
    first = next(iter(by_class.values()))
    for case, score in first.items():
        table.add_row(case, str(score.count), *(_told(one[case]) for one in by_class.values()))
    overall = [scores.score([rank for _, rank in of_engine]) for of_engine in ranked.values()]
    table.add_section()
    table.add_row("all", str(overall[0].count), *map(_told, overall))
    console.print(table)


def _told(score: Score) -> str:
    return f"{score.at_1:.2f} / {score.at_5:.2f} / {score.mrr:.2f}"
