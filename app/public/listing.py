"""One listing, now or as of a day: as page and as JSON. One rule for all kinds."""

from __future__ import annotations

from flask import Response, jsonify, render_template

from app.catalogue.api import listing_json
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.public import as_of, parameters, portrait
from app.public.as_of import IN_FORCE, PUBLISHED, AsOf
from app.public.door import LISTING, public
from app.public.finding import at_its_own_place, find
from app.web import listing_page, site
from app.web.links import base_url


@public.get(LISTING)
def listing(word: str, listing_id: str) -> str:
    """Show who this is, how to reach them, what the register says, and on which publication it rests."""
    listing_id = at_its_own_place(word, listing_id)
    given = parameters.read(PUBLISHED, IN_FORCE)
    asked = as_of.read(given)
    register, version = find(listing_id, asked)
    site.canonical(version.path, given)
    if not version.kind.listed:
        site.unindexed()
    return render_template(portrait.template(version), **portrait.of_listing(version, register, asked))


@listing_page.offer
def previewed(version: Version, register: Register, back: str) -> str:
    """Return the page of ``version`` before it is published."""
    return render_template(
        portrait.template(version), previewed=back, **portrait.of_listing(version, register, AsOf())
    )


@public.get(f"{LISTING}.json")
def listing_data(word: str, listing_id: str) -> Response:
    """Answer with what the API says of it."""
    listing_id = at_its_own_place(word, listing_id, ".json")
    asked = as_of.read(parameters.read(PUBLISHED, IN_FORCE))
    register, version = find(listing_id, asked)
    return jsonify(listing_json(version, register, base_url(), seen="page"))
