"""Publications through the API, the newest first."""

from __future__ import annotations

from flask import Response, jsonify

from app.catalogue.api import publication_json
from app.public import as_of, publications
from app.public.api import pages
from app.public.api.declared import CURSOR, limit, operation
from app.public.as_of import AsOf
from app.public.parameters import Given
from app.web.language import N_
from app.web.links import base_url

PATH = "/api/v1/publications"
LIMIT = limit(100, 500)


@operation("/publications", N_("Các lần công bố, mới trước."), LIMIT, CURSOR, answers="PublicationPage")
def all_publications(given: Given) -> Response:
    """Answer with a page of publications."""
    seen = pages.window(given, AsOf(), LIMIT)
    items = as_of.chain(seen.register)[::-1]
    return pages.answer(PATH, seen, items, lambda one: publication_json(one, base_url()))


@operation(
    "/publications/<int:number>", N_("Một lần công bố."), answers="Publication", example="/publications/1"
)
def publication(given: Given, number: int) -> Response:
    """Answer with one publication."""
    _, shown = publications.at(number)
    return jsonify(publication_json(shown, base_url()))
