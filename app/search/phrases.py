"""A book of phrases, looked up word by word, each word in any of the ways it may be read. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.search.words import exact_term
from app.vietnamese import fold, words

T = TypeVar("T")

GAP = "…"
GAP_WORDS = 3

Ways = Mapping[str, int]
"""The folded words that a typed word may be read as, each with what that costs."""


Typed = Sequence[tuple[str, Ways]]
"""A query: for each word its exact term, and the ways to read it."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that begins at some word: how many words it takes, what the reading costs, what it means."""

    length: int
    cost: int
    phrase: str
    means: T


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], str, T]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Step(Generic[T]):
    """How far a phrase was followed: to a node, up to a word, at a cost, through these exact terms."""

    node: _Node[T]
    at: int
    cost: int = 0
    read: tuple[str, ...] = ()


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
        steps = [_Step(self._root, start)]
        while steps:
            step = steps.pop()
            for exact, phrase, means in step.node.ends:
                wrong = sum(_wrong(mine, its) for mine, its in zip(step.read, exact, strict=True))
                yield Found(step.at - start, step.cost + wrong, phrase, means)
            steps += _further(step, typed)

    def _add(self, phrase: str, means: T) -> None:
        node, exact = self._root, []
        for word in phrase.split():
            for part in [GAP] if word == GAP else words(word):
                folded = part if part == GAP else fold(part)
                node = node.next.setdefault(folded, _Node())
                exact.append(part if part == GAP else exact_term(part))
                self.words.add(folded)
                self.exact_words.add(exact[-1])
        node.ends.append((tuple(exact), phrase, means))


def _further(step: _Step[T], typed: Typed) -> Iterator[_Step[T]]:
    """Yield the steps that lead on: over the words of a gap, or with the next word in any of its ways."""
    if gap := step.node.next.get(GAP):
        for skipped in range(min(GAP_WORDS + 1, len(typed) - step.at)):
            yield _Step(gap, step.at + skipped, step.cost, (*step.read, GAP))
    if step.at >= len(typed):
        return
    exact, ways = typed[step.at]
    for word in _of_both(ways, step.node.next):
        # a word read as another one was paid for already, its marks with it
        told = "" if ways[word] else exact
        yield _Step(step.node.next[word], step.at + 1, step.cost + ways[word], (*step.read, told))


def _of_both(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    """Yield the keys that both have, by way of the one that has fewer."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return (key for key in few if key in many)


def _wrong(typed: str, phrase: str) -> bool:
    """Whether a word was typed with marks, and others than the phrase has."""
    return typed not in ("", GAP, phrase) and typed != f"={fold(typed[1:])}"
