"""Sets of listings as the bits of whole numbers: of each term and each value, for one register.

A bit's position is the listing's place in the order of answers, so that the lowest bits are the first page.
Knows no Whoosh: postings come from whatever can name the entries of a term.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache, cached_property, lru_cache
from itertools import takewhile
from typing import Protocol

from app.catalogue.opening import opening_of
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature
from app.search import filters
from app.search.bits import any_of, bits, every, positions
from app.search.said import Name, Said
from app.search.words import GROUPS, NAME, NUMBER, PLACE, run, texts


class Postings(Protocol):
    """What can name the ledger entries in which a term stands."""

    def entries(self, group: str, term: str) -> Iterable[int]:
        """Return the numbers of the entries, in any order; of entries outside the register too."""

    def lexicon(self, group: str) -> list[str]:
        """Return every term of a group in order; of entries outside the register too."""


PHRASES_KEPT = 512
"""Sets of listings in which words stand side by side, in memory; the same few phrases are asked for most."""

LISTINGS_KEPT = 4096
"""Listings whose words are in memory; those on first pages are asked for most."""

_CALLED, _ANYWHERE = "called", "anywhere"
_UNIONS = {_CALLED: (NAME, PLACE), _ANYWHERE: GROUPS}
"""What several groups say together, read as one: it is asked for most."""


class Masks:
    """The bit sets of ``register``, read from ``postings`` when first asked for."""

    def __init__(self, register: Register, postings: Postings) -> None:
        self.register = register
        choosable = [version for version in register.ordered if register.choosable(version)]
        versions = (*choosable, *(one for one in register.ordered if not register.choosable(one)))
        self.versions = versions
        self.choosable = bits(range(len(choosable)))
        self.everything = bits(range(len(self.versions)))
        self._postings = postings
        self._places = {version.listing_id: place for place, version in enumerate(self.versions)}
        self._own: dict[int, tuple[int, ...]] = {
            version.entry: (place,) for place, version in enumerate(self.versions)
        }
        self._terms: dict[str, dict[str, int]] = {group: {} for group in (*GROUPS, *_UNIONS, NUMBER)}
        self._kinds: dict[str, int] = {}
        self._open: tuple[datetime | None, int] = None, 0
        self._phrases: dict[tuple[str, str], int] = {}
        self._run: dict[tuple[str, int], str] = {}
        # these must not hold this object, which is to let go of a replaced index as soon as it is let go of
        self._name = cache(lambda at: Name.of(versions[at].name))
        self._said = lru_cache(LISTINGS_KEPT)(lambda at: Said(versions[at]))

    def term(self, group: str, term: str) -> int:
        """Return the listings in whose ``group`` of fields ``term`` stands."""
        terms = self._terms[group]
        if term not in terms:
            if group != NUMBER and term not in self._written:
                return 0  # and not kept: it is only what somebody typed
            terms[term] = self._read(group, term)
        return terms[term]

    def anywhere(self, term: str) -> int:
        """Return the listings in which ``term`` stands at all."""
        return self.term(_ANYWHERE, term)

    def called(self, term: str) -> int:
        """Return the listings in whose name or place ``term`` stands."""
        return self.term(_CALLED, term)

    def named(self, folded: Sequence[str]) -> int:
        """Return the listings in whose names these words stand, side by side."""
        return self._together(NAME, folded)

    def placed(self, folded: Sequence[str]) -> int:
        """Return the listings in whose places, or their office's, these words stand, side by side."""
        return self._together(PLACE, folded)

    def together(self, folded: Sequence[str]) -> int:
        """Return the listings in any of whose fields these words stand, side by side."""
        return any_of(self._together(group, folded) for group in GROUPS)

    def _together(self, group: str, folded: Sequence[str]) -> int:
        all_of_them = every(self.term(group, word) for word in folded) & self.everything
        if len(folded) < 2 or not all_of_them:
            return all_of_them
        key = group, f" {' '.join(folded)} "
        if key not in self._phrases:
            if len(self._phrases) >= PHRASES_KEPT:
                self._phrases.clear()
            self._phrases[key] = bits(at for at in positions(all_of_them) if key[1] in self._runs(group, at))
        return self._phrases[key]

    def _runs(self, group: str, at: int) -> str:
        """Return the words of ``group`` that the listing at a position is found by, in order, folded."""
        key = group, at
        if key not in self._run:
            one = self.versions[at]
            office = self.register.office_of(one) if group == PLACE else None
            before = self.register.predecessors(one.listing_id) if group == NAME else ()
            sources = (one, *before, *([office] if office else []))
            self._run[key] = "".join(
                run(text) for each in sources for _, _, text in texts(each.kind, each.document, [group])
            )
        return self._run[key]

    def value(self, name: str, value: str) -> int:
        """Return the listings that have ``value`` for one of `filters.CODED`."""
        return self.values[name].get(value, 0)

    @cached_property
    def values(self) -> dict[str, dict[str, int]]:
        """Filter -> value -> the listings that have it, the values in the order of the listings."""
        found: dict[str, dict[str, list[int]]] = {name: {} for name in filters.CODED}
        for place, version in enumerate(self.versions):
            for name, value in filters.values(version, self.register):
                found[name].setdefault(value, []).append(place)
        return {name: {value: bits(places) for value, places in its.items()} for name, its in found.items()}

    @cached_property
    def offices(self) -> int:
        """The offices among the listings."""
        return self.those(lambda version: version.kind.nature is Nature.OFFICE)

    @cached_property
    def persons(self) -> int:
        """The persons among the listings."""
        return self.those(lambda version: version.is_person)

    @cached_property
    def law(self) -> int:
        """Procedures, groups of people and notices among the listings."""
        return self.everything & ~self.offices & ~self.persons

    def of_kind(self, word: str) -> int:
        """Return what people mean by a word for a kind."""
        if word not in self._kinds:
            self._kinds[word] = self.those(lambda version: filters.is_kind(version, word))
        return self._kinds[word]

    def serving(self, commune: str) -> int:
        """Return the offices, and their people, that say by name that they serve ``commune``."""
        return self._serving.get(commune, 0)

    def people_of(self, offices: int) -> int:
        """Return the people who are reached at ``offices``."""
        entries = (self.versions[at].entry for at in positions(offices))
        return bits(place for entry in entries for place in self._with_people[entry][1:])

    def open(self, at: datetime) -> int:
        """Return the offices that are open at ``at``, and their people; known for one minute at a time."""
        minute = at.replace(second=0, microsecond=0)
        if self._open[0] != minute:
            doors = {
                one.entry: self._is_open(one, minute)
                for one in self.versions
                if one.kind.nature is Nature.OFFICE
            }
            self._open = minute, self.those(lambda version: doors.get(self._reached_at(version), False))
        return self._open[1]

    def _reached_at(self, version: Version) -> int:
        """Return the entry of the office where ``version`` is met: its own, or a person's."""
        return (self.register.office_of(version) or version).entry

    def _is_open(self, office: Version, at: datetime) -> bool:
        return "opening_hours" in office.document and opening_of(office, self.register, at).open

    def those(self, wanted: Callable[[Version], bool]) -> int:
        """Return the listings of which ``wanted`` is true."""
        return bits(place for place, version in enumerate(self.versions) if wanted(version))

    def place_of(self, version: Version) -> int:
        """Return the position of ``version``."""
        return self._places[version.listing_id]

    def name(self, at: int) -> Name:
        """Return the name of the listing at a position, in words."""
        return self._name(at)

    def said(self, at: int) -> Said:
        """Return what the listing at a position says, in words."""
        return self._said(at)

    def numbers(self, digits: str) -> int:
        """Return the listings that have a number which begins or ends with ``digits``."""
        ahead = self._beginning(self._numbers, digits)
        behind = (number[::-1] for number in self._beginning(self._reversed_numbers, digits[::-1]))
        return any_of(self.term(NUMBER, number) for number in {*ahead, *behind})

    @cached_property
    def _written(self) -> frozenset[str]:
        """Every term of the index, of entries that no longer count too."""
        return frozenset(term for group in GROUPS for term in self._postings.lexicon(group))

    @cached_property
    def lexicon(self) -> tuple[str, ...]:
        """The folded words of the index, in order."""
        return tuple(sorted(term for term in self._written if term[0] != "="))

    @cached_property
    def exact_lexicon(self) -> tuple[str, ...]:
        """The exact terms of the index, in any order."""
        return tuple(term for term in self._written if term[0] == "=")

    @cached_property
    def _numbers(self) -> list[str]:
        return self._postings.lexicon(NUMBER)

    @cached_property
    def _reversed_numbers(self) -> list[str]:
        return sorted(number[::-1] for number in self._numbers)

    @staticmethod
    def _beginning(numbers: list[str], start: str) -> Iterator[str]:
        ahead = (numbers[at] for at in range(bisect_left(numbers, start), len(numbers)))
        return takewhile(lambda number: number.startswith(start), ahead)

    def _read(self, group: str, term: str) -> int:
        if group in _UNIONS:
            return any_of(self.term(one, term) for one in _UNIONS[group])
        places = self._own
        if group == PLACE:
            places = self._with_people
        elif group == NAME:
            places = self._with_successors
        return bits(place for entry in self._postings.entries(group, term) for place in places.get(entry, ()))

    @cached_property
    def _with_people(self) -> dict[int, tuple[int, ...]]:
        """Entry -> its listing and the people whose office it is: they are found by its place."""
        return self._joined(
            (office.entry, place)
            for place, version in enumerate(self.versions)
            if (office := self.register.office_of(version))
        )

    @cached_property
    def _with_successors(self) -> dict[int, tuple[int, ...]]:
        """Entry -> its listing and whoever took its place: they are found by the name it had."""
        return self._joined(
            (version.entry, self._places[successor])
            for version in self.versions
            if (successor := version.document.get("successor")) in self._places
        )

    def _joined(self, more: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
        joined = dict(self._own)
        for entry, place in more:
            joined[entry] = (*joined[entry], place)
        return joined

    @cached_property
    def _serving(self) -> dict[str, int]:
        found: dict[str, list[int]] = {}
        for place, version in enumerate(self.versions):
            office = self.register.office_of(version) or version
            for commune in office.document.get("service_communes", ()):
                found.setdefault(commune, []).append(place)
        return {commune: bits(places) for commune, places in found.items()}
