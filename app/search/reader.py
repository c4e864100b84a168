"""Reads a query as one register can answer it: mends words that nobody knows, then finds their meanings.

Knows the words of the register and of the vocabulary, and no listing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

from app.search import parse, query, spaces, taught, vocabulary
from app.search.alike import SOUND, Alike
from app.search.bits import every
from app.search.masks import Masks
from app.search.meaning import Meaning
from app.search.parse import Part
from app.search.phrases import Book, Ways
from app.search.query import Word
from app.search.where import Gazetteer, gazetteer
from app.search.words import NAME, whole_number
from app.vietnamese import possible, split, toned_sound, unfinished

SHORT_RUN = 5
"""Letters up to which a slip of the finger is likelier than a missing space."""


class Reader:
    """Reads queries with the words of ``masks``' register, the phrases of ``book`` and all places."""

    def __init__(self, masks: Masks, book: Book[Meaning], gazetteer: Gazetteer) -> None:
        self._masks = masks
        self._book = book
        self._abbreviated = taught.abbreviations(masks.register)
        self._gazetteer = gazetteer
        self._spoken = book.words | gazetteer.words
        self._exactly = book.exact_words | gazetteer.exact_words
        self._alike = Alike(self._spoken | set(masks.lexicon))

    def words(self, q: str) -> tuple[Word, ...]:
        """Return the words of ``q``, mended."""
        return tuple(self._heard(word) for word in self._mended(query.read(q)))

    def parts(self, words: Sequence[Word], *, lenient: bool = False) -> tuple[Part, ...]:
        """Return the parts of ``words``. Those that nobody knows may be read as others; ``lenient``, all."""
        read = [self._ways(word, lenient=lenient, short=len(words) > 1) for word in words]
        return parse.parse(words, read, self._book, self._gazetteer, self._is_number)

    def _ways(self, word: Word, *, lenient: bool, short: bool) -> Ways:
        """Return the folded words that ``word`` may be read as, each with what that costs."""
        known = self._knows(word.folded) and not lenient
        if known and not word.heard:
            return {word.folded: 0}
        ways = self._alike.ways(word.folded, short=short)
        return {other: cost for other, cost in ways.items() if cost <= SOUND} if known else ways

    def _heard(self, word: Word) -> Word:
        """Return ``word`` with the terms that sound the same, where it has marks and nobody knows it so."""
        if not word.marked or word.exact in self._exactly or self._masks.anywhere(word.exact):
            return word
        return replace(word, heard=self._sounding.get(toned_sound(word.exact[1:]), ()))

    @cached_property
    def _sounding(self) -> dict[str, tuple[str, ...]]:
        sounding: dict[str, tuple[str, ...]] = {}
        for term in sorted(self._exactly | set(self._masks.exact_lexicon)):
            heard = toned_sound(term[1:])
            sounding[heard] = (*sounding.get(heard, ()), term)
        return sounding

    def _knows(self, folded: str) -> bool:
        return folded in self._spoken or bool(self._masks.anywhere(folded))

    def _mended(self, words: Sequence[Word]) -> Iterator[Word]:
        for word in self._spaced(words):
            if word.folded in self._abbreviated:
                long = self._abbreviated[word.folded].split()
                yield from (query.word(each, word.typed) for each in long)
            elif self._knows(word.folded) or any(letter.isdigit() for letter in word.typed[:1]):
                yield word
            else:
                yield from self._read_otherwise(word)

    def _spaced(self, words: Sequence[Word]) -> Iterator[Word]:
        """Yield ``words``; two of which nobody knows one, with the space moved where both are known then."""
        rest = list(words)
        while rest:
            pair = self._moved(rest[0], rest[1]) if len(rest) > 1 else ()
            yield from pair or rest[:1]
            del rest[: len(pair) or 1]

    def _moved(self, first: Word, second: Word) -> Sequence[Word]:
        if self._strange(first) or self._strange(second):
            for pieces in spaces.moved(first.typed, second.typed):
                pair = [query.word(*each) for each in zip(pieces, (first.typed, second.typed), strict=True)]
                if all(self._knows(word.folded) for word in pair):
                    return pair
        return ()

    def _strange(self, word: Word) -> bool:
        return word.folded.isalpha() and not (self._knows(word.folded) or possible(word.folded))

    def _read_otherwise(self, word: Word) -> Sequence[Word]:
        """Return what ``word`` is where it was typed in Telex or VNI, or without a space; else itself."""
        if self._is_number(whole_number(word.typed)):
            return [word]
        readings = [query.word(reading, word.typed) for reading in unfinished(word.typed)]
        for reading in sorted(readings, key=lambda one: not self._masks.anywhere(one.exact)):
            if self._knows(reading.folded):
                return [reading]
        whole = possible(word.folded) or (len(word.folded) <= SHORT_RUN and self._mistyped(word))
        ways = () if whole else (split(word.folded, self._alike.known), spaces.struck_for(word.folded))
        for cuts in ways:
            known = [cut for cut in cuts if all(len(piece) > 1 and self._knows(piece) for piece in cut)]
            for cut in sorted(known, key=lambda one: not self._is_name(one)):
                return [query.word(piece, word.typed) for piece in cut]
        return [word]

    def _mistyped(self, word: Word) -> bool:
        """Whether ``word`` is a slip away from a known one, rather than two words without a space."""
        return len(self._alike.ways(word.folded, short=True)) > 1

    def _is_name(self, words: Sequence[str]) -> bool:
        return bool(every(self._masks.term(NAME, word) for word in words))

    def _is_number(self, number: str) -> bool:
        return bool(self._masks.numbers(number))


def reader(masks: Masks, province: str) -> Reader:
    """Return the reader of queries over one register; what clerks taught counts."""
    more = taught.phrases(masks.register)
    book = Book((*vocabulary.phrases(), *more)) if more else _shipped()
    return Reader(masks, book, gazetteer(province))


def warm_up(province: str) -> None:
    """Load what every reader of a register of ``province`` knows, so that no question waits for it."""
    _shipped()
    gazetteer(province)


@cache
def _shipped() -> Book[Meaning]:
    return Book(vocabulary.phrases())
