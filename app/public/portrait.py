"""What the page of one listing shows: of today, of another day, or of one old version."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from app.catalogue.card import Card, card
from app.catalogue.publications import publication_ref
from app.catalogue.register import Register
from app.catalogue.rows import Part, Row, rows
from app.catalogue.version import Version
from app.ledger.acts import DATELESS
from app.public import tables
from app.public.as_of import AsOf
from app.public.words import ACTS, Link, sentence
from app.web import site
from app.web.links import absolute, address

Context = dict[str, Any]


class Notice(NamedTuple):
    """What must be read first; with it the page offers the centre's phone and none of its own."""

    kind: str
    title: str
    present: bool


def of_listing(version: Version, register: Register, as_of: AsOf) -> Context:
    """Return what the page shows of ``version`` as it counts at the moment of ``register``."""
    standing = register.standing(version)
    notice = None
    if as_of.given:
        title = f"{as_of.words}." if standing.choosable else f"{as_of.words}: {standing.sentence}"
        notice = Notice("old", title, present=True)
    elif not standing.choosable:
        notice = Notice("ended", standing.sentence, present=False)
    return _page(version, register, site.today(), notice, as_of.parameters)


def of_edition(version: Version, register: Register) -> Context:
    """Return what the page shows of ``version`` as its entry left it."""
    now = site.today()
    counts = now.get(version.listing_id)
    announced = f"công bố ngày {version.published_at:%d/%m/%Y}"
    if counts and counts.entry == version.entry:
        title = f"Bản {version.entry}, {announced}, nay vẫn là bản mới nhất."
    else:
        title = f"Bản cũ: như {announced}."
    return _page(version, register, now, Notice("old", title, present=True), {})


def _page(
    version: Version, register: Register, now: Register, notice: Notice | None, days: dict[str, str]
) -> Context:
    permalink = absolute(f"{version.path}/ban/{version.entry}")
    document = publication_ref(now.publication(version.publication))
    return {
        "version": version,
        "card": card(version, register),
        "forms": _forms(version),
        "notice": notice,
        "contact": None if notice else _contact(version, register),
        "people": tables.people(register, register.people_of(version.listing_id), days),
        "people_columns": tables.PERSON_OF_OFFICE,
        "rows": [_uncalled(row) for row in rows(version, register)] if notice else rows(version, register),
        "document": document,
        "history": history(version, now),
        "citation": f"{site.department()}, {version.name} ({version.listing_id}), bản {version.entry}, "
        f"lần công bố {document.number} ngày {document.date}",
        "permalink": permalink,
        "downloads": [Link("JSON", address(f"{version.path}.json", days))],
    }


def _contact(version: Version, register: Register) -> Card | None:
    """Return whom to call: the office itself, a person's office, or where that is closed the centre."""
    offices = (register.office_of(version) or version, register.centre())
    reached = (card(office, register) for office in offices if office and register.choosable(office))
    return next((one for one in reached if one.phone), None)


def _forms(version: Version) -> str:
    field = version.kind.by_key.get("forms_of_aid")
    codes = version.document.get("forms_of_aid", [])
    return sentence(tuple(field.show([code]) for code in codes)) if field else ""


def _uncalled(row: Row) -> Row:
    """Return ``row`` with its numbers to read, not to call: whoever called might reach a stranger."""
    return replace(
        row,
        values=tuple(
            Part(part.text) if (part.url or "").startswith(("tel:", "mailto:")) else part
            for part in row.values
        ),
    )


def history(version: Version, now: Register) -> list[tables.Row]:
    """Return a row for every entry of the listing, the newest first: version, act, publication, day."""
    return [
        [
            f"Mục {line.number}"
            if line.act in DATELESS
            else Link(f"Bản {line.number}", f"{version.path}/ban/{line.number}"),
            ACTS[line.act],
            Link(
                f"Lần {line.publication}, {now.publication(line.publication).day:%d/%m/%Y}",
                f"/cong-bo/{line.publication}",
            ),
            f"{line.holds_from:%d/%m/%Y}" if line.holds_from else "không đổi",
        ]
        for line in reversed(now.history(version.listing_id))
    ]
