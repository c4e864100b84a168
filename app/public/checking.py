"""Is this person, or this office, on the list today? By name, typed with or without marks; kept by nobody."""

from __future__ import annotations

from typing import NamedTuple

from flask import render_template

from app.catalogue.card import card
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.tables import Row
from app.public.words import Link
from app.vietnamese import fold, words
from app.web import headers, site

QUERY = "q"
LONGEST = 80
SHOWN = 20
WHOLE = 2
"""The words of a name below which "not on the list" would say too much."""


class Name(NamedTuple):
    """A name that somebody has or had, as its words without marks."""

    words: frozenset[str]
    version: Version


class Found(NamedTuple):
    """Who bears the name: to choose from, and no longer; rows of a table."""

    listed: list[Row]
    apart: list[Row]


@public.get("/kiem-tra")
def check() -> str:
    """Ask for a name, or say whether it is on the list."""
    typed = parameters.read(QUERY).get(QUERY, "").strip()[:LONGEST]
    if typed:
        headers.never_store()
        site.unindexed()
    register = as_of.show(AsOf())
    site.canonical("/kiem-tra")
    return render_template(
        "check.html",
        typed=typed,
        whole=len(words(fold(typed))) >= WHOLE,
        found=_found(register, typed),
        day=f"{register.day:%d/%m/%Y}",
    )


def _found(register: Register, typed: str) -> Found:
    bearers = _bearers(register, typed)[:SHOWN]
    return Found(
        listed=[_listed(one, register) for one in bearers if register.choosable(one)],
        apart=[
            [Link(one.name, one.path), register.standing(one).sentence]
            for one in bearers
            if not register.choosable(one)
        ],
    )


def _bearers(register: Register, typed: str) -> list[Version]:
    """Return who bears all the words typed, or the id; those of exactly this name first, then persons."""
    by_id = register.get(typed.upper())
    if by_id and by_id.kind.nature.gives_aid and not by_id.wholly_redacted:
        return [by_id]
    asked = frozenset(words(fold(typed)))
    found = {
        name.version.listing_id: name.version for name in register.derived(_names) if asked <= name.words
    }
    exact = typed.casefold()
    if not asked:
        return []
    return sorted(found.values(), key=lambda one: (one.name.casefold() != exact, not one.is_person))


def _names(register: Register) -> list[Name]:
    return [
        Name(frozenset(words(fold(name))), version)
        for version in register.ordered
        if version.kind.nature.gives_aid and "name" in version.document
        for name in (version.name, *version.document.get("former_names", ()))
    ]


def _listed(version: Version, register: Register) -> Row:
    shown = card(version, register)
    via = Link(shown.via.name, shown.via.url) if shown.via else None
    return [Link(version.name, version.path), shown.role, [each for each in (via, shown.phone) if each]]
