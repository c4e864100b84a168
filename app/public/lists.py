"""The official lists, each by itself and those of the publication duty together; pages of fifty, or JSON."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import Response, jsonify, render_template

from app.catalogue.api import listing_json
from app.catalogue.groups import ENTITLED, NOTICES, OFFICES, PERSONS, PROCEDURES
from app.catalogue.lists import official
from app.catalogue.publications import publication_ref
from app.catalogue.register import Register
from app.opendata import schema_org
from app.public import as_of, citing, coming, paging, parameters, tables
from app.public.as_of import IN_FORCE, PUBLISHED, AsOf
from app.public.door import public
from app.public.paging import PAGE
from app.public.tables import Line
from app.public.words import Choice, Link, first_publication
from app.web import site
from app.web.language import N_, _
from app.web.links import address, base_url

SIZE = 50
FORMATS = {"JSON": "json", "CSV": "csv", "Excel": "xlsx", "PDF": "pdf", "Word": "docx"}


class List(NamedTuple):
    """One page of lists: its name, what it holds, its mark in the navigation, whether that is law."""

    path: str
    heading: str
    collections: tuple[str, ...]
    section: str = ""
    law: bool = False

    def lines(self, register: Register) -> list[Line]:
        """Return every line of the lists on this page."""
        return tables.lines([official(register, each) for each in self.collections])


LISTS = {
    "": List("/danh-sach", N_("Danh sách công bố"), (OFFICES, PERSONS, PROCEDURES)),
    OFFICES: List(
        "/danh-sach/to-chuc", N_("Tổ chức thực hiện trợ giúp pháp lý"), (OFFICES,), "organisations"
    ),
    PERSONS: List("/danh-sach/nguoi-thuc-hien", N_("Người thực hiện trợ giúp pháp lý"), (PERSONS,), "people"),
    PROCEDURES: List(
        "/danh-sach/thu-tuc",
        N_("Thủ tục hành chính về trợ giúp pháp lý"),
        (PROCEDURES,),
        "procedures",
        law=True,
    ),
    ENTITLED: List(
        "/danh-sach/nguoi-duoc-tro-giup", N_("Người được trợ giúp pháp lý"), (ENTITLED,), law=True
    ),
    NOTICES: List("/danh-sach/thong-bao", N_("Thông báo"), (NOTICES,), law=True),
}


@public.get("/danh-sach")
@public.get("/danh-sach/<list:name>")
def official_list(name: str = "") -> str:
    """Show a page of a list, section by section in the official order, what cannot be chosen at the end."""
    given = parameters.read(PUBLISHED, IN_FORCE, PAGE)
    asked, listed = as_of.read(given), LISTS[name]
    register = as_of.show(asked)
    lists = [official(register, each) for each in listed.collections]
    site.canonical(listed.path, given)
    part = paging.part(register.derived(listed.lines), SIZE, listed.path, given)
    return render_template(
        "list.html",
        listed=listed,
        heading=_(listed.heading),
        as_of=asked,
        source=publication_ref(register.publication(register.n)) if register.n else None,
        counts=[each.counts for each in lists],
        others=[] if name else _others(register, asked),
        tables=tables.tables(part.items, register, asked.parameters),
        part=part,
        coming="" if asked.given else coming.sentence(name, register),
        first=_first() if not register.n else None,
        downloads=_downloads(listed, asked),
        entity=_entity(listed, register, asked),
        cited=citing.official_list(listed.heading, listed.path, register, asked),
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


def _others(register: Register, asked: AsOf) -> list[Choice]:
    """Return the ways from the page of several lists to each."""
    return [
        Choice(
            _(listed.heading), address(listed.path, asked.parameters), len(official(register, name).choosable)
        )
        for name, listed in LISTS.items()
        if name
    ]


def _entity(listed: List, register: Register, asked: AsOf) -> dict[str, Any] | None:
    """Return what a search engine is told of the list; of another day nothing."""
    if asked.given:
        return None
    return schema_org.dataset(register, _(listed.heading), listed.path, base_url())


def _downloads(listed: List, asked: AsOf) -> list[Link]:
    """Return the whole list as files."""
    return [
        Link(name, address(f"{listed.path}.{suffix}", asked.parameters)) for name, suffix in FORMATS.items()
    ]


def _first() -> Link | None:
    """Return the day of the first publication and the list as it was then; None where there is none."""
    now = site.today()
    if not now.n:
        return None
    return Link(
        first_publication(now), address("/danh-sach", {PUBLISHED: now.publication(1).day.isoformat()})
    )
