"""Parts of the register for other sites, to frame or to copy: plain HTML that says how to find the newest."""

from __future__ import annotations

from typing import NamedTuple

from flask import render_template

from app.catalogue.card import Card, Phone, card
from app.catalogue.groups import OFFICES, PERSONS
from app.catalogue.lists import official
from app.catalogue.publications import publication_ref
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.faults import NotFound
from app.places import Commune
from app.public import as_of, nearby, parameters
from app.public.as_of import AsOf
from app.public.communes import known
from app.public.door import public
from app.public.finding import find
from app.public.lists import LISTS
from app.public.words import sentence
from app.web import headers, site
from app.web.language import _
from app.web.links import absolute


class Entry(NamedTuple):
    """Whom to call: ``url`` is absolute, for copied HTML stands elsewhere."""

    name: str
    url: str
    told: list[str]
    phone: Phone | None


class Part(NamedTuple):
    """Some entries under a heading, or under none."""

    heading: str
    entries: list[Entry]


class Offer(NamedTuple):
    """What may be embedded and the HTML that does it."""

    title: str
    path: str
    html: str


@public.get("/nhung")
def embedding() -> str:
    """Show what can be embedded, each with the HTML to paste."""
    code = parameters.read("xa").get("xa", "")
    register = as_of.show(AsOf())
    site.canonical("/nhung")
    return render_template("embedding.html", offers=_offers(register, known(code) if code else None))


@public.get("/nhung/danh-sach/to-chuc", defaults={"name": OFFICES})
@public.get("/nhung/danh-sach/nguoi-thuc-hien", defaults={"name": PERSONS})
def embedded_list(name: str) -> str:
    """Show an official list: those to choose from, section by section."""
    register = _framed()
    listed = LISTS[name]
    shape = _office if name == OFFICES else _person
    parts = [
        Part(section.heading, [shape(card(one, register)) for one in section.versions])
        for section in official(register, name).sections
    ]
    return _page(_(listed.heading), listed.path, parts, register)


@public.get("/nhung/xa/<code>")
def embedded_commune(code: str) -> str:
    """Show whom the people of one commune can call."""
    register = _framed()
    here = known(code)
    if here.province_code != site.province():
        raise NotFound(_("Chỉ nhúng được các xã, phường trong tỉnh."))
    offices = [_office(card(near.office, register)) for near in nearby.chosen(register, here)]
    heading = _("Trợ giúp pháp lý cho %(place)s", place=here.name)
    return _page(heading, f"/xa/{code}", [Part("", offices)] if offices else [], register)


@public.get("/nhung/trung-tam/<listing_id>")
def embedded_centre(listing_id: str) -> str:
    """Show how to reach a centre."""
    _framed()
    register, version = find(listing_id.upper(), AsOf())
    if version.kind.key != "centre":
        raise NotFound(_("Chỉ nhúng được Trung tâm ở địa chỉ này."))
    return _page(version.name, version.path, [Part("", [_centre(version, register)])], register)


def _framed() -> Register:
    headers.framed()
    parameters.read()
    site.unindexed()
    return as_of.show(AsOf())


def _page(heading: str, path: str, parts: list[Part], register: Register) -> str:
    site.canonical(path)
    return render_template(
        "embedded.html",
        heading=heading,
        newest=absolute(path),
        parts=parts,
        source=publication_ref(register.publication(register.n)) if register.n else None,
        url_of=absolute,
    )


def _office(shown: Card) -> Entry:
    told = [shown.address, sentence(shown.fields_of_law)]
    return Entry(shown.name, absolute(shown.url), list(filter(None, told)), shown.phone)


def _person(shown: Card) -> Entry:
    via = _("liên hệ qua %(office)s", office=shown.via.name) if shown.via else ""
    told = [shown.role, sentence(shown.fields_of_law), via]
    return Entry(shown.name, absolute(shown.url), list(filter(None, told)), shown.phone)


def _centre(version: Version, register: Register) -> Entry:
    """Return the centre; one that is closed with its standing and no number."""
    shown, standing = card(version, register), register.standing(version)
    if not standing.choosable:
        return Entry(shown.name, absolute(shown.url), [standing.sentence], None)
    return Entry(shown.name, absolute(shown.url), [shown.address, *shown.hours], shown.phone)


def _offers(register: Register, here: Commune | None) -> list[Offer]:
    offered = [(_(LISTS[name].heading), f"/nhung/danh-sach/{name}") for name in (OFFICES, PERSONS)]
    centre = register.centre()
    if centre:
        offered.append((centre.name, f"/nhung/trung-tam/{centre.listing_id}"))
    if here:
        offered.append((here.name, f"/nhung/xa/{here.code}"))
    return [Offer(title, path, _frame(title, path)) for title, path in offered]


_FRAME = '<iframe src="%(url)s" title="%(title)s" width="100%%" height="600" loading="lazy"></iframe>'


def _frame(title: str, path: str) -> str:
    quoted = title.replace("&", "&amp;").replace('"', "&quot;")
    return _FRAME % {"url": absolute(path), "title": quoted}
