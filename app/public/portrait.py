"""What the page of one listing shows: of today, of another day, or of one old version."""

from __future__ import annotations

from typing import Any, NamedTuple

from app.catalogue.card import Card, card
from app.catalogue.groups import ENTITLED, NOTICES, OFFICES, PERSONS, PROCEDURES
from app.catalogue.publications import publication_ref
from app.catalogue.recordings import heard
from app.catalogue.register import Register
from app.catalogue.rows import Row, rows
from app.catalogue.version import Version
from app.guidance.calling import calling
from app.kinds import Kind, Nature
from app.opendata import schema_org
from app.public import asking, changes, citing, coming, days_left, open_now, tables
from app.public.as_of import AsOf
from app.public.history import succession
from app.public.lists import LISTS
from app.public.uncalled import uncalled
from app.public.words import ACTS, Link
from app.web import site
from app.web.language import N_, _
from app.web.links import address, base_url

Context = dict[str, Any]

TOLD_FIRST = {
    "procedure": (
        *("applicants", "received_by", "methods", "time_limit", "fee", "result"),
        *("steps", "dossier", "copies", "forms", "conditions", "legal_basis", "checked_on", "portal_url"),
    ),
    "eligibility": (
        *("plain_words", "needs_hardship", "proof_papers", "public_note", "clause", "law"),
        "sensitive",  # it is there for the choice of words, not to be read
    ),
    "notice": (
        *("notice_type", "effective_from", "posted_until", "filing_to", "quantity", "submit_to"),
        *("conditions", "scoring", "dossier", "draft_contract", "body", "result"),
    ),
}
"""The fields that the pages of these kinds tell at length, in their own order."""

SHORT = {
    OFFICES: N_("Tổ chức"),
    PERSONS: N_("Người thực hiện"),
    PROCEDURES: N_("Thủ tục"),
    ENTITLED: N_("Ai được trợ giúp"),
    NOTICES: N_("Thông báo"),
}
"""What the way back to each list is called."""


PEOPLE_SHOWN = 50
"""The persons that an office's page names; the list of persons has them all."""

PORTAL = "https://dichvucong.gov.vn"
"""Where procedures are filed; nothing is filed here (NĐ 224/2026/NĐ-CP Đ9, Đ15)."""


class Notice(NamedTuple):
    """What must be read first; with it the page offers the centre's phone and none of its own.

    ``present`` leads to what there is today; None where this is it.
    """

    kind: str
    title: str
    present: str | None = None


def template(version: Version) -> str:
    """Return the template that shows a listing of this kind."""
    if not version.kind.listed:
        return "listings/unlisted.html"
    return f"listings/{version.kind.key}.html" if version.kind.key in TOLD_FIRST else "listing.html"


def of_listing(version: Version, register: Register, as_of: AsOf) -> Context:
    """Return what the page shows of ``version`` as it counts at the moment of ``register``."""
    standing = register.standing(version)
    notice = None
    if as_of.given:
        title = f"{as_of.words}." if standing.choosable else f"{as_of.words}: {standing.sentence}"
        notice = Notice("old", title, changes.place(site.today(), version.listing_id))
    elif not standing.choosable:
        notice = Notice("ended", standing.sentence)
    return _page(version, register, site.today(), notice, as_of.parameters)


def of_edition(version: Version, register: Register) -> Context:
    """Return what the page shows of ``version`` as its entry left it."""
    now = site.today()
    counts = now.get(version.listing_id)
    day = f"{version.published_at:%d/%m/%Y}"
    if counts and counts.entry == version.entry:
        title = _(
            "Bản %(entry)s, công bố ngày %(day)s, nay vẫn là bản mới nhất.", entry=version.entry, day=day
        )
    else:
        title = _("Bản cũ: như công bố ngày %(day)s.", day=day)
    return _page(version, register, now, Notice("old", title, changes.place(now, version.listing_id)), {})


def _page(
    version: Version, register: Register, now: Register, notice: Notice | None, days: dict[str, str]
) -> Context:
    shown = [uncalled(row) for row in rows(version, register)] if notice else rows(version, register)
    first = TOLD_FIRST.get(version.kind.key, ())
    people = register.people_of(version.listing_id)
    office = None if notice else register.reached_at(version)
    return {
        "version": version,
        "card": card(version, register),
        "is_law": not version.kind.nature.gives_aid,
        "section": _section(version.kind),
        "trail": _trail(version.kind),
        "helps": asking.helps(version),
        "forms": asking.forms(version),
        "calling": None if notice else calling(),
        "notice": notice,
        "contact": _contact(office, register),
        "reach": asking.reach(office),
        "tongues_heard": heard(now),
        "left": "" if notice else days_left.sentence(version, register),
        "portal": PORTAL,
        "opening": open_now.sentence(office, register),
        "alerts": open_now.alerts(office, register),
        "people": tables.people(register, people[:PEOPLE_SHOWN], days),
        "people_total": len(people),
        "people_choice": asking.choice(people),
        "people_columns": tables.columns(tables.PERSON_OF_OFFICE),
        "told": _told(first, shown),
        "rows": [row for row in shown if row.key not in first],
        "coming": "" if notice else coming.sentence(version.kind.collection, now),
        "history": history(version, now),
        "downloads": _downloads(version, notice, days),
        **succession(register, version.listing_id),
        "document": publication_ref(now.publication(version.publication)) if version.entry else None,
        "cited": citing.version(version, now) if version.entry else None,
        "entity": None if notice else schema_org.entity(version, register, base_url()),
    }


def _downloads(version: Version, notice: Notice | None, days: dict[str, str]) -> list[Link]:
    data = Link("JSON", address(f"{version.path}.json", days))
    card = Link(_("Danh thiếp (vCard)"), f"{version.path}.vcf")
    return [data] if notice or version.kind.nature is not Nature.OFFICE else [data, card]


def _told(keys: tuple[str, ...], shown: list[Row]) -> dict[str, Row | None]:
    known = {row.key: row for row in shown}
    return {key: known.get(key) for key in keys}


def _section(kind: Kind) -> str:
    """Return the mark of the kind's list in the navigation."""
    return LISTS[kind.collection].section if kind.listed else "publications"


def _trail(kind: Kind) -> list[Link]:
    """Return the way from the lists to one of the kind; what is in none is found by its publication."""
    if not kind.listed:
        return [Link(_("Các lần công bố"), "/cong-bo")]
    listed = LISTS[kind.collection]
    above = [Link(_("Danh sách"), "/danh-sach")]
    return [*above, Link(_(SHORT[kind.collection]), listed.path)]


def _contact(office: Version | None, register: Register) -> Card | None:
    """Return whom to call: the office itself, a person's office, or where that is closed the centre."""
    reached = card(office, register) if office else None
    return reached if reached and reached.phone else None


def history(version: Version, now: Register) -> list[tables.Row]:
    """Return a row for every entry of the listing, the newest first: version, act, publication, day."""
    return [
        [
            changes.version(line),
            _(ACTS[line.act]),
            Link(
                _(
                    "Lần %(number)s, %(day)s",
                    number=line.publication,
                    day=f"{now.publication(line.publication).day:%d/%m/%Y}",
                ),
                f"/cong-bo/{line.publication}",
            ),
            changes.day(line),
        ]
        for line in reversed(now.history(version.listing_id))
    ]
