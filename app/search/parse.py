"""What a query means, part by part: numbers, places, phrases of the vocabulary, and words left over. Pure.

The longest part that begins at a word wins, and of equals the one read most nearly as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from app.search.alike import SLIP, SOUND, TWO_SLIPS
from app.search.meaning import Meaning
from app.search.phrases import GAP, Book, Found, Typed, Ways
from app.search.query import Word
from app.search.where import Gazetteer
from app.search.words import whole_number
from app.vietnamese import possible

MOST_A_WORD = 100
"""How much each word of a phrase may cost, all taken together."""
MARKS_EACH = 50
"""Every likeness costs a multiple of this, each word with other marks one more."""
MOST_NUMBER_WORDS = 6
FOREIGN = (8, TWO_SLIPS), (5, SLIP)
"""Letters from which on a foreign word may cost so much alone."""
LEAST_DIGITS = 4
"""Fewer digits would be the beginning of too many numbers."""


Phrases = Callable[[int], Sequence[Found[Meaning]]]
"""The phrases of the vocabulary that begin at a word."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words that belong together. ``meaning`` is None for a word left over; ``number`` is what they write.

    ``read`` is the phrase they were read as where that differs from what was typed; ``ways`` are the folded
    words that each may be read as. It ``names_office`` where who is asked for is reached there.
    """

    words: tuple[Word, ...]
    ways: tuple[Ways, ...]
    meaning: Meaning | None = None
    number: str = ""
    cost: int = 0
    read: str = ""
    names_office: bool = False

    @property
    def typed(self) -> str:
        """The words as typed."""
        return " ".join(word.typed for word in self.words)

    @property
    def folded(self) -> list[str]:
        """The words as typed, folded."""
        return [word.folded for word in self.words]

    @property
    def plain(self) -> bool:
        """Whether this is a word left over."""
        return self.meaning is None and not self.number

    @property
    def filler(self) -> bool:
        """Whether this says nothing."""
        return bool(self.meaning and self.meaning.filler)


def parse(
    words: Sequence[Word],
    ways: Sequence[Ways],
    book: Book[Meaning],
    gazetteer: Gazetteer,
    is_number: Callable[[str], bool],
    *,
    fillers: bool = True,
) -> tuple[Part, ...]:
    """Return the parts of ``words`` in order; ``ways`` are the folded words that each may be read as.

    Without ``fillers`` a single word that says nothing by itself is left over: it may be part of a name.
    """
    typed = list(zip(words, ways, strict=True))
    phrases = cache(lambda at: tuple(book.at(typed, at)))
    parts: list[Part] = []
    at = 0
    while at < len(words):
        number = _number(words, at, is_number)
        found = [] if number else list(_found(typed, at, phrases, gazetteer))
        if not fillers:
            found = [one for one in found if one.length > 1 or not one.means.filler]
        best = max(found, key=_rank, default=None)
        if number:
            parts.append(number)
        elif best and best.length:
            here = slice(at, at + best.length)
            parts.append(_part(words[here], ways[here], best))
        else:
            parts.append(Part((words[at],), (ways[at],)))
        at += len(parts[-1].words)
    return tuple(parts)


def to_the_letter(words: Sequence[Word]) -> tuple[Part, ...]:
    """Return ``words`` as parts that mean nothing but themselves."""
    return tuple(Part((word,), ({word.folded: 0},)) for word in words)


def named_office(parts: Sequence[Part]) -> Part:
    """Return ``parts``, the first a kind of office, as the name of one, called as it was typed."""
    words = tuple(chain.from_iterable(part.words for part in parts))
    ways = tuple(chain.from_iterable(part.ways for part in parts))
    typed = " ".join(word.typed for word in words)
    return Part(words, ways, parts[0].meaning and replace(parts[0].meaning, label=typed), names_office=True)


def _found(typed: Typed, at: int, phrases: Phrases, gazetteer: Gazetteer) -> Iterator[Found[Meaning]]:
    """Yield the places and phrases that begin here, as far as they are likely."""
    first = typed[at][0].exact[1:]
    for found in chain(gazetteer.at(typed, at), phrases(at)):
        if _likely(found, first) and not (found.cost >= SOUND and _breaks(found, at, phrases)):
            yield found


def _breaks(mistyped: Found[Meaning], at: int, phrases: Phrases) -> bool:
    """Whether a phrase that was typed right begins within a ``mistyped`` one and goes on beyond it."""
    return any(
        other.cost < SOUND and not other.means.filler and later + other.length > mistyped.length
        for later in range(1, mistyped.length)
        for other in phrases(at + later)
    )


def _likely(found: Found[Meaning], first: str) -> bool:
    """Whether what was typed may well be this: one word alone, mistyped, could be anything.

    Nor is a mistyped word taken for one that says nothing, or two words for others of which neither is right.
    """
    if found.means.filler or found.length == 1:
        return found.cost <= (0 if found.means.filler else _most_alone(first, found.phrase))
    mistyped = found.cost >= SOUND
    marks_wrong = found.cost % MARKS_EACH
    return found.cost <= found.length * MOST_A_WORD and not (mistyped and marks_wrong and found.length < 3)


def _most_alone(typed: str, phrase: str) -> int:
    """Return what reading one word as a phrase may cost; more where neither can be a Vietnamese syllable."""
    if possible(typed) or possible(phrase):
        return 1
    return next((cost for length, cost in FOREIGN if len(typed) >= length), 1)


def _rank(found: Found[Meaning]) -> tuple[bool, int, int, bool, bool]:
    """What says something before fillers; longer ones, cheaper ones, those without a gap, then places."""
    whole = GAP not in found.phrase
    return not found.means.filler, found.length, -found.cost, whole, found.means.place is not None


def _part(words: Sequence[Word], ways: Sequence[Ways], found: Found[Meaning]) -> Part:
    read = found.phrase if found.cost else ""
    return Part(tuple(words), tuple(ways), found.means, cost=found.cost, read=read)


def _number(words: Sequence[Word], at: int, is_number: Callable[[str], bool]) -> Part | None:
    """Return the longest run of words here that some listing has as a phone or document number, or begins."""
    if words[at].typed.isalpha():
        return None
    for length in range(min(MOST_NUMBER_WORDS, len(words) - at), 0, -1):
        run = tuple(words[at : at + length])
        number = whole_number("".join(word.typed for word in run))
        if sum(letter.isdigit() for letter in number) >= _least(length) and is_number(number):
            return Part(run, tuple({word.folded: 0} for word in run), number=number)
    return None


def _least(length: int) -> int:
    """A document number of several words may have few digits, such as 02/HĐ."""
    return LEAST_DIGITS if length == 1 else 1


def meanings(parts: Sequence[Part]) -> Iterator[Meaning]:
    """Yield what the parts mean, fillers left out."""
    yield from (part.meaning for part in parts if part.meaning and not part.filler)
