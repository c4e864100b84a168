"""The official lists: both on one page, offices, persons; as pages of fifty and whole as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from flask import Response, jsonify, render_template

from app.catalogue.api import listing_json
from app.catalogue.groups import OFFICES, PERSONS
from app.catalogue.lists import OfficialList, official
from app.catalogue.publications import publication_ref
from app.public import as_of, paging, parameters, tables
from app.public.as_of import IN_FORCE, PUBLISHED
from app.public.door import public
from app.public.paging import PAGE
from app.public.words import Choice, Link, first_publication
from app.web import site
from app.web.links import address, base_url

SIZE = 50
FORMATS = {"JSON": "json", "CSV": "csv", "Excel": "xlsx"}


class List(NamedTuple):
    """One page of lists: what it is called, what it holds, which mark it has in the navigation."""

    path: str
    heading: str
    collections: tuple[str, ...]
    section: str = ""


LISTS = {
    "": List("/danh-sach", "Danh sách công bố", (OFFICES, PERSONS)),
    OFFICES: List("/danh-sach/to-chuc", "Tổ chức thực hiện trợ giúp pháp lý", (OFFICES,), "organisations"),
    PERSONS: List("/danh-sach/nguoi-thuc-hien", "Người thực hiện trợ giúp pháp lý", (PERSONS,), "people"),
}


@public.get("/danh-sach")
@public.get("/danh-sach/<list:name>")
def official_list(name: str = "") -> str:
    """Show a page of a list, section by section in the official order, what cannot be chosen at the end."""
    given = parameters.read(PUBLISHED, IN_FORCE, PAGE)
    asked, listed = as_of.read(given), LISTS[name]
    register = as_of.show(asked)
    lists = {each: official(register, each) for each in listed.collections}
    site.canonical(listed.path, given)
    part = paging.part(tables.lines([*lists.values()]), SIZE, listed.path, given)
    return render_template(
        "list.html",
        listed=listed,
        as_of=asked,
        source=publication_ref(register.publication(register.n)) if register.n else None,
        counts=[each.counts for each in lists.values()],
        others=[] if name else _others(lists, asked.parameters),
        tables=tables.tables(part.items, register, asked.parameters),
        part=part,
        first=_first() if not register.n else None,
        downloads=[
            Link(name, address(f"{listed.path}.{suffix}", asked.parameters))
            for name, suffix in FORMATS.items()
        ],
    )


@public.get("/danh-sach.json")
@public.get("/danh-sach/<list:name>.json")
def official_list_json(name: str = "") -> Response:
    """Answer with the whole list; what cannot be chosen stands in ``apart``."""
    asked = as_of.read(parameters.read(PUBLISHED, IN_FORCE))
    register = as_of.show(asked)
    lists = [official(register, each) for each in LISTS[name].collections]
    items = [listing_json(one, register, base_url()) for each in lists for one in each.choosable]
    apart = [
        listing_json(one, register, base_url()) for each in lists if each.apart for one in each.apart.versions
    ]
    return jsonify({"items": items, "apart": apart, "publication": register.n, "total": len(items)})


def _others(lists: Mapping[str, OfficialList], days: Mapping[str, str]) -> list[Choice]:
    """Return the ways from the page of both lists to each."""
    return [
        Choice(LISTS[name].heading, address(LISTS[name].path, days), len(held.choosable))
        for name, held in lists.items()
    ]


def _first() -> Link | None:
    """Return the day of the first publication and the list as it was then; None where there is none."""
    now = site.today()
    if not now.n:
        return None
    return Link(
        first_publication(now), address("/danh-sach", {PUBLISHED: now.publication(1).day.isoformat()})
    )
