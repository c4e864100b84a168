"""One listing by its id at a moment, or the reason why there is none to show."""

from __future__ import annotations

from typing import NoReturn

from flask import abort, redirect, request

from app import kinds
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.faults import NotFound
from app.public import as_of as moments
from app.public.as_of import AsOf
from app.web import site
from app.web.errors import Gone, NotYet
from app.web.language import _
from app.web.links import link


def find(listing_id: str, as_of: AsOf) -> tuple[Register, Version]:
    """Return the register and the version in it that ``as_of`` means.

    Raises NotFound for an id never issued, NotYet before it was listed, Gone if withdrawn or redacted.
    """
    must_be_issued(listing_id)
    register = moments.show(as_of)
    if register.withdrawn(listing_id):
        raise withdrawn(listing_id)
    version = register.get(listing_id)
    if version is None:
        raise _not_yet(listing_id, register)
    must_be_readable(version)
    return register, version


def withdrawn(listing_id: str) -> Gone:
    """Return the fault of asking for what was listed by mistake."""
    return _gone(_("%(id)s đã rút khỏi danh sách vì được đưa vào nhầm.", id=listing_id), listing_id)


def must_be_issued(listing_id: str) -> None:
    """Raise NotFound unless some publication so far gave this id to a listing."""
    if not site.today().issued(listing_id) or kinds.of_id(listing_id) is None:
        raise NotFound(_("Trong danh sách không có mã %(id)s.", id=listing_id[:40]))


def must_be_readable(version: Version) -> None:
    """Raise Gone if nothing is left of ``version``."""
    if version.wholly_redacted:
        taken = _("Nội dung bản %(entry)s của %(id)s đã gỡ.", entry=version.entry, id=version.listing_id)
        raise _gone(taken, version.listing_id)


def at_its_own_place(word: str, listing_id: str, rest: str = "") -> str:
    """Return the id as issued; send whoever came by the word of another kind to the right place.

    Raises NotFound for an id never issued.
    """
    issued = listing_id.upper()
    must_be_issued(issued)
    kind = kinds.of_id(issued)
    if kind and (kind.path, issued) != (word, listing_id):
        _moved(f"/{kind.path}/{issued}{rest}")
    return issued


def _gone(message: str, listing_id: str) -> Gone:
    kind = kinds.of_id(listing_id)
    return Gone(message, f"/{kind.path}/{listing_id}/lich-su" if kind else "")


def _moved(path: str) -> NoReturn:
    query = request.query_string.decode("ascii", errors="ignore")
    abort(redirect(link(path) + (f"?{query}" if query else ""), 301))


def _not_yet(listing_id: str, register: Register) -> NotYet:
    now = site.today()
    first = now.history(listing_id)[0]
    kind = kinds.of_id(listing_id)
    return NotYet(
        _(
            "Ngày %(day)s, %(id)s chưa có trong danh sách: công bố lần đầu ngày %(announced)s, "
            "có hiệu lực từ ngày %(holds_from)s.",
            day=f"{register.day:%d/%m/%Y}",
            id=listing_id,
            announced=f"{now.publication(first.publication).day:%d/%m/%Y}",
            holds_from=f"{first.holds_from:%d/%m/%Y}",
        ),
        f"/{kind.path}/{listing_id}" if kind and now.get(listing_id) else "",
    )
