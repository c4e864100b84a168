"""What search engines ask for: the rules for robots and the map of the site."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, render_template

from app import places
from app.catalogue.register import Register
from app.guidance.problems import problems
from app.public import as_of
from app.public.as_of import AsOf
from app.public.door import public
from app.public.lists import LISTS
from app.web import site
from app.web.links import absolute

PAGES = (
    *("/", "/toi-co-duoc-tro-giup", "/van-de", "/xa"),
    *(listed.path for listed in LISTS.values()),
    *("/cong-bo", "/gioi-thieu", "/so-do-trang"),
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
    pages = [absolute(path) for path in _pages(as_of.show(AsOf()))][:MOST]
    return Response(render_template("sitemap.xml", pages=pages), mimetype="application/xml")


def _pages(register: Register) -> Iterator[str]:
    yield from PAGES
    yield from (f"/van-de/{problem.slug}" for problem in problems())
    yield from (f"/xa/{commune.code}" for commune in places.communes(site.province()))
    yield from (version.path for version in register.ordered if register.choosable(version))
    yield from (f"/cong-bo/{number}" for number in range(register.n, 0, -1))
