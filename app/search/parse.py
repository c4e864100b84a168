"""What a query means, part by part: numbers, places, phrases of the vocabulary, and words left over. Pure.

A query is cut where that is cheapest: long phrases first, words read as they were typed, few left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import itemgetter

from app.search.alike import SOUND
from app.search.likely import MARKS_EACH, is_likely
from app.search.meaning import Meaning
from app.search.phrases import Book, Found, Ways
from app.search.query import Word
from app.search.where import Gazetteer
from app.search.words import whole_number

MOST_NUMBER_WORDS = 6
LEAST_DIGITS = 4
"""Fewer digits would be the beginning of too many numbers."""

PART, FILLER, IN_GAP, OTHER_MARKS, LEFT_OVER = 20, 30, 30, 150, 330
"""What a part costs; a word that says nothing; in the gap of a phrase; typed with other marks; left over."""
TOGETHER, FILLER_TOGETHER, MISTYPED_TOGETHER = 100, 25, 45
"""What it spares that words stand in one phrase: a slip is likelier than that they do by chance."""


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
    """Return the parts of ``words``, cut where that is cheapest; ``ways`` are the folded words of each."""
    typed = list(zip(words, ways, strict=True))
    parts: dict[int, Part] = {}
    prices = [0] * (len(words) + 1)
    for at in reversed(range(len(words))):
        if number := _number(words, at, is_number):
            parts[at], prices[at] = number, prices[at + len(number.words)]
        else:
            begin = chain(gazetteer.at(typed, at), book.at(typed, at))
            likely = [one for one in begin if one.length and is_likely(one, words, at)]
            prices[at], _, found = min(_offers(likely, prices[at + 1 :]), key=itemgetter(0, 1))
            here = slice(at, at + (found.length if found else 1))
            parts[at] = _part(words[here], ways[here], found)
    return tuple(_from_the_first(parts))


def to_the_letter(words: Sequence[Word]) -> tuple[Part, ...]:
    """Return ``words`` as parts that mean nothing but themselves."""
    return tuple(as_typed(Part((word,), ())) for word in words)


def as_typed(part: Part) -> Part:
    """Return ``part`` with words that are read as nothing else."""
    return replace(part, ways=tuple({word.folded: 0} for word in part.words))


def named_office(parts: Sequence[Part]) -> Part:
    """Return ``parts``, the first a kind of office, as the name of one, called as it was typed."""
    words = tuple(chain.from_iterable(part.words for part in parts))
    ways = tuple(chain.from_iterable(part.ways for part in parts))
    typed = " ".join(word.typed for word in words)
    return Part(words, ways, parts[0].meaning and replace(parts[0].meaning, label=typed), names_office=True)


def _offers(
    likely: Iterable[Found[Meaning]], later: Sequence[int]
) -> Iterator[tuple[int, int, Found[Meaning] | None]]:
    """Yield what can be made of the words from one on: (price, shortness, what was found, None: left over).

    ``later`` has the prices of what comes after one word, after two, and so on.
    """
    for found in likely:
        yield _price(found) + later[found.length - 1], -found.length, found
    yield LEFT_OVER + later[0], 0, None


def _price(found: Found[Meaning]) -> int:
    """Return what a part costs: the less, the more words it says; as the square of them if typed so."""
    more = found.said - 1
    if found.means.filler:
        return FILLER * found.said - FILLER_TOGETHER * more**2
    together = MISTYPED_TOGETHER * more if found.cost >= SOUND else TOGETHER * more**2
    other_marks = OTHER_MARKS * (found.cost % MARKS_EACH)
    return PART + found.cost + other_marks + IN_GAP * (found.length - found.said) - together


def _part(words: Sequence[Word], ways: Sequence[Ways], found: Found[Meaning] | None) -> Part:
    if found is None:
        return Part(tuple(words), tuple(ways))
    read = found.phrase if found.cost else ""
    return Part(tuple(words), tuple(ways), found.means, cost=found.cost, read=read)


def _from_the_first(parts: dict[int, Part]) -> Iterator[Part]:
    at = 0
    while at in parts:
        yield parts[at]
        at += len(parts[at].words)


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
