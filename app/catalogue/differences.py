"""What differs between two registers, listing by listing, in the fields that lists may tell. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.canonical import Value
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Field, Seen

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


class Held(NamedTuple):
    """What a listing says in one field, or that it was taken away."""

    value: Value = None
    redacted: bool = False


class Altered(NamedTuple):
    """One field on both sides; None where that side says nothing."""

    field: Field
    old: Held | None
    new: Held | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One listing that differs; ``before`` or ``after`` is None where it was not listed."""

    before: Version | None
    after: Version | None
    fields: tuple[Altered, ...]

    @property
    def change(self) -> str:
        """added, changed or removed."""
        if self.before is None:
            return ADDED
        return CHANGED if self.after else REMOVED

    @property
    def version(self) -> Version:
        """The version to name the listing by."""
        version = self.after or self.before
        if version is None:
            raise ValueError("a listing stands on one side at least")
        return version


def compare(old: Register, new: Register) -> list[Comparison]:
    """Return what must be done to ``old`` to get ``new``: what is added, changed, removed, each in order."""
    before = {version.listing_id: version for version in old.ordered}
    after = {version.listing_id: version for version in new.ordered}
    pairs = [
        *((None, one) for one in new.ordered if one.listing_id not in before),
        *((before[one.listing_id], one) for one in new.ordered if one.listing_id in before),
        *((one, None) for one in old.ordered if one.listing_id not in after),
    ]
    compared = (Comparison(one, other, tuple(_altered(one, other))) for one, other in pairs)
    return [one for one in compared if one.fields]


def held(version: Version | None, field: Field) -> Held | None:
    """Return what ``version`` says in ``field``."""
    if version is None:
        return None
    if field.key in version.redacted:
        return Held(redacted=True)
    return Held(version.document[field.key]) if field.key in version.document else None


def _altered(before: Version | None, after: Version | None) -> Iterator[Altered]:
    version = after or before
    for field in version.kind.fields if version else ():
        if field.seen is Seen.LIST:
            old, new = held(before, field), held(after, field)
            if old != new:
                yield Altered(field, old, new)
