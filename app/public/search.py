"""Searching, as page and as data. What was typed stands in the search box only, and is never logged."""

from __future__ import annotations

from flask import Response, render_template

from app.public import as_of, paging, parameters, results
from app.public.api import searching
from app.public.as_of import PUBLISHED
from app.public.asked import Asked, find, searchable
from app.public.door import public
from app.public.narrowing import NARROWINGS, OPEN
from app.public.paging import PAGE
from app.web import headers, site

SIZE = 20
NAMES = ("q", *(one.page for one in NARROWINGS), OPEN, PUBLISHED, PAGE)


@public.get("/tim-kiem")
def search() -> str:
    """Show what was found, the first to call on top; where nothing was, the way on."""
    headers.never_store()
    site.unindexed()
    site.canonical("/tim-kiem")
    given = parameters.read(*NAMES)
    asked, given = Asked.read(given), parameters.for_links(given)
    register = searchable(as_of.read(given))
    found = find(register, asked)
    part = paging.part(found.versions, SIZE, "/tim-kiem", given)
    return render_template(
        "search.html",
        asked=asked,
        kept={name: given[name] for name in NAMES if name in given and name not in ("q", PAGE)},
        **results.around(given, asked, found),
        groups=results.groups(part.items, (part.page - 1) * SIZE, register, found),
        part=part,
        apart=results.apart(found, register) if part.page == part.pages else [],
    )


@public.get("/tim-kiem.json")
def search_data() -> Response:
    """Answer as the API does, for the parameters of the page."""
    headers.never_store()
    site.unindexed()
    given = parameters.read(*NAMES)
    asked = Asked.read(given)
    page = parameters.whole_number(given, PAGE, 1, most=100_000)
    return searching.first_of(asked, as_of.read(given), start=(page - 1) * SIZE, limit=SIZE)
