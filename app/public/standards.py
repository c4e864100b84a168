"""The register in the shapes that other programs know: HSDS, DCAT, a data package, business cards."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from app import places
from app.catalogue.register import Register
from app.opendata.hsds import hsds
from app.opendata.package import Publisher, Told, catalogue, data_package
from app.opendata.vcard import vcard
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.finding import at_its_own_place, find
from app.public.lists import LISTS
from app.web import site
from app.web.language import _
from app.web.links import base_url

VCARD = "text/vcard; charset=utf-8"


@public.get("/du-lieu/hsds.json")
def hsds_data() -> Response:
    """Answer with every office in force as the Human Services Data Specification 3.0 has it."""
    return _answer(hsds(_today(), base_url()))


@public.get("/du-lieu/dcat.jsonld")
def dcat_catalogue() -> Response:
    """Answer with the catalogue of the register's files, for portals of open data."""
    return _answer(catalogue(_today(), _lists(), _publisher()), "application/ld+json")


@public.get("/du-lieu/datapackage.json")
def frictionless_package() -> Response:
    """Answer with the description of the CSV files and their columns."""
    return _answer(data_package(_today(), _lists(), _publisher()))


@public.get("/<office:word>/<listing_id>.vcf")
def business_card(word: str, listing_id: str) -> Response:
    """Answer with an office as a card for the address book of a phone."""
    listing_id = at_its_own_place(word, listing_id, ".vcf")
    parameters.read()
    register, version = find(listing_id, AsOf())
    response = Response(vcard(version, register, base_url()), content_type=VCARD)
    response.headers["Content-Disposition"] = f'attachment; filename="{listing_id}.vcf"'
    return response


def _today() -> Register:
    parameters.read()
    return as_of.show(AsOf())


def _answer(content: dict[str, Any], mimetype: str = "application/json") -> Response:
    response = jsonify(content)
    response.mimetype = mimetype
    return response


def _lists() -> list[Told]:
    return [Told(word, _(listed.heading), listed.path) for word, listed in LISTS.items() if word]


def _publisher() -> Publisher:
    return Publisher(site.department(), places.province_name(site.province()), base_url())
