"""The order within what costs the same, in rules that a clerk can be told in words. Pure.

A name that is just what was typed; names that have all words, with their marks before without; offices
before persons where somebody asks for a place or tells a trouble; what lies there before what only serves
it; and then the official order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from app.catalogue.version import Version
from app.search.bits import any_of, every, positions
from app.search.filters import CONSULTANCY, LAW_PRACTICE
from app.search.masks import Masks
from app.search.meaning import Meaning
from app.search.parse import Part, meanings
from app.search.phrases import Ways
from app.search.query import Word
from app.search.ways import there
from app.search.words import NAME, exact_term
from app.vietnamese import fold, words

CLOSELY = 400
"""Names are compared letter by letter only where there are not more than these."""


def order(masks: Masks, parts: Sequence[Part], found: int) -> Iterator[int]:
    """Yield the positions of ``found``, best first."""
    meant = list(meanings(parts))
    naming = _naming(parts, meant)
    for named in _names(masks, naming, found):
        here = found & named
        if naming and named != -1 and here.bit_count() <= CLOSELY:
            words = [word for word, _ in naming]
            yield from sorted(
                _ordered(masks, meant, here), key=lambda at: _distance(masks.versions[at], words)
            )
        else:
            yield from _ordered(masks, meant, here)
        found &= ~here


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
        for pair in zip(part.words, part.ways, strict=True)
    ]


def _only_describes(part: Part) -> bool:
    """Whether nobody is called so: kinds of organisations stand in their names, kinds of persons do not."""
    told = part.meaning
    return bool(told and not told.place and not told.field and told.kind not in (LAW_PRACTICE, CONSULTANCY))


def _names(masks: Masks, naming: Naming, found: int) -> Iterator[int]:
    """Yield sets, best first, by how much of a name was typed; the last is everything.

    Whoever gives aid comes before what the law says: a notice may name an office at length.
    """
    for those in (~masks.law, masks.law) if naming and found else ():
        yield those & every(masks.term(NAME, word.exact) for word, _ in naming)
        yield those & every(
            masks.term(NAME, word.exact if word.marked else word.folded) for word, _ in naming
        )
        yield those & every(
            any_of(masks.term(NAME, one) for one in (word.folded, *word.heard)) for word, _ in naming
        )
        yield those & every(any_of(masks.term(NAME, other) for other in ways) for _, ways in naming)
    yield -1


def _ordered(masks: Masks, meant: Sequence[Meaning], found: int) -> Iterator[int]:
    for rule in (*_natures(masks, meant), -1):
        for here in (*_places(masks, meant), -1):
            yield from positions(found & rule & here)
            found &= ~(rule & here)


def _natures(masks: Masks, meant: Sequence[Meaning]) -> list[int]:
    """Offices before persons for a place or a trouble; persons first where they alone were asked for."""
    if any(meaning.asks_where_or_why for meaning in meant):
        return [masks.offices, masks.persons]
    asked = [masks.value("kind", meaning.kind) for meaning in meant if meaning.kind]
    return [kind for kind in asked if kind]


def _places(masks: Masks, meant: Sequence[Meaning]) -> list[int]:
    return [there(masks, meaning.place) for meaning in meant if meaning.place]


def _distance(version: Version, naming: Sequence[Word]) -> tuple[bool, bool, bool, int]:
    """Return how far a name is from what was typed: not it, not its marks, not in order, letters apart."""
    written = words(version.name)
    name, typed = [fold(word) for word in written], [word.folded for word in naming]
    exactly, meant = [exact_term(word) for word in written], [word.exact for word in naming]
    together = " ".join(typed) in " ".join(name)
    return name != typed, exactly != meant, not together, OSA.distance(" ".join(exactly), " ".join(meant))
