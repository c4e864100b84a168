"""What somebody who is typing may want: troubles and kinds in lay words, places, names. Knows bit sets.

Nothing typed is kept. A suggestion is a query that finds something.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from app import places
from app.search import vocabulary
from app.search.masks import Masks
from app.search.phrases import GAP
from app.search.ways import meant
from app.vietnamese import fold, words

MOST = 8
LEAST_LETTERS = 2


class Suggestion(NamedTuple):
    """A query, and in a word what kind of thing it is."""

    text: str
    about: str


class Suggestions:
    """The suggestions over one register."""

    def __init__(self, masks: Masks) -> None:
        self._masks = masks

    def of(self, q: str) -> list[Suggestion]:
        """Return up to `MOST` suggestions of which the last word typed may be only the beginning."""
        typed = [fold(word) for word in words(q)]
        if len("".join(typed)) < LEAST_LETTERS:
            return []
        run = f" {' '.join(typed)}"
        begins = [one for at, one in self._known if at.startswith(run)]
        holds = [one for at, one in self._known if run in at and not at.startswith(run)]
        return list(dict.fromkeys(begins + holds))[:MOST]

    @cached_property
    def _known(self) -> list[tuple[str, Suggestion]]:
        """What can be suggested, in order, each by its folded words."""
        return [(f" {' '.join(words(fold(one.text)))}", one) for one in self._all()]

    def _all(self) -> Iterator[Suggestion]:
        for phrase, meaning in vocabulary.in_vietnamese():
            if (
                not meaning.filler
                and GAP not in phrase
                and meant(self._masks, meaning) & self._masks.choosable
            ):
                yield Suggestion(phrase, "việc cần giúp" if meaning.field else "tìm")
        for code, listings in self._masks.values["commune"].items():
            commune = places.commune(code)
            if commune and listings & self._masks.choosable:
                yield Suggestion(commune.name, "nơi")
        for version in self._masks.versions[: self._masks.choosable.bit_length()]:
            yield Suggestion(version.name, version.kind.sheet.lower())
