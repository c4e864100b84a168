"""What search engines ask for: the rules for robots and the map of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flask import Response, render_template

from app import places
from app.catalogue.recordings import recordings
from app.catalogue.register import Register
from app.guidance.problems import problems
from app.public import as_of, listening
from app.public.as_of import AsOf
from app.public.door import public
from app.public.lists import LISTS
from app.public.tongues import at
from app.web import site
from app.web.language import OTHERS
from app.web.links import absolute

PAGES = (
    *("/", "/toi-co-duoc-tro-giup", "/van-de", "/xa"),
    *("/cong-bo", "/so-sanh", "/du-lieu", "/du-lieu/tu-dien", "/du-lieu/api"),
    *("/nhung", "/gioi-thieu", "/so-do-trang"),
    *("/ngoai-tuyen", "/ho-tro-tiep-can", "/bao-ve-du-lieu"),
    *("/kiem-tra", "/bao-doi-tien", "/danh-gia", "/tinh-trang"),
    *(at(path, tongue) for tongue in OTHERS for path in ("/", "/toi-co-duoc-tro-giup")),
)
MOST = 50_000
"""Addresses that one site map may hold."""


@public.get("/robots.txt")
def robots() -> Response:
    """Allow everything: pages that should not be kept say so themselves."""
    as_of.show(AsOf())
    return Response(f"User-agent: *\nAllow: /\nSitemap: {absolute('/sitemap.xml')}\n", mimetype="text/plain")


@public.get("/sitemap.xml")
def sitemap() -> Response:
    """List every page that stays: lists, problems, communes, the listings to choose from, publications."""
    pages = [(absolute(path), day) for path, day in _pages(as_of.show(AsOf()))][:MOST]
    return Response(render_template("sitemap.xml", pages=pages), mimetype="application/xml")


def _pages(register: Register) -> Iterator[tuple[str, date | None]]:
    """Yield each page with the day on which what it tells was published, where one can be named."""
    newest = register.publication(register.n).day if register.n else None
    yield from ((path, None) for path in PAGES)
    if recordings(register):
        yield listening.PATH, newest
    yield from ((listed.path, newest) for listed in LISTS.values())
    yield from ((f"/van-de/{problem.slug}", None) for problem in problems())
    yield from ((f"/xa/{commune.code}", None) for commune in places.communes(site.province()))
    choosable = (version for version in register.ordered if register.choosable(version))
    yield from ((version.path, version.published_at.date()) for version in choosable)
    yield from (
        (f"/cong-bo/{number}", register.publication(number).day) for number in range(register.n, 0, -1)
    )
