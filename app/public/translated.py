"""Home, search, listing and entitlement in other languages: a help to find whom to call, no official text."""

from __future__ import annotations

from flask import Response, redirect, render_template

from app.catalogue.card import card
from app.catalogue.register import Register
from app.kinds import KINDS, codes
from app.public import as_of, entitlement, paging, parameters, results, search, tongues, translating
from app.public.as_of import AsOf
from app.public.asked import Asked, find, searchable
from app.public.door import public
from app.public.finding import find as find_listing
from app.public.narrowing import BY_FILTER, NARROWINGS, OPEN, Narrowing
from app.public.paging import PAGE
from app.public.words import Link
from app.search.filters import ALL
from app.web import headers, site
from app.web.links import address, link

NAMES = ("q", *(one.page for one in NARROWINGS), OPEN, PAGE)
PEOPLE_SHOWN = 50


@public.get("/<tongue:tongue>/", strict_slashes=False)
def translated_home() -> str:
    """Show the page where most begin: a box, a call, what it is about, whom to see."""
    parameters.read()
    as_of.show(AsOf())
    _is("/")
    fields = [code for code in codes.FIELDS_OF_LAW.order if code not in (ALL, "other")]
    return render_template(
        "translated/home.html",
        fields=[_narrowed(BY_FILTER["field"], code) for code in fields],
        kinds=[_narrowed(BY_FILTER["kind"], kind.path) for kind in KINDS if kind.nature.gives_aid],
    )


@public.get("/<tongue:tongue>/search")
def translated_search() -> str:
    """Show what was found, the first to call on top."""
    headers.never_store()
    site.unindexed()
    _is("/tim-kiem")
    given = parameters.read(*NAMES)
    asked, given = Asked.read(given), parameters.for_links(given)
    register = searchable(AsOf())
    found = find(register, asked)
    part = paging.part(found.versions, search.SIZE, tongues.at("/tim-kiem"), given)
    return render_template(
        "translated/search.html",
        asked=asked,
        kept={name: given[name] for name in NAMES if name in given and name not in ("q", PAGE)},
        total=found.total,
        taken=results.taken(given, asked),
        facets=results.facets(given, asked, found),
        emergencies=results.emergencies(found),
        found=[translating.provider(version, register) for version in part.items],
        part=part,
        words=translating.words,
    )


@public.get("/<tongue:tongue>/listing/<listing_id>")
def translated_listing(listing_id: str) -> str | Response:
    """Show an office or a person; what is law is read in the language of the law."""
    parameters.read()
    register, version = find_listing(listing_id, AsOf())
    if not version.kind.nature.gives_aid:
        return redirect(link(version.path), 302)  # type: ignore[return-value]
    _is(version.path)
    return render_template(
        "translated/listing.html",
        shown=translating.provider(version, register),
        standing=register.standing(version),
        facts=translating.facts(version) + translating.experience(card(version, register).experience_years),
        people=_people(register, listing_id),
        source=version.path,
    )


@public.get("/<tongue:tongue>/entitlement")
def translated_entitlement() -> str:
    """Show who is entitled on this day, in the words of the catalogue where it has them to the letter."""
    parameters.read()
    register = as_of.show(AsOf())
    _is("/toi-co-duoc-tro-giup")
    answers = entitlement.answers(register)
    return render_template(
        "translated/entitlement.html",
        answers=answers,
        hardship=entitlement.hardship(answers),
        words=translating.words,
    )


def _is(path: str) -> None:
    """Say of which page this is the translation."""
    tongues.same_as(path)
    site.canonical(tongues.at(path))


def _narrowed(narrowing: Narrowing, value: str) -> Link:
    """Return the way to everything that is found with one filter."""
    found = address(tongues.at("/tim-kiem"), {narrowing.page: narrowing.word(value)})
    return Link(narrowing.label(value), found)


def _people(register: Register, listing_id: str) -> list[Link]:
    people = register.people_of(listing_id)[:PEOPLE_SHOWN]
    return [Link(one.name, tongues.at(one.path)) for one in people]
