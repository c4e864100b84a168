"""Words found by slips of the finger, in a few look-ups however many words there are. Knows no language.

Two words that are so many slips apart become one when each of them leaves out as many letters: so every word
stands under all that is left of it then, and only what a query meets there is compared letter by letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SLIPS: Any = OSA.distance
"""Letters typed wrong, left out, doubled, or two of them swapped; the library's own type is too narrow."""


class Slips:
    """``words``, each found from what is at most ``most`` slips away."""

    def __init__(self, words: Iterable[str], most: int) -> None:
        self._under: dict[str, tuple[str, ...]] = {}
        for word in words:
            for rest in _rests(word, most):
                self._under[rest] = (*self._under.get(rest, ()), word)

    def near(self, typed: str, most: int) -> Iterator[tuple[int, str]]:
        """Yield the words that are at most ``most`` slips from ``typed``, the nearest first."""
        met = {word for rest in _rests(typed, most) for word in self._under.get(rest, ())}
        near = process.extract(typed, sorted(met), scorer=_SLIPS, score_cutoff=most, limit=None)
        yield from ((int(slips), word) for word, slips, _ in near)


def _rests(word: str, most: int) -> set[str]:
    """Return ``word``, and what is left of it without up to ``most`` of its letters."""
    rests = fresh = {word}
    for _ in range(most):
        fresh = {rest[:at] + rest[at + 1 :] for rest in fresh for at in range(len(rest))}
        rests = rests | fresh
    return rests
