"""The known words that a mistyped one may have been meant as. Knows no listing.

A clerk can be told it in words: first what sounds the same, then what one slip of the finger makes, then two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.search.phrases import Ways
from app.vietnamese import sound

SOUND, SLIP, SHORT_SLIP, BOTH, TWO_SLIPS = 100, 150, 200, 250, 300
"""What a reading costs; a slip in a short word changes more of it."""

_SHORT, _LONG = 3, 5
"""Letters up to which a word is short, and from which on it may have two slips."""


_DOUBLED = re.compile(r"(.)\1+")

_SLIPS: Any = OSA.distance
"""Letters typed wrong, left out, doubled, or two of them swapped; the library's own type is too narrow."""


class Alike:
    """The ``known`` folded words, found by likeness."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = frozenset(known)

    def ways(self, word: str, *, short: bool) -> Ways:
        """Return the known words that ``word`` (folded) may mean, itself included, each with its cost.

        A short word with another letter would be any other word, unless the words beside it tell.
        """
        ways = {word: 0}
        if not word.isalpha():
            return ways
        for other in self._sounds.get(_heard(word), ()):
            ways.setdefault(other, SOUND)
        if len(word) < _SHORT and not short:
            return ways
        slips = 2 if len(word) >= _LONG else 1
        near = process.extract(word, self._letters, scorer=_SLIPS, score_cutoff=slips, limit=None)
        for other, distance, _ in near:
            ways.setdefault(other, _cost(int(distance), word))
        heard = process.extract(sound(word), self._heard_words, scorer=_SLIPS, score_cutoff=1, limit=None)
        for other in (other for sounding, _, _ in heard for other in self._sounds[sounding]):
            ways.setdefault(other, BOTH)
        return ways

    @cached_property
    def _letters(self) -> list[str]:
        return sorted(word for word in self.known if word.isalpha())

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        sounds: dict[str, list[str]] = {}
        for word in self._letters:
            sounds.setdefault(_heard(word), []).append(word)
        return sounds

    @cached_property
    def _heard_words(self) -> list[str]:
        return list(self._sounds)


def _heard(word: str) -> str:
    """Return how ``word`` sounds; a letter held down too long is heard once."""
    return sound(_DOUBLED.sub(r"\1", word))


def _cost(distance: int, word: str) -> int:
    if distance > 1:
        return TWO_SLIPS
    return SHORT_SLIP if len(word) <= _SHORT else SLIP
