"""What a query means, part by part: numbers, places, phrases of the vocabulary, and words left over. Pure.

The longest part that begins at a word wins, and of equals the one read most nearly as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from app.search.likely import is_likely
from app.search.meaning import Meaning
from app.search.phrases import GAP, Book, Found, Ways
from app.search.query import Word
from app.search.where import Gazetteer
from app.search.words import whole_number

MOST_NUMBER_WORDS = 6
LEAST_DIGITS = 4
"""Fewer digits would be the beginning of too many numbers."""


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
    def terms(self) -> list[str]:
        """The terms of the words: with their marks, where they were typed with them."""
        return [word.exact if word.marked else word.folded for word in self.words]

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
) -> tuple[Part, ...]:
    """Return the parts of ``words`` in order; ``ways`` are the folded words that each may be read as."""
    typed = list(zip(words, ways, strict=True))
    phrases = cache(lambda at: tuple(book.at(typed, at)))
    parts: list[Part] = []
    at = 0
    while at < len(words):
        number = _number(words, at, is_number)
        begins = () if number else chain(gazetteer.at(typed, at), phrases(at))
        likely = (one for one in begins if is_likely(one, words, at, phrases))
        best = max(likely, key=_rank, default=None)
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


def topics(parts: Sequence[Part]) -> frozenset[str]:
    """Return what asks for care; a word that says nothing of whom to ask may be a cry for help."""
    return frozenset(part.meaning.topic for part in parts if part.meaning and part.meaning.topic)
