"""The terms of a judgement, each a rule over the listings of one register. Knows no query and no engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from app import places
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature

NEAREST = 3
"""Of the communes with an office, how many count as near another commune."""

Rule = Callable[[Version], bool]

_ID = re.compile(r"[A-Z]+-\d+")


class Rules:
    """Reads judgements over ``register``, whose offices stand in ``province``."""

    def __init__(self, register: Register, province: str) -> None:
        self._register = register
        self._communes = {one.name: one.code for one in places.communes(province)}
        self._terms: dict[str, Callable[[str], Rule]] = {
            "name": lambda value: lambda one: one.name == value,
            "kind": lambda value: lambda one: one.kind.key in value.split(","),
            "nature": lambda value: lambda one: one.kind.nature.value == value,
            "type": lambda value: lambda one: one.document.get("organisation_type") == value,
            "gender": lambda value: lambda one: value in self._genders(one),
            "field": lambda value: lambda one: _helps(one, value),
            "language": lambda value: lambda one: value in self._office(one).document.get("languages", ()),
            "commune": lambda value: self._in({self._communes[value]}),
            "old": lambda value: self._in(self._made_of(value)),
            "near": self._near,
        }

    def any_of(self, text: str) -> Rule:
        """``LS-0010 | kind=lawyer; field=land``: one of the alternatives, each with all of its terms."""
        alternatives = [self._all_of(part.split(";")) for part in text.split("|")]
        return lambda version: any(rule(version) for rule in alternatives)

    def _all_of(self, terms: Iterable[str]) -> Rule:
        rules = [self._term(term.strip()) for term in terms]
        return lambda version: all(rule(version) for rule in rules)

    def _term(self, term: str) -> Rule:
        if _ID.fullmatch(term):
            return lambda version: version.listing_id == term
        key, _, value = term.partition("=")
        return self._terms[key](value)

    def _in(self, codes: Iterable[str]) -> Rule:
        wanted = set(codes)
        return lambda version: self._commune(version) in wanted

    def _near(self, name: str) -> Rule:
        """In the commune, or in one of the nearest with an office, or of an office that serves it by name."""
        code = self._communes[name]
        by_distance = (one.code for one in places.neighbours(code, limit=len(self._communes)))
        nearest = [one for one in by_distance if one in self._occupied][:NEAREST]
        close = self._in({code, *nearest})
        return lambda one: close(one) or code in self._office(one).document.get("service_communes", ())

    def _made_of(self, former: str) -> set[str]:
        """Return the communes that took in an old unit: ``Thị trấn A``, ``Xã A, Huyện B`` or ``Huyện B``."""
        found = {
            code
            for code in self._communes.values()
            for old in places.former_of(code)
            if former in (old.ward, old.district, f"{old.ward}, {old.district}")
        }
        if not found:
            raise LookupError(f"nothing was called {former!r}")
        return found

    def _office(self, version: Version) -> Version:
        return self._register.office_of(version) or version

    def _commune(self, version: Version) -> str:
        return str(self._office(version).document.get("commune", ""))

    def _genders(self, version: Version) -> set[str]:
        """Return that of a person; those of the people who can be asked for at an office."""
        there = (version, *self._register.people_of(version.listing_id))
        return {one.document["gender"] for one in there if "gender" in one.document}

    @cached_property
    def _occupied(self) -> set[str]:
        """The communes with an office to go to."""
        offices = (one for one in self._register.ordered if one.kind.nature is Nature.OFFICE)
        return {self._commune(one) for one in offices if self._register.choosable(one)}


def _helps(version: Version, field: str) -> bool:
    fields = version.document.get("fields_of_law", version.document.get("specialities", ()))
    return field in fields or "*" in fields
