"""How good answers are: success@1, success@5 and mean reciprocal rank, for each class and for all. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.relevance.judging import Judged

Rank = int | None


@dataclass(frozen=True)
class Score:
    """Of ``count`` queries: the share right at once, the share right among five, and the MRR."""

    count: int
    at_1: float
    at_5: float
    mrr: float


def score(ranks: Sequence[Rank]) -> Score:
    """Return the score of these ranks of the first right answer."""
    count = max(len(ranks), 1)
    found = [rank for rank in ranks if rank is not None]
    return Score(
        count=len(ranks),
        at_1=sum(rank == 1 for rank in found) / count,
        at_5=sum(rank <= 5 for rank in found) / count,
        mrr=sum(1 / rank for rank in found) / count,
    )


def by_class(ranked: Iterable[tuple[Judged, Rank]]) -> dict[str, Score]:
    """Return class -> score, in the order in which the classes first come."""
    ranks: dict[str, list[Rank]] = {}
    for judged, rank in ranked:
        ranks.setdefault(judged.case, []).append(rank)
    return {case: score(of_case) for case, of_case in ranks.items()}
