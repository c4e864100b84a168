"""The published register at (publication N, day D): each listing's version that counts, and who names whom.

Immutable and free of any session, so that workers keep it and answer from memory.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from app import kinds
from app.catalogue.groups import order
from app.catalogue.standing import Standing, standing
from app.catalogue.version import Content, Version
from app.kinds import Nature
from app.ledger import asof
from app.ledger.acts import LISTED
from app.ledger.read import EntryView, PublicationView

T = TypeVar("T")


class Register:
    """``versions`` is listing id -> version; ``identity`` the hash of publication 1 ("" without one)."""

    def __init__(
        self,
        publications: Sequence[PublicationView],
        entries: Mapping[str, Sequence[EntryView]],
        *,
        n: int,
        day: date,
        chosen: Sequence[EntryView],
        contents: Mapping[int, Content],
    ) -> None:
        self.n = n
        self.day = day
        self.identity = publications[0].hash if publications else ""
        self._publications = publications
        self._entries = entries
        self._derived: dict[Hashable, Any] = {}
        made = (self.version_of(entry, contents[entry.number]) for entry in chosen)
        self.versions: dict[str, Version] = {one.listing_id: one for one in made if one is not None}

    def version_of(self, entry: EntryView, content: Content) -> Version | None:
        """Return ``entry`` as a version; None if it is none, or of a kind that this program does not know."""
        kind = kinds.of_id(entry.listing_id)
        if kind is None or entry.holds_from is None:
            return None
        return Version(
            listing_id=entry.listing_id,
            kind=kind,
            entry=entry.number,
            act=entry.act,
            holds_from=entry.holds_from,
            publication=entry.publication,
            published_at=self._publications[entry.publication - 1].published_at,
            content=content,
        )

    def with_version(self, version: Version) -> Register:
        """Return the register as it would be if ``version`` counted; this one stays as it is."""
        other = copy(self)
        for name in [
            name for name in vars(self) if isinstance(getattr(Register, name, None), cached_property)
        ]:
            del vars(other)[name]
        other._derived = {}
        other.versions = {**self.versions, version.listing_id: version}
        return other

    def publication(self, number: int) -> PublicationView:
        """Return publication ``number``. Raises KeyError where it is not among 1..N."""
        if not 1 <= number <= self.n:
            raise KeyError(number)
        return self._publications[number - 1]

    def get(self, listing_id: str) -> Version | None:
        """Return the version of this listing that counts, whatever its standing, or None."""
        return self.versions.get(listing_id)

    def standing(self, version: Version) -> Standing:
        """Return the standing of ``version`` on the register's day."""
        if self.versions.get(version.listing_id) is version:
            return self._standings[version.listing_id]
        return self._standing(version)

    def choosable(self, version: Version) -> bool:
        """Whether people may choose ``version`` on the register's day."""
        return self.standing(version).choosable

    def history(self, listing_id: str) -> tuple[EntryView, ...]:
        """Return every line of this listing up to publication N, oldest first."""
        return tuple(entry for entry in self._entries.get(listing_id, ()) if entry.publication <= self.n)

    def lines_of(self, publication: int) -> tuple[EntryView, ...]:
        """Return every line of one of the publications 1..N, in order."""
        return tuple(self._lines.get(publication, ()))

    def issued(self, listing_id: str) -> bool:
        """Whether this id had been given to a listing up to publication N."""
        return bool(self.history(listing_id))

    def withdrawn(self, listing_id: str) -> bool:
        """Whether this listing had been withdrawn up to publication N, as listed by mistake."""
        return asof.is_withdrawn(self._entries.get(listing_id, ()), self.n)

    def begins_from(self, key: str, day: date) -> bool:
        """Whether a listing of this kind that begins on ``day`` or later was published up to N and stays."""
        prefix = f"{kinds.find(key).prefix}-"
        lines = chain.from_iterable(held for one, held in self._entries.items() if one.startswith(prefix))
        return any(
            line.act == LISTED and line.publication <= self.n and line.holds_from and line.holds_from >= day
            for line in lines
            if not self.withdrawn(line.listing_id)
        )

    @cached_property
    def ordered(self) -> tuple[Version, ...]:
        """What is listed, in the one order of the official lists, save that of which nothing is left."""
        return tuple(one for one in self._readable if one.kind.listed)

    def of_kind(self, key: str) -> tuple[Version, ...]:
        """Return the versions of one kind, listed or not, in order."""
        return self._by_kind.get(key, ())

    def centre(self) -> Version | None:
        """Return the centre that people call: the first one in force, or None."""
        return next((centre for centre in self.of_kind("centre") if self.choosable(centre)), None)

    def office_of(self, version: Version) -> Version | None:
        """Return the office through which a person is reached, or None."""
        key = version.kind.office_key
        office = self.get(version.document.get(key, "")) if key else None
        return office if office and not office.wholly_redacted else None

    def reached_at(self, version: Version) -> Version | None:
        """Return the office to call about ``version``: its own, or where that cannot help now the centre."""
        own = version if version.kind.nature is Nature.OFFICE else self.office_of(version)
        if own and own.document.get("phone") and self.choosable(own):
            return own
        return self.centre()

    def predecessors(self, listing_id: str) -> tuple[Version, ...]:
        """Return those whose place this listing took, in order."""
        return tuple(self._predecessors.get(listing_id, ()))

    def people_of(self, listing_id: str) -> tuple[Version, ...]:
        """Return the persons to choose who are reached through this listing or name it, in order."""
        return tuple(self._people.get(listing_id, ()))

    def derived(self, make: Callable[[Register], T]) -> T:
        """Return ``make(self)``, made once: what follows from a register never changes either."""
        if make not in self._derived:
            self._derived[make] = make(self)
        made: T = self._derived[make]
        return made

    def _standing(self, version: Version) -> Standing:
        return standing(version, self.day, self.get(version.document.get("organisation", "")))

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {listing_id: self._standing(version) for listing_id, version in self.versions.items()}

    @cached_property
    def _lines(self) -> dict[int, list[EntryView]]:
        lines: dict[int, list[EntryView]] = {}
        known = chain.from_iterable(self._entries.values())
        for line in sorted(known, key=lambda line: line.number):
            if line.publication <= self.n:
                lines.setdefault(line.publication, []).append(line)
        return lines

    @cached_property
    def _readable(self) -> tuple[Version, ...]:
        return tuple(sorted((one for one in self.versions.values() if not one.wholly_redacted), key=order))

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Version, ...]]:
        held: dict[str, list[Version]] = {}
        for version in self._readable:
            held.setdefault(version.kind.key, []).append(version)
        return {key: tuple(versions) for key, versions in held.items()}

    @cached_property
    def _predecessors(self) -> dict[str, list[Version]]:
        predecessors: dict[str, list[Version]] = {}
        for version in self._readable:
            if successor := version.document.get("successor"):
                predecessors.setdefault(successor, []).append(version)
        return predecessors

    @cached_property
    def _people(self) -> dict[str, list[Version]]:
        people: dict[str, list[Version]] = {}
        for version in self.ordered:
            if version.is_person and self.choosable(version):
                for named in sorted(set(_named_by(version))):
                    people.setdefault(named, []).append(version)
        return people


def _named_by(version: Version) -> Iterator[str]:
    for field in version.kind.public_fields:
        if field.refers and field.key != "successor":
            value = version.document.get(field.key, [])
            yield from value if isinstance(value, list) else [value]
