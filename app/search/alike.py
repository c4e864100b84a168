"""The known words that a mistyped one may have been meant as. Knows no listing.

A clerk can be told it in words: first what sounds the same, then what one slip of the finger makes, then two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from app.search.phrases import Ways
from app.search.slips import Slips
from app.vietnamese import sound

SOUND, SLIP, SHORT_SLIP, BOTH, TWO_SLIPS = 100, 150, 200, 250, 300
"""What a reading costs; a slip in a short word changes more of it."""

_SHORT, _LONG = 3, 5
"""Letters up to which a word is short, and from which on it may have two slips."""


_HELD_DOWN = re.compile(r"(.)\1+")
"""A letter held down too long; where it is all there is, it stands for no word."""


class Alike:
    """The ``known`` folded words, found by likeness."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = frozenset(known)
        self._of_known: dict[tuple[str, bool], Ways] = {}

    def ways(self, word: str, *, short: bool) -> Ways:
        """Return the known words that ``word`` (folded) may mean, itself included, each with its cost.

        A short word with another letter would be any other word, unless the words beside it tell. What was
        found for a known word is kept; what nobody knows is only what somebody typed.
        """
        if word not in self.known:
            return self._found(word, short=short)
        if (word, short) not in self._of_known:
            self._of_known[word, short] = self._found(word, short=short)
        return self._of_known[word, short]

    def _found(self, word: str, *, short: bool) -> Ways:
        ways = {word: 0}
        if not word.isalpha() or _HELD_DOWN.fullmatch(word):
            return ways
        for other in self._sounds.get(_heard(word), ()):
            ways.setdefault(other, SOUND)
        if len(word) < _SHORT and not short:
            return ways
        slips = 2 if len(word) >= _LONG else 1
        for distance, other in self._slips.near(word, slips):
            ways.setdefault(other, _cost(distance, word))
        for _, sounding in self._slips_heard.near(sound(word), 1):
            for other in self._sounds[sounding]:
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
    def _slips(self) -> Slips:
        return Slips(self._letters, most=2)

    @cached_property
    def _slips_heard(self) -> Slips:
        return Slips(self._sounds, most=1)


def _heard(word: str) -> str:
    """Return how ``word`` sounds; a letter held down too long is heard once."""
    return sound(_HELD_DOWN.sub(r"\1", word))


def _cost(distance: int, word: str) -> int:
    if distance > 1:
        return TWO_SLIPS
    return SHORT_SLIP if len(word) <= _SHORT else SLIP
