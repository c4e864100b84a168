"""What a query means, part by part: numbers, places, phrases of the vocabulary, and words left over. Pure.

The longest part that begins at a word wins, and of equals the one read most nearly as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.search.alike import SOUND
from app.search.meaning import Meaning
from app.search.phrases import Book, Found, Typed, Ways
from app.search.query import Word
from app.search.where import Gazetteer
from app.search.words import whole_number

MOST_A_WORD = 100
"""How much each word of a phrase may cost, all taken together."""
MARKS_EACH = 50
"""Every likeness costs a multiple of this, each word with other marks one more."""
MOST_NUMBER_WORDS = 6
LEAST_DIGITS = 4
"""Fewer digits would be the beginning of too many numbers."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words that belong together. ``meaning`` is None for a word left over; ``number`` is what they write.

    ``read`` is the phrase they were read as where that differs from what was typed; ``ways`` are the folded
    words that each may be read as.
    """

    words: tuple[Word, ...]
    ways: tuple[Ways, ...]
    meaning: Meaning | None = None
    number: str = ""
    cost: int = 0
    read: str = ""

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
    typed = [(word.exact, its) for word, its in zip(words, ways, strict=True)]
    parts: list[Part] = []
    while (at := sum(len(part.words) for part in parts)) < len(words):
        number = _number(words, at, is_number)
        found = [] if number else list(_found(typed, at, book, gazetteer))
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
    return tuple(parts)


def to_the_letter(words: Sequence[Word]) -> tuple[Part, ...]:
    """Return ``words`` as parts that mean nothing but themselves."""
    return tuple(Part((word,), ({word.folded: 0},)) for word in words)


def _found(typed: Typed, at: int, book: Book[Meaning], gazetteer: Gazetteer) -> Iterator[Found[Meaning]]:
    """Yield the places and phrases that begin here, as far as they are likely."""
    yield from filter(_likely, gazetteer.at(typed, at))
    yield from filter(_likely, book.at(typed, at))


def _likely(found: Found[Meaning]) -> bool:
    """Whether what was typed may well be this: one word alone, mistyped, could be anything.

    Nor is a mistyped word taken for one that says nothing, or two words for others of which neither is right.
    """
    if found.means.filler or found.length == 1:
        return found.cost <= (0 if found.means.filler else 1)
    mistyped = found.cost >= SOUND
    marks_wrong = found.cost % MARKS_EACH
    return found.cost <= found.length * MOST_A_WORD and not (mistyped and marks_wrong and found.length < 3)


def _rank(found: Found[Meaning]) -> tuple[bool, int, int, bool]:
    """Places and phrases that say something before fillers; longer ones, then cheaper ones, then places."""
    return not found.means.filler, found.length, -found.cost, found.means.place is not None


def _part(words: Sequence[Word], ways: Sequence[Ways], found: Found[Meaning]) -> Part:
    read = found.phrase if found.cost else ""
    return Part(tuple(words), tuple(ways), found.means, cost=found.cost, read=read)


def _number(words: Sequence[Word], at: int, is_number: Callable[[str], bool]) -> Part | None:
    """Return the longest run of words here that some listing has as a phone or document number, or begins."""
    if not any(letter.isdigit() for letter in words[at].typed):
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
