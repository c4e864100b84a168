"""Suggestions for who is typing, as data for the search box's script. Nothing typed is kept or logged."""

from __future__ import annotations

from flask import Response, jsonify

from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.asked import within_reach
from app.public.door import public
from app.web import headers, site
from app.web.instance import instance


@public.get("/goi-y")
def suggestions() -> Response:
    """Answer with queries that find something."""
    headers.never_store()
    site.unindexed()
    given = parameters.read("q")
    register = within_reach(as_of.register(AsOf()), AsOf())
    found = instance().search.suggest(as_of.shown(register), given.get("q", ""))
    return jsonify({"suggestions": [{"text": one.text, "about": one.about} for one in found]})
