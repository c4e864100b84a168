"""Listings through the API: narrowed and paged, one by its id, and all versions of one."""

from __future__ import annotations

from flask import Response, jsonify

from app.catalogue import published
from app.catalogue.api import Json, listing_json
from app.catalogue.version import Version
from app.faults import NotFound
from app.public import as_of as moments
from app.public import parameters
from app.public.api import filters, pages
from app.public.api.door import api
from app.public.as_of import AsOf
from app.public.finding import find, must_be_issued, withdrawn
from app.public.parameters import among
from app.web import site
from app.web.language import _
from app.web.links import base_url
from app.web.session import reading

PATH = "/api/v1/listings"
NAMES = ("kind", "commune", "field", "form", "language", "status", "as_of", "in_force", "limit", "cursor")


@api.get("/listings")
def listings() -> Response:
    """Answer with the listings that pass the filters; by default those to choose from on the day."""
    given = parameters.read(*NAMES)
    wanted = filters.read(given)
    status = among(given, "status", filters.STATUSES) or "active"
    seen = pages.window(given, moments.read(given, "as_of", "in_force"), default=100, most=500)
    register = seen.register
    items = [
        version
        for version in register.ordered
        if status in ("all", register.standing(version).code) and wanted.keep(version, register)
    ]
    return pages.answer(PATH, seen, items, lambda version: listing_json(version, register, base_url()))


@api.get("/listings/<listing_id>")
def listing(listing_id: str) -> Response:
    """Answer with one listing, the fields of its page included."""
    asked = moments.read(parameters.read("as_of", "in_force"), "as_of", "in_force")
    register, version = find(listing_id, asked)
    return jsonify(listing_json(version, register, base_url(), seen="page"))


@api.get("/listings/<listing_id>/versions")
def versions(listing_id: str) -> Response:
    """Answer with every version that counts, the oldest first, each with its act and since when it holds."""
    parameters.read()
    must_be_issued(listing_id)
    register, head = moments.show(AsOf()), site.newest()
    if head is None:
        raise NotFound(_("Chưa có lần công bố nào."))
    if register.withdrawn(listing_id):
        raise withdrawn(listing_id)

    def shape(version: Version) -> Json:
        acted = {"act": version.act, "holds_from": version.holds_from.isoformat()}
        return listing_json(version, register, base_url(), seen="page") | acted

    known = published.versions(reading(), head, register, listing_id)
    items = [shape(version) for version in known if not version.wholly_redacted]
    return jsonify({"items": items, "publication": register.n, "total": len(items)})
