"""Sets of listings as the bits of whole numbers: of each term, kind and commune, for one register.

A bit's position is the listing's place in the order of answers, so that the lowest bits are the first page.
Knows no Whoosh: postings come from whatever can name the entries of a term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Protocol

from app.catalogue.api import commune_of
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.search.words import GROUPS, PLACE


class Postings(Protocol):
    """What can name the ledger entries in which a term stands."""

    def entries(self, group: str, term: str) -> Iterable[int]:
        """Return the numbers of the entries, in any order; of entries outside the register too."""


class Masks:
    """The bit sets of ``register``, read from ``postings`` when first asked for."""

    def __init__(self, register: Register, postings: Postings) -> None:
        self.register = register
        choosable = [version for version in register.ordered if register.choosable(version)]
        self.versions = (*choosable, *(one for one in register.ordered if not register.choosable(one)))
        self.choosable = _bits(range(len(choosable)))
        self.everything = _bits(range(len(self.versions)))
        self.kinds = self._by(lambda version: version.kind.path)
        self.communes = self._by(lambda version: commune_of(version, register))
        self._postings = postings
        self._positions = {version.entry: (place,) for place, version in enumerate(self.versions)}
        self._reached = self._with_people()
        self._terms: dict[tuple[str, str], int] = {}

    def term(self, group: str, term: str) -> int:
        """Return the listings in whose ``group`` of fields ``term`` stands."""
        key = group, term
        if key not in self._terms:
            self._terms[key] = self._read(group, term)
        return self._terms[key]

    def anywhere(self, term: str) -> int:
        """Return the listings in which ``term`` stands at all."""
        return reduce(or_, (self.term(group, term) for group in GROUPS))

    def _read(self, group: str, term: str) -> int:
        positions = self._reached if group == PLACE else self._positions
        entries = self._postings.entries(group, term)
        return _bits(place for entry in entries for place in positions.get(entry, ()))

    def _with_people(self) -> dict[int, Sequence[int]]:
        """Return entry -> its listing and the people whose office it is: they are found by its place."""
        reached: dict[int, list[int]] = {entry: list(place) for entry, place in self._positions.items()}
        for place, version in enumerate(self.versions):
            office = self.register.office_of(version)
            if office:
                reached[office.entry].append(place)
        return {entry: tuple(places) for entry, places in reached.items()}

    def _by(self, key: Callable[[Version], str | None]) -> dict[str, int]:
        """Return key -> the listings that have it, the keys in the order of the listings."""
        found: dict[str, list[int]] = {}
        for place, version in enumerate(self.versions):
            if value := key(version):
                found.setdefault(value, []).append(place)
        return {value: _bits(places) for value, places in found.items()}


def positions(mask: int) -> Iterator[int]:
    """Yield the positions of the bits of ``mask``, the lowest first."""
    data = mask.to_bytes((mask.bit_length() + 7) // 8, "little")
    for place, byte in enumerate(data):
        if byte:
            yield from (place * 8 + bit for bit in range(8) if byte >> bit & 1)


def _bits(places: Iterable[int]) -> int:
    """Return the number with these bits set, by way of bytes: each `or` would copy the whole number."""
    data = bytearray()
    for place in places:
        byte = place >> 3
        if byte >= len(data):
            data.extend(bytes(byte + 1 - len(data)))
        data[byte] |= 1 << (place & 7)
    return int.from_bytes(data, "little")
