"""A change as the public page will show it: that page itself, over the register as it would be."""

from __future__ import annotations

from datetime import date

from flask import render_template

from app import clock
from app.catalogue.register import Register
from app.catalogue.version import Content, Version
from app.desk import change as changes
from app.desk.door import HOME, desk
from app.ledger.acts import WITHDRAWN
from app.publishing.lines import public
from app.records.changes import Change
from app.web import listing_page, site
from app.web.language import _
from app.web.session import reading


@desk.get("/thay-doi/<int:number>/xem-truoc")
def preview(number: int) -> str:
    """Show how the entry will look to the public once this is published."""
    found = changes.find(reading(), number)
    if found.act == WITHDRAWN or not found.fields.get("name"):
        return render_template(
            "desk/no_preview.html",
            here=f"{HOME}/viec",
            heading=_("Chưa xem trước được"),
            back=changes.path(found),
            withdrawn=found.act == WITHDRAWN,
        )
    register, version = _as_it_would_be(found)
    return listing_page.page(version, register, changes.path(found))


def _as_it_would_be(found: Change) -> tuple[Register, Version]:
    """Return today's register with the change in it. A new entry has an id that nobody else ever gets."""
    now, kind = site.today(), changes.kind_of(found)
    document = public(found.kind, found.fields)
    begins = document.get("effective_from")
    standing = now.get(found.listing_id or "")
    version = Version(
        listing_id=found.listing_id or kind.public_id(0),
        kind=kind,
        entry=standing.entry if standing else 0,
        act=found.act,
        holds_from=_day(begins) or clock.today(),
        publication=standing.publication if standing else now.n,
        published_at=clock.now(),
        content=Content(document),
    )
    return now.with_version(version), version


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
