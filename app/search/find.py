"""The answer to a query over one register: what matches, in which order, how many of what, and why.

Each tier stands only where the better ones are thin: what was typed, then without its marks, then what sounds
or looks alike, then what lies nearby, then without a word that nobody has. Knows bit sets, no index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from app.catalogue.version import Version
from app.search import parse, query, rank, told, ways
from app.search.alike import SOUND
from app.search.bits import any_of, every
from app.search.filters import CODED, Filters
from app.search.masks import Masks
from app.search.parse import Part
from app.search.query import Word
from app.search.ranked import Ranked
from app.search.read_as import ReadAs
from app.search.reader import Reader
from app.search.ways import Met, Priced
from app.search.why import Why
from app.search.words import NAME, PLACE

THIN = 3
"""Fewer than this, and what the query may also have meant is shown behind, if it costs little more."""

STORY = 5
"""Words left over from which on they may be a story: few names are that long."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A listing found, and the keys of the fields that matched."""

    version: Version
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """``versions`` are to choose from, best first; ``apart`` are suspended, ended or lapsed.

    ``counts`` has, for each filter and value, how many would be found if that filter were another; ``opened``
    tells how many of those found are open at a moment. From ``loosely`` on stands what matches less.
    ``failed`` are words that found nothing, where nothing forbids to count them.
    """

    versions: Ranked
    apart: Ranked
    counts: dict[str, dict[str, int]]
    read_as: ReadAs
    why: Callable[[Version], tuple[str, ...]]
    loosely: int
    failed: tuple[str, ...]
    opened: Callable[[datetime], int]

    @property
    def total(self) -> int:
        """How many there are to choose from."""
        return len(self.versions)

    def page(self, start: int, count: int) -> list[Hit]:
        """Return up to ``count`` hits from position ``start``."""
        return [Hit(version, self.why(version)) for version in self.versions[start : start + count]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A query as it was read: its parts, what meets each of them, and the tiers that all give together.

    In a ``story`` most words left over are nobody's.
    """

    parts: Sequence[Part]
    mets: Sequence[Met]
    tiers: list[Priced]
    story: bool = False


def search(masks: Masks, reader: Reader, q: str, filters: Filters) -> Results:
    """Return what ``q`` finds; without words, all."""
    reading = _read(masks, reader, q)
    passing = _passing(masks, filters)
    tiers, shown = _shown(masks, reading.tiers, every(passing.values()))
    matched = any_of(mask for _, mask in tiers) & masks.choosable
    order = rank.Order(masks, reading.parts)
    versions = _ranked(masks, shown, order, masks.choosable)
    return Results(
        versions=versions,
        apart=_ranked(masks, shown, order, masks.everything & ~masks.choosable),
        counts=dict(_counts(masks, matched, passing)),
        read_as=told.read_as(masks, reading.parts, reading.mets, versions.best, story=reading.story),
        why=Why(masks, reading.parts).of,
        loosely=_firmly(shown, masks.choosable),
        opened=lambda at: (matched & every(passing.values()) & masks.open(at)).bit_count(),
        failed=tuple(told.failed(masks, reading.parts, reading.mets)),
    )


def _read(masks: Masks, reader: Reader, q: str) -> _Reading:
    """Read ``q`` as it stands; where that does not convince, read it leniently, if that does better."""
    if letter := query.quoted(q):
        parts = parse.to_the_letter(query.read(letter))
        mets = [ways.lowest(ways.met(masks, part)) for part in parts]
        return _Reading(parts, mets, ways.tiers(masks, mets))
    words = reader.words(q)
    strict = _of(masks, reader, words, lenient=False)
    if _convinces(masks, strict) or ways.names_somebody(masks, strict.parts):
        return strict
    lenient = _of(masks, reader, words, lenient=True)
    better = min(strict, lenient, key=lambda one: (_cost(one) >= ways.DROPPED, one is strict, _cost(one)))
    return _as_story(masks, strict) if _guessed(better) else better


def _guessed(reading: _Reading) -> bool:
    """Whether most words of many stand nowhere as they were typed: they name nobody, but tell a story."""
    best = reading.tiers[0][1] if reading.tiers else 0
    left_over = [met for part, met in zip(reading.parts, reading.mets, strict=True) if _is_word(part)]
    strange = [met for met in left_over if all(cost >= SOUND for cost, mask in met if mask & best)]
    return len(left_over) >= STORY and 2 * len(strange) > len(left_over)


def _is_word(part: Part) -> bool:
    """Whether ``part`` is a word left over, and no number: these are grouped as anybody likes."""
    return part.plain and part.words[0].folded.isalpha()


def _as_story(masks: Masks, reading: _Reading) -> _Reading:
    """Return ``reading`` with words left over taken as typed: they may help to find, and exclude nobody."""
    parts = [parse.as_typed(part) if part.plain else part for part in reading.parts]
    mets = [ways.lowest(ways.met(masks, part)) for part in parts]
    return _Reading(parts, mets, ways.tiers(masks, ways.offers(masks, parts, mets, story=True)), story=True)


def _convinces(masks: Masks, reading: _Reading) -> bool:
    """Whether something has every part; words left over all in its name, or its place, or side by side."""
    plain = [part.words[0].folded for part in reading.parts if part.plain]
    told = any(meaning.field for meaning in parse.meanings(reading.parts))
    most = ways.DROPPED if told else ways.NEARBY
    having_all = (tier for tier in reading.tiers if tier[0] < ways.DROPPED)
    met = any_of(mask for cost, mask in having_all if cost % ways.UNNAMED < most) & masks.choosable
    if told or not plain or not met:
        return met != 0
    named = every(masks.term(NAME, word) for word in plain) & ~masks.law
    placed = every(masks.term(PLACE, word) for word in plain)
    return met & (named | placed) != 0 or met & masks.together(plain) != 0


def _cost(reading: _Reading) -> int:
    return reading.tiers[0][0] if reading.tiers else ways.DROPPED * query.MOST_WORDS


def _of(masks: Masks, reader: Reader, words: Sequence[Word], *, lenient: bool) -> _Reading:
    read = reader.parts(words, lenient=lenient)
    met = [ways.lowest(ways.met(masks, part, lenient=lenient)) for part in read]
    parts, mets = ways.at_named_office(masks, read, met)
    mets = ways.law_anywhere(masks, parts, mets)
    return _Reading(parts, mets, ways.tiers(masks, ways.offers(masks, parts, mets)))


def _shown(masks: Masks, tiers: Sequence[Priced], narrowed: int) -> tuple[list[Priced], list[Priced]]:
    """Return the tiers that are shown at all, and what is left of them once ``narrowed``.

    A filter takes away and adds nothing, so that what it was said to leave is what it leaves; only where
    nothing is left do further tiers come.
    """
    thick = list(_thick(tiers, masks.choosable))
    left = [(cost, mask & narrowed) for cost, mask in thick]
    if any(mask & masks.choosable for _, mask in left):
        return thick, left
    return list(tiers), list(_thick([(cost, mask & narrowed) for cost, mask in tiers], masks.choosable))


def _thick(tiers: Sequence[Priced], choosable: int) -> Iterator[Priced]:
    """Yield tiers until there is enough to choose from; what lacks a word only where nothing has all."""
    enough, best, last = 0, 0, 0
    for cost, mask in tiers:
        farther = cost - last >= ways.STEP
        if enough and farther and (enough >= THIN or cost - best >= ways.UNNAMED):
            return
        if mask:
            best = best if enough else cost
            last = cost
            yield cost, mask
            enough += (mask & choosable).bit_count()


def _firmly(shown: Sequence[Priced], choosable: int) -> int:
    """Return how many of ``shown`` are as good as the best."""
    count, last = 0, 0
    for cost, mask in shown:
        if count and cost - last >= ways.STEP:
            break
        count, last = count + (mask & choosable).bit_count(), cost
    return count


def _ranked(masks: Masks, shown: Sequence[Priced], order: rank.Order, among: int) -> Ranked:
    tiers = [mask & among for _, mask in shown]
    positions = chain.from_iterable(order.of(tier) for tier in tiers)
    return Ranked(masks.versions, any_of(tiers).bit_count(), positions)


def _passing(masks: Masks, filters: Filters) -> dict[str, int]:
    """Return, for each filter that is set, the listings that pass it."""
    passing = {name: masks.value(name, value) for name, value in filters.chosen().items()}
    if filters.open_at:
        passing["open"] = masks.open(filters.open_at)
    return passing


def _counts(masks: Masks, matched: int, passing: dict[str, int]) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield each filter with its values and how many each would leave, the other filters as they are."""
    for name in CODED:
        others = matched & every(mask for other, mask in passing.items() if other != name)
        yield (
            name,
            {
                value: count
                for value, mask in masks.values[name].items()
                if (count := (mask & others).bit_count())
            },
        )
