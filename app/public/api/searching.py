"""Searching through the API: listings with the fields that matched, and how the query was read."""

from __future__ import annotations

from flask import Response

from app import kinds
from app.catalogue.api import Json, listing_json
from app.catalogue.version import Version
from app.public import as_of as moments
from app.public import asked as questions
from app.public import parameters
from app.public.api import filters, pages
from app.public.api.door import api
from app.public.api.filters import Filters
from app.public.api.pages import Window
from app.public.as_of import AsOf
from app.public.asked import Asked, find
from app.search.find import ReadAs, Results
from app.web import headers, site
from app.web.links import base_url

PATH = "/api/v1/search"
NAMES = ("q", "kind", "commune", "field", "form", "language", "gender", "as_of", "limit", "cursor")
DEFAULT, MOST = 20, 100


@api.get("/search")
def search() -> Response:
    """Answer with what is found, best first."""
    headers.never_store()
    given = parameters.read(*NAMES)
    wanted = filters.read(given)
    kind = kinds.find(wanted.kind) if wanted.kind else None
    asked = Asked(given.get("q", ""), kind, questions.commune(given, "commune"))
    as_of = moments.read(given, "as_of")
    if "cursor" not in given:
        questions.searchable(as_of)
    seen = pages.window(given, as_of, DEFAULT, MOST)
    return _answer(seen, find(seen.register, asked), wanted)


def first_of(asked: Asked, as_of: AsOf, start: int, limit: int) -> Response:
    """Answer with results from ``start`` on; ``next`` goes on in the API."""
    question = {
        "q": asked.q,
        "kind": asked.kind.key if asked.kind else "",
        "commune": asked.commune.code if asked.commune else "",
        "as_of": as_of.published.isoformat() if as_of.published else "",
    }
    given = {name: value for name, value in question.items() if value}
    seen = Window(questions.searchable(as_of), start, limit, given)
    return _answer(seen, find(seen.register, asked), filters.read(given))


def _answer(seen: Window, found: Results, wanted: Filters) -> Response:
    def shape(version: Version) -> Json:
        return listing_json(version, seen.register, base_url()) | {"why": list(found.why(version))}

    site.unindexed()
    items = [version for version in found.versions if wanted.keep_coded(version)]
    return pages.answer(PATH, seen, items, shape, read_as=_read_as(found.read_as))


def _read_as(read_as: ReadAs) -> Json:
    """Return the words looked for, and those dropped because no listing has all of them."""
    read: Json = {"words": list(read_as.words)}
    return read | ({"dropped": list(read_as.dropped)} if read_as.dropped else {})
