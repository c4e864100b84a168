"""Pages about the site itself: what it is, and where everything stands."""

from __future__ import annotations

from flask import render_template

from app import places
from app.catalogue.lists import official
from app.guidance.problems import problems
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.lists import LISTS
from app.public.words import Choice, Link
from app.web import site
from app.web.language import _


@public.get("/gioi-thieu")
def about() -> str:
    """Say what the register is, what it holds, and how far it can be relied on."""
    return _told("/gioi-thieu", "about.html")


@public.get("/ho-tro-tiep-can")
def accessibility() -> str:
    """Say what is done for everyone, how that is known, and what is missing."""
    return _told("/ho-tro-tiep-can", "accessibility.html")


@public.get("/bao-ve-du-lieu")
def data_protection() -> str:
    """Say what is kept of whom, how long, how it is put right (Luật 91/2025/QH15 Đ4, Đ13, Đ16)."""
    return _told("/bao-ve-du-lieu", "data_protection.html")


@public.get("/so-do-trang")
def site_map() -> str:
    """Show where everything stands, as a tree of links."""
    parameters.read()
    register = as_of.show(AsOf())
    site.canonical("/so-do-trang")
    lists = [
        Choice(_(listed.heading), listed.path, len(official(register, name).choosable))
        for name, listed in LISTS.items()
        if name
    ]
    return render_template(
        "site_map.html",
        lists=lists,
        problems=problems(),
        communes=len(places.communes(site.province())),
        publications=as_of.chain(register)[::-1],
    )


@public.get("/ban-tinh")
def static_copy() -> str:
    """Say what a copy of static files can do, and where to go instead of what it cannot."""
    parameters.read()
    as_of.show(AsOf())
    site.canonical("/ban-tinh")
    site.unindexed()
    ways = [(_("Danh sách"), "/danh-sach"), (_("Xã, phường"), "/xa"), (_("Các lần công bố"), "/cong-bo")]
    return render_template("static_copy.html", ways=[Link(text, url) for text, url in ways])


def _told(path: str, template: str) -> str:
    """Return a page of words alone, as it is today."""
    parameters.read()
    as_of.show(AsOf())
    site.canonical(path)
    return render_template(template)
