"""Everything that ever happened to one listing, the newest first: acts, documents, old and new values."""

from __future__ import annotations

from flask import render_template

from app.catalogue.register import Register
from app.public import as_of, changes, paging, parameters
from app.public.as_of import AsOf
from app.public.door import LISTING, public
from app.public.finding import at_its_own_place
from app.public.paging import PAGE
from app.public.words import Link
from app.web import site

SIZE = 20


@public.get(f"{LISTING}/lich-su")
def history(word: str, listing_id: str) -> str:
    """Show every entry of the listing, those of a withdrawn one too."""
    listing_id = at_its_own_place(word, listing_id, "/lich-su")
    given = parameters.read(PAGE)
    register = as_of.show(AsOf())
    path = f"/{word}/{listing_id}/lich-su"
    site.unindexed()
    site.canonical(path, given)
    part = paging.part(register.history(listing_id)[::-1], SIZE, path, given)
    shown = changes.told(register, part.items)
    return render_template(
        "history.html",
        listing=shown[0].listing,
        total=len(register.history(listing_id)),
        changes=shown,
        part=part,
        **succession(register, listing_id),
    )


def succession(register: Register, listing_id: str) -> dict[str, list[Link]]:
    """Return whose place this listing took, and who took its place."""
    version = register.get(listing_id)
    after = register.get(version.document.get("successor", "")) if version else None
    return {
        "predecessors": [Link(one.name, one.path) for one in register.predecessors(listing_id)],
        "successors": [Link(after.name, after.path)] if after else [],
    }
