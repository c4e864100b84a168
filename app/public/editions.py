"""A listing as one entry left it: the address that a citation names, and that stays."""

from __future__ import annotations

from flask import render_template

from app.catalogue import published
from app.faults import NotFound
from app.public import as_of, parameters, portrait
from app.public.door import LISTING, public
from app.public.finding import at_its_own_place, must_be_readable
from app.web import headers, site
from app.web.language import _
from app.web.session import reading


@public.get(f"{LISTING}/ban/<int:entry>")
def edition(word: str, listing_id: str, entry: int) -> str:
    """Show the version of ``entry`` in the register of its own publication, on the day it holds from."""
    listing_id = at_its_own_place(word, listing_id, f"/ban/{entry}")
    parameters.read()
    head = site.newest()
    if head is None:
        raise NotFound(_("Chưa có lần công bố nào."))
    register, version = published.edition(reading(), head, listing_id, entry)
    must_be_readable(version)
    as_of.shown(register)
    headers.lasting()
    site.unindexed()
    site.canonical(f"{version.path}/ban/{entry}")
    return render_template(portrait.template(version), **portrait.of_edition(version, register))
