"""What somebody who is typing may want: troubles and kinds in lay words, places, names. Knows bit sets.

Nothing typed is kept. A suggestion is a query that finds something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from app import places
from app.search import vocabulary
from app.search.masks import Masks
from app.search.phrases import GAP
from app.search.query import MOST_LETTERS, MOST_WORDS
from app.search.ways import meant
from app.vietnamese import fold, words

MOST = 8
LEAST_LETTERS = 2

_AT = {"o", "tai", "gan"}
"""Words before a place, folded."""


class Suggestion(NamedTuple):
    """A query, and in a word what kind of thing it is."""

    text: str
    about: str


class _Known(NamedTuple):
    """A suggestion, its folded words, each behind a space, and (of a name, none) its listings."""

    suggestion: Suggestion
    run: str
    listings: int = 0


class Suggestions:
    """The suggestions over one register."""

    def __init__(self, masks: Masks) -> None:
        self._masks = masks

    def of(self, q: str) -> list[Suggestion]:
        """Return up to `MOST` suggestions of which the last word typed may be only the beginning."""
        typed = [fold(word) for word in words(q[:MOST_LETTERS])[:MOST_WORDS]]
        if len("".join(typed)) < LEAST_LETTERS:
            return []
        run = _run(typed)
        held = sorted((one for one in self._known if run in one.run), key=partial(_how_near, run))
        return list(dict.fromkeys([one.suggestion for one in held] or self._somewhere(typed)))[:MOST]

    def _somewhere(self, typed: Sequence[str]) -> Iterator[Suggestion]:
        """Yield what is asked for first, in the places whose names hold what was typed after it."""
        for end in range(1, len(typed)):
            asked = self._by_run.get(_run(typed[:end]))
            rest = _run(typed[end + 1 :] if typed[end] in _AT else typed[end:])
            if asked and rest:
                there = [one for one in self._places if one.listings & asked.listings and rest in one.run]
                for place in sorted(there, key=lambda one: one.run.index(rest)):
                    yield Suggestion(f"{asked.suggestion.text} ở {place.suggestion.text}", "nơi")

    @cached_property
    def _known(self) -> list[_Known]:
        """What can be suggested, in order."""
        return [*self._asked, *self._places, *self._names]

    @cached_property
    def _asked(self) -> list[_Known]:
        return [
            _known(phrase, "việc cần giúp" if meaning.field else "tìm", listings)
            for phrase, meaning in vocabulary.in_vietnamese()
            if not meaning.filler and GAP not in phrase
            if (listings := meant(self._masks, meaning) & self._masks.choosable)
        ]

    @cached_property
    def _by_run(self) -> dict[str, _Known]:
        return {one.run: one for one in reversed(self._asked)}

    @cached_property
    def _places(self) -> list[_Known]:
        return [
            _known(commune.name, "nơi", listings)
            for code, its in self._masks.values["commune"].items()
            if (listings := its & self._masks.choosable) and (commune := places.commune(code))
        ]

    @cached_property
    def _names(self) -> list[_Known]:
        choosable = self._masks.versions[: self._masks.choosable.bit_length()]
        return [_known(one.name, one.kind.sheet.lower()) for one in choosable]


def _how_near(run: str, known: _Known) -> tuple[bool, bool]:
    return known.run != run, not known.run.startswith(run)


def _known(text: str, about: str, listings: int = 0) -> _Known:
    return _Known(Suggestion(text, about), _run(words(fold(text))), listings)


def _run(folded: Sequence[str]) -> str:
    return "".join(f" {word}" for word in folded)
