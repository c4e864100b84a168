"""Publications through the API, the newest first."""

from __future__ import annotations

from flask import Response, jsonify

from app.catalogue.api import publication_json
from app.public import as_of, parameters, publications
from app.public.api import pages
from app.public.api.door import api
from app.public.as_of import AsOf
from app.web.links import base_url

PATH = "/api/v1/publications"


@api.get("/publications", endpoint="publications")
def all_publications() -> Response:
    """Answer with a page of publications."""
    seen = pages.window(parameters.read("limit", "cursor"), AsOf(), default=100, most=500)
    items = as_of.chain(seen.register)[::-1]
    return pages.answer(PATH, seen, items, lambda one: publication_json(one, base_url()))


@api.get("/publications/<int:number>")
def publication(number: int) -> Response:
    """Answer with one publication."""
    parameters.read()
    _, shown = publications.at(number)
    return jsonify(publication_json(shown, base_url()))
