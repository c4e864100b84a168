"""The order within what costs the same, in rules that a clerk can be told in words. Pure.

A name that is just what was typed; names that have all words, with their marks before without; offices
before persons where somebody asks for a place or tells a trouble; what lies there before what only serves
it; and then the official order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from app.search.bits import any_of, every, positions
from app.search.filters import CONSULTANCY, LAW_PRACTICE
from app.search.masks import Masks
from app.search.meaning import Meaning
from app.search.parse import Part, meanings
from app.search.phrases import Ways
from app.search.query import Word
from app.search.said import Name
from app.search.ways import there
from app.search.words import NAME
from app.vietnamese import fold, words

CLOSELY = 400
"""Names are compared letter by letter only where there are not more than these."""


class Order:
    """The order of the answers to one query of ``parts``; its rules are worked out once."""

    def __init__(self, masks: Masks, parts: Sequence[Part]) -> None:
        meant = list(meanings(parts))
        naming = _naming(parts, meant)
        self._masks = masks
        self._typed = Name.of(" ".join(word.typed for word, _ in naming))
        self._named = list(_apart(_names(masks, naming)))
        natures, places = (*_natures(masks, meant), -1), (*_places(masks, meant), -1)
        self._rules = list(_apart(nature & place for nature in natures for place in places))

    def of(self, found: int) -> Iterator[int]:
        """Yield the positions of ``found``, best first."""
        for named in self._named:
            here = found & named
            if here.bit_count() <= CLOSELY:
                yield from sorted(self._by_rules(here), key=self._distance)
            else:
                yield from self._by_rules(here)
            found &= ~named
        yield from self._by_rules(found)

    def _by_rules(self, found: int) -> Iterator[int]:
        for rule in self._rules if found else ():
            yield from positions(found & rule)

    def _distance(self, at: int) -> tuple[bool, bool, bool, int]:
        """Return how far a name is from what was typed: not it, not its marks, not in order, how far off."""
        name, typed = self._masks.name(at), self._typed
        unlike = OSA.distance(name.exact, typed.exact)
        return name.folded != typed.folded, name.exact != typed.exact, typed.folded not in name.folded, unlike


def _apart(sets: Iterable[int]) -> Iterator[int]:
    """Yield each of ``sets`` without what is in one before it, where anything is left."""
    seen = 0
    for each in sets:
        if fresh := each & ~seen:
            yield fresh
        seen |= each


Naming = list[tuple[Word, Ways]]


def _naming(parts: Sequence[Part], meant: Sequence[Meaning]) -> Naming:
    """Return the words that may be a name: none where only kinds, or a trouble in one word, are asked for."""
    said = [part for part in parts if not part.filler]
    trouble = any(meaning.field for meaning in meant) and sum(len(part.words) for part in said) == 1
    if trouble or all(_only_describes(part) for part in said):
        return []
    return [
        pair
        for part in parts
        if not (part.filler or _only_describes(part)) or len(said) == 1
        for pair in zip(part.words, _read(part), strict=True)
    ]


def _read(part: Part) -> Sequence[Ways]:
    """Return what each word of ``part`` was read as: of a phrase only its own words, mistyped or not."""
    if part.meaning is None:
        return part.ways
    read = [fold(word) for word in words(part.read)]
    if len(read) != len(part.words):
        read = part.folded
    return [{typed: 0, meant: 0} for typed, meant in zip(part.folded, read, strict=True)]


def _only_describes(part: Part) -> bool:
    """Whether nobody is called so: kinds of organisations stand in their names, kinds of persons do not."""
    told = part.meaning
    return bool(told and not told.place and not told.field and told.kind not in (LAW_PRACTICE, CONSULTANCY))


def _names(masks: Masks, naming: Naming) -> Iterator[int]:
    """Yield sets, best first, by how much of a name was typed.

    Whoever gives aid comes before what the law says: a notice may name an office at length.
    """
    if not naming:
        return
    marked = every(masks.term(NAME, word.exact) for word, _ in naming)
    typed = every(masks.term(NAME, word.exact if word.marked else word.folded) for word, _ in naming)
    heard = every(any_of(masks.term(NAME, one) for one in (word.folded, *word.heard)) for word, _ in naming)
    alike = every(any_of(masks.term(NAME, other) for other in ways) for _, ways in naming)
    for those in (~masks.law, masks.law):
        yield from (those & named for named in (marked, typed, heard, alike))


def _natures(masks: Masks, meant: Sequence[Meaning]) -> list[int]:
    """Offices before persons for a place or a trouble; persons first where they alone were asked for."""
    if any(meaning.asks_where_or_why for meaning in meant):
        return [masks.offices, masks.persons]
    asked = [masks.value("kind", meaning.kind) for meaning in meant if meaning.kind]
    return [kind for kind in asked if kind]


def _places(masks: Masks, meant: Sequence[Meaning]) -> list[int]:
    return [there(masks, meaning.place) for meaning in meant if meaning.place]
