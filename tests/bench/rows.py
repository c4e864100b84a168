"""Listings as other engines take them: a line of plain columns, with all words that ours would know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app import places
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Searched
from app.kinds.contact import PhoneNumber


@dataclass(frozen=True)
class Row:
    """One listing. ``place`` has the names of before July 2025 too; a person's is the office's."""

    id: str
    choosable: int
    kind: str
    commune: str
    name: str
    place: str
    rest: str


COLUMNS = ("id", "choosable", "kind", "commune", "name", "place", "rest")


def rows(register: Register) -> list[Row]:
    """Return every listing of ``register``, in the order of the official lists."""
    return [_row(register, version) for version in register.ordered]


def _row(register: Register, version: Version) -> Row:
    office = register.office_of(version) or version
    commune = str(office.document.get("commune", ""))
    place = [*_wordings(office, Searched.PLACE), *(places.old_names(commune) if commune else ())]
    return Row(
        id=version.listing_id,
        choosable=int(register.choosable(version)),
        kind=version.kind.key,
        commune=commune,
        name=" ".join(_wordings(version, Searched.NAME)),
        place=" ".join(place),
        rest=" ".join([version.kind.vi, *version.kind.lay_words, *_wordings(version, Searched.TEXT)]),
    )


def _wordings(version: Version, searched: Searched) -> Iterator[str]:
    for field in version.kind.public_fields:
        value = version.document.get(field.key)
        if field.searched is searched and value:
            yield field.show(value)
            if isinstance(field.type, PhoneNumber):
                yield str(value)  # its digits in one too
