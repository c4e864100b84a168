"""The home page: search, call, the problems people have, the official lists, the latest publication."""

from __future__ import annotations

from flask import render_template

from app import places
from app.catalogue.groups import OFFICES, PERSONS, PROCEDURES
from app.catalogue.lists import official
from app.catalogue.recordings import heard
from app.catalogue.register import Register
from app.public import as_of, parameters, problems
from app.public.as_of import AsOf
from app.public.door import public
from app.public.words import Link
from app.web import links, site


@public.get("/")
def home() -> str:
    """Show the page where most begin."""
    parameters.read()
    register = as_of.show(AsOf())
    site.canonical("/")
    return render_template(
        "home.html",
        suggestions=[_search(words) for words in _suggestions(register)],
        problems=problems.on_home(),
        tongues_heard=heard(register),
        offices=official(register, OFFICES).counts,
        persons=official(register, PERSONS).counts,
        procedures=official(register, PROCEDURES).counts,
    )


def _search(words: str) -> Link:
    return Link(words, links.address("/tim-kiem", {"q": words}))


def _suggestions(register: Register) -> list[str]:
    """Return queries that find something: they name a commune where there is an office."""
    offices = [one for one in register.of_kind("organisation") if register.choosable(one)]
    communes = (places.commune(one.document.get("commune", "")) for one in offices)
    named = [f"luật sư {commune.short_name}" for commune in communes if commune]
    return [*named[:1], "đất đai", "trẻ em"] if register.n else []
