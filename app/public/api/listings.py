"""Listings through the API: narrowed and paged, one by its id, and all versions of one."""

from __future__ import annotations

from flask import Response, jsonify

from app.catalogue import published
from app.catalogue.api import Json, listing_json
from app.catalogue.version import Version
from app.faults import NotFound
from app.public import as_of as moments
from app.public.api import filters, pages
from app.public.api.declared import AS_OF, CURSOR, IN_FORCE, limit, operation
from app.public.as_of import AsOf
from app.public.finding import find, must_be_issued, withdrawn
from app.public.parameters import Given, among
from app.web import site
from app.web.language import N_, _
from app.web.links import base_url
from app.web.session import reading

PATH = "/api/v1/listings"
LIMIT = limit(100, 500)
FILTERS = (filters.KIND, filters.COMMUNE, filters.FIELD, filters.FORM, filters.LANGUAGE, filters.STATUS)


@operation(
    "/listings",
    N_("Các mục: tổ chức, người thực hiện, thủ tục …; mặc định là những mục đang chọn được."),
    *FILTERS,
    AS_OF,
    IN_FORCE,
    LIMIT,
    CURSOR,
    answers="ListingPage",
    example="/listings?kind=lawyer&limit=5",
)
def listings(given: Given) -> Response:
    """Answer with the listings that pass the filters; by default those to choose from on the day."""
    wanted = filters.read(given)
    status = among(given, "status", filters.STATUSES) or "active"
    seen = pages.window(given, moments.read(given, "as_of", "in_force"), LIMIT)
    register = seen.register
    items = [
        version
        for version in register.ordered
        if status in ("all", register.standing(version).code) and wanted.keep(version, register)
    ]
    return pages.answer(PATH, seen, items, lambda version: listing_json(version, register, base_url()))


@operation(
    "/listings/<listing_id>",
    N_("Một mục, có cả những trường chỉ ở trang riêng của nó."),
    AS_OF,
    IN_FORCE,
    answers="Listing",
    example="/listings/TT-01",
)
def listing(given: Given, listing_id: str) -> Response:
    """Answer with one listing, the fields of its page included."""
    asked = moments.read(given, "as_of", "in_force")
    register, version = find(listing_id, asked)
    return jsonify(listing_json(version, register, base_url(), seen="page"))


@operation(
    "/listings/<listing_id>/versions",
    N_("Mọi bản của một mục, cũ trước."),
    answers="VersionPage",
    example="/listings/TT-01/versions",
)
def versions(given: Given, listing_id: str) -> Response:
    """Answer with every version that counts, the oldest first, each with its act and since when it holds."""
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
