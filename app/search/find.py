"""The answer to a query over one register: what matches, in which order, how many of what, and why.

Every word must match somewhere. Marks that were typed come first, names before other fields; within a tier
stands the order of the official lists. Knows bit sets, no index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_

from app.catalogue.version import Version
from app.search import query
from app.search.masks import Masks, positions
from app.search.query import Word
from app.search.words import NAME, PLACE, forms, texts

Form = Callable[[Word], str]


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How the query was understood: the ``words`` looked for, and those ``dropped`` to find anything."""

    words: tuple[str, ...]
    dropped: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Say what was dropped; "" where nothing was."""
        if not self.dropped:
            return ""
        dropped = ", ".join(f"“{word}”" for word in self.dropped)
        return f"Không có nơi nào khớp mọi từ; kết quả dưới đây không xét {dropped}."


@dataclass(frozen=True, slots=True)
class Hit:
    """A listing found, and the keys of the fields that matched."""

    version: Version
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """``versions`` are to choose from, best first; ``apart`` are suspended, ended or lapsed.

    ``kinds`` (by path word) and ``communes`` (by code) count what would be found if that filter were another.
    """

    versions: tuple[Version, ...]
    apart: tuple[Version, ...]
    kinds: dict[str, int]
    communes: dict[str, int]
    read_as: ReadAs
    why: Callable[[Version], tuple[str, ...]]

    @property
    def total(self) -> int:
        """How many there are to choose from."""
        return len(self.versions)

    def page(self, start: int, count: int) -> list[Hit]:
        """Return up to ``count`` hits from position ``start``."""
        return [Hit(version, self.why(version)) for version in self.versions[start : start + count]]


def search(masks: Masks, q: str, kind: str | None = None, commune: str | None = None) -> Results:
    """Return what ``q`` finds; without words, all. ``kind`` is a path word, ``commune`` a code.

    Where nothing has every word, the rarest is dropped, and so on, until what is left finds something.
    """
    kept, dropped = _answerable(masks, query.read(q))
    matched = _all(masks.anywhere(word.folded) for word in kept) & masks.everything
    of_kind = masks.everything if kind is None else masks.kinds.get(kind, 0)
    in_commune = masks.everything if commune is None else masks.communes.get(commune, 0)
    found = matched & of_kind & in_commune
    return Results(
        versions=_ranked(masks, kept, found & masks.choosable),
        apart=_ranked(masks, kept, found & ~masks.choosable),
        kinds=_counts(masks.kinds, matched & in_commune & masks.choosable),
        communes=_counts(masks.communes, matched & of_kind & masks.choosable),
        read_as=ReadAs(tuple(word.typed for word in kept), tuple(word.typed for word in dropped)),
        why=lambda version: _why(masks, kept, version),
    )


def _answerable(masks: Masks, words: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return words that some listing has all of, and those dropped for that; all, none if none is known."""
    found = {word: masks.anywhere(word.folded) for word in words}
    if not any(found.values()):
        return words, ()
    kept = list(words)
    while not _all(found[word] for word in kept):
        kept.remove(min(reversed(kept), key=lambda word: found[word].bit_count()))
    return tuple(kept), tuple(word for word in words if word not in kept)


def _ranked(masks: Masks, words: tuple[Word, ...], found: int) -> tuple[Version, ...]:
    ranked: list[Version] = []
    for tier in _tiers(masks, words):
        ranked += (masks.versions[place] for place in positions(found & tier))
        found &= ~tier
    return tuple(ranked)


def _tiers(masks: Masks, words: tuple[Word, ...]) -> Iterator[int]:
    """Yield the tiers, best first; the last holds whatever matches at all."""
    for form in _forms(words):
        yield _all(masks.term(NAME, form(word)) for word in words)
        yield _all(masks.anywhere(form(word)) for word in words)


def _forms(words: tuple[Word, ...]) -> Iterator[Form]:
    """Yield how strictly words are taken: all as typed, those typed with marks as typed, all folded."""
    if any(word.marked for word in words):
        yield lambda word: word.exact
        yield lambda word: word.exact if word.marked else word.folded
    yield lambda word: word.folded


def _all(masks: Iterable[int]) -> int:
    """Return what is in every one of ``masks``; everything, -1, where there are none."""
    return reduce(and_, masks, -1)


def _counts(sets: dict[str, int], found: int) -> dict[str, int]:
    counted = {key: (mask & found).bit_count() for key, mask in sets.items()}
    return {key: count for key, count in counted.items() if count}


def _why(masks: Masks, words: tuple[Word, ...], version: Version) -> tuple[str, ...]:
    """Return the keys of the fields with any of the words; for the place of an office, the ref to it."""
    sought = {word.folded for word in words}
    keys = [key for key, _, text in texts(version.kind, version.document) if sought & forms(text)]
    office = masks.register.office_of(version)
    if office and any(
        group == PLACE and sought & forms(text) for _, group, text in texts(office.kind, office.document)
    ):
        keys.append(version.kind.office_key)
    return tuple(dict.fromkeys(keys))
