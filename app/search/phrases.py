"""A book of phrases, looked up word by word, each word in any of the ways it may be read. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from app.search.query import Word
from app.search.words import exact_term
from app.vietnamese import fold, words

T = TypeVar("T")

GAP = "…"
GAP_WORDS = 3

MOST_A_WORD = 100
"""How much each word of a phrase may cost, all taken together; a word alone is for others to judge."""

Ways = Mapping[str, int]
"""The folded words that a typed word may be read as, each with what that costs."""

Typed = Sequence[tuple[Word, Ways]]
"""A query: each word, and the ways to read it."""


class Found(NamedTuple, Generic[T]):
    """A phrase that begins at some word: how many words it takes, what the reading costs, what it means."""

    length: int
    cost: int
    phrase: str
    means: T

    @property
    def said(self) -> int:
        """How many words it says: those in a gap are not its own."""
        gaps = self.phrase.count(GAP)
        return len(self.phrase.split()) - gaps if gaps else self.length


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], str, T]] = field(default_factory=list)
    longest: int = 0
    """Words of the longest phrase that leads through here, its gaps filled."""


_Step = tuple[_Node[T], int, int, tuple[str, ...]]
"""How far a phrase was followed: to a node, up to a word, at a cost, through these exact terms, or ""."""


class Book(Generic[T]):
    """Phrases by their folded words; those typed with other marks cost a little."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        self.words: set[str] = set()
        self.exact_words: set[str] = set()
        for phrase, means in phrases:
            self._add(phrase, means)

    def at(self, typed: Typed, start: int) -> Iterator[Found[T]]:
        """Yield the phrases that begin at ``typed[start]``."""
        steps: list[_Step[T]] = [(self._root, start, 0, ())]
        while steps:
            node, at, cost, read = steps.pop()
            too_dear = cost > MOST_A_WORD * node.longest
            if too_dear and at - start > 1:
                continue
            for exact, phrase, means in node.ends:
                wrong = sum(map(_wrong, read, exact))
                yield Found(at - start, cost + wrong, phrase, means)
            if node.next and not too_dear:
                steps += _further(node, at, cost, read, typed)

    def _add(self, phrase: str, means: T) -> None:
        parts = [part for word in phrase.split() for part in ([GAP] if word == GAP else words(word))]
        exact = tuple(part if part == GAP else exact_term(part) for part in parts)
        longest = len(parts) + (GAP_WORDS - 1) * parts.count(GAP)
        node = self._root
        for part in parts:
            folded = part if part == GAP else fold(part)
            node = node.next.setdefault(folded, _Node())
            node.longest = max(node.longest, longest)
            self.words.add(folded)
        self.exact_words.update(exact)
        node.ends.append((exact, phrase, means))


def _further(node: _Node[T], at: int, cost: int, read: tuple[str, ...], typed: Typed) -> Iterator[_Step[T]]:
    """Yield the steps that lead on: over the words of a gap, or with the next word in any of its ways."""
    if gap := node.next.get(GAP):
        for skipped in range(min(GAP_WORDS + 1, len(typed) - at)):
            yield gap, at + skipped, cost, (*read, "")
    if at >= len(typed):
        return
    word, ways = typed[at]
    marked = word.exact if word.marked else ""
    for one in _of_both(ways, node.next):
        # a word read as another one was paid for already, its marks with it
        yield node.next[one], at + 1, cost + ways[one], (*read, "" if ways[one] else marked)


def _of_both(one: Mapping[str, object], other: Mapping[str, object]) -> Iterable[str]:
    """Return the keys that both have, by way of the one that has fewer."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return [key for key in few if key in many]


def _wrong(typed: str, phrase: str) -> bool:
    """Whether a word was typed with marks, and others than the phrase has."""
    return typed not in ("", phrase)
