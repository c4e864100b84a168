"""By which fields a listing was found. What is looked for is worked out once for a query, then kept to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from app.catalogue.version import Version
from app.search.bits import any_of
from app.search.masks import Masks
from app.search.meaning import Meaning
from app.search.parse import Part, meanings
from app.search.said import Field
from app.search.ways import there
from app.search.words import PLACE

CODED_FIELDS = {
    "field": ("fields_of_law", "specialities"),
    "form": ("forms_of_aid",),
    "language": ("languages",),
    "gender": ("gender",),
}
"""What a `Meaning` tells -> the keys of the fields that hold its codes."""


class Why:
    """Tells why listings were found by a query of ``parts``."""

    def __init__(self, masks: Masks, parts: Sequence[Part]) -> None:
        self._masks = masks
        self._words = frozenset(chain.from_iterable(part.ways[0] for part in parts if part.plain))
        self._runs = [f" {' '.join(part.folded)} " for part in parts if not (part.plain or part.filler)]
        self._numbers = [part.number for part in parts if part.number]
        self._coded = [key for meaning in meanings(parts) for key in _coded(meaning)]
        offices = any_of(masks.named(part.folded) for part in parts if part.names_office) & masks.offices
        self._reached = masks.people_of(offices)
        places = [meaning.place for meaning in meanings(parts) if meaning.place]
        self._there = any_of(there(masks, place) for place in places)
        self._serving = any_of(masks.serving(code) for place in places for code in place.codes)

    def of(self, version: Version) -> tuple[str, ...]:
        """Return the keys of the fields that matched; for the place of an office, the ref to it."""
        return tuple(dict.fromkeys(self._keys(version)))

    def _keys(self, version: Version) -> Iterator[str]:
        at = self._masks.place_of(version)
        said = self._masks.said(at)
        office = self._masks.register.office_of(version)
        yield from (one.key for one in said.fields if self._in_words(one))
        yield from (key for key in self._coded if key in version.document)
        for number in self._numbers:
            yield from (key for key, whole in said.numbers if number in whole)
        if self._serving >> at & 1:
            yield version.kind.office_key if office else "service_communes"
        if self._there >> at & 1:
            yield version.kind.office_key if office else "commune"
        elif office and (self._reached >> at & 1 or self._at(office)):
            yield version.kind.office_key

    def _in_words(self, field: Field) -> bool:
        return not self._words.isdisjoint(field.words) or any(map(field.run.__contains__, self._runs))

    def _at(self, office: Version) -> bool:
        fields = self._masks.said(self._masks.place_of(office)).fields
        return any(one.group == PLACE and self._in_words(one) for one in fields)


def _coded(meaning: Meaning) -> Iterator[str]:
    for name, keys in CODED_FIELDS.items():
        if getattr(meaning, name):
            yield from keys
