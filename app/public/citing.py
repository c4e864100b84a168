"""How a page is cited: an address that stays, what was published when, and the code of that content."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

import segno
from markupsafe import Markup

from app.catalogue.publications import publication_ref
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.ledger.read import PublicationView
from app.public.as_of import IN_FORCE, PUBLISHED, AsOf
from app.public.words import Link
from app.web import site
from app.web.language import _
from app.web.links import absolute

SHORT = 16
"""The digits of a code that stand in a line to cite; the whole code stands beside it."""


class Citation(NamedTuple):
    """A line in two languages, ended by ``url``; what it names, one by one; ``url`` as a picture."""

    vi: str
    en: str
    url: str
    facts: list[tuple[str, object]]
    picture: Markup


class _Cited(NamedTuple):
    """What is cited, in two languages, and its code with what that is called."""

    vi: str
    en: str
    code: str
    code_vi: str
    code_en: str


def version(cited: Version, now: Register) -> Citation:
    """Return the citation of one version of a listing, at the address that shows it for ever."""
    line = next(line for line in now.history(cited.listing_id) if line.number == cited.entry)
    named = f"{cited.name} ({cited.listing_id})"
    told = _Cited(
        _("%(name)s, bản %(entry)s", name=named, entry=cited.entry),
        f"{named}, version {cited.entry}",
        line.snapshot_hash,
        _("mã nội dung"),
        "content hash",
    )
    return _citation(told, now.publication(cited.publication), f"{cited.path}/ban/{cited.entry}")


def official_list(heading: str, path: str, register: Register, asked: AsOf) -> Citation | None:
    """Return the citation of a list as ``register`` shows it; None before the first publication."""
    if not register.n:
        return None
    shown = register.publication(register.n)
    published = asked.published or shown.day
    in_force = asked.in_force or (None if asked.published else register.day)
    days = {PUBLISHED: published, IN_FORCE: in_force if in_force != published else None}
    told = _Cited(
        _(heading), "List of legal aid providers", shown.hash, _("mã lần công bố"), "publication hash"
    )
    return _citation(told, shown, path, {name: day.isoformat() for name, day in days.items() if day})


def publication(shown: PublicationView) -> Citation:
    """Return the citation of a publication."""
    told = _Cited(
        _("Danh sách công bố về trợ giúp pháp lý"),
        "Public register of legal aid",
        shown.hash,
        _("mã lần công bố"),
        "publication hash",
    )
    return _citation(told, shown, f"/cong-bo/{shown.number}")


def _citation(
    told: _Cited, shown: PublicationView, path: str, days: dict[str, str] | None = None
) -> Citation:
    ref, url = publication_ref(shown), absolute(path, days)
    vi = _(
        "%(office)s, %(what)s, lần công bố %(number)s ngày %(date)s, %(called)s %(code)s",
        office=site.department(),
        what=told.vi,
        number=ref.number,
        date=ref.date,
        called=told.code_vi,
        code=told.code[:SHORT],
    )
    published = f"publication {ref.number} of {_in_english(shown.day)}"
    en = f"{site.department_in_english()}, {told.en}, {published}, {told.code_en} {told.code[:SHORT]}"
    facts: list[tuple[str, object]] = [
        (_("Địa chỉ không đổi"), Link(url, url)),
        (_("Công bố"), Link(_("Lần %(number)s, ngày %(date)s", number=ref.number, date=ref.date), ref.url)),
        (told.code_vi[:1].upper() + told.code_vi[1:], told.code),
    ]
    return Citation(vi, en, url, facts, _picture(url))


def _in_english(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@lru_cache(maxsize=2048)
def _picture(url: str) -> Markup:
    """Return ``url`` as a QR code that can be read with a fold or a stain in it."""
    code = segno.make(url, error="m", micro=False)
    return Markup(code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704  its own
