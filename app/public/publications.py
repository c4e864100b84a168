"""The publications, newest first, and one of them: its document, what it changed, how to check it."""

from __future__ import annotations

from flask import Response, jsonify, render_template

from app.catalogue.api import publication_json
from app.catalogue.publications import publication_ref
from app.catalogue.register import Register
from app.faults import NotFound
from app.ledger.read import PublicationView
from app.public import as_of, changes, citing, paging, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.paging import PAGE
from app.public.words import ISSUERS, Link
from app.web import headers, site
from app.web.language import _
from app.web.links import address, base_url

SIZE = 50


@public.get("/cong-bo")
def publications() -> str:
    """Show every publication."""
    given = parameters.read(PAGE)
    known = as_of.chain(as_of.show(AsOf()))[::-1]
    site.canonical("/cong-bo", given)
    part = paging.part(known, SIZE, "/cong-bo", given)
    rows = [
        [Link(_("Lần %(number)s", number=ref.number), ref.url), ref.date, ref.document, one.note]
        for one in part.items
        for ref in [publication_ref(one)]
    ]
    downloads = [
        Link("JSON", "/cong-bo.json"),
        Link("Atom", "/cong-bo.atom"),
        Link(_("Mọi thay đổi (CSV)"), "/cong-bo/thay-doi.csv"),
    ]
    return render_template("publications.html", rows=rows, total=len(known), part=part, downloads=downloads)


@public.get("/cong-bo.json")
def publications_data() -> Response:
    """Answer with every publication."""
    parameters.read()
    register = as_of.show(AsOf())
    items = [publication_json(one, base_url()) for one in reversed(as_of.chain(register))]
    return jsonify({"items": items, "publication": register.n, "total": len(items)})


@public.get("/cong-bo/<int:number>")
def publication(number: int) -> str:
    """Show one publication and, a page at a time, what it changed."""
    given = parameters.read(PAGE)
    register, shown = at(number)
    site.canonical(f"/cong-bo/{number}", given)
    headers.lasting()
    lines = changes.by_act(register.lines_of(number))
    part = paging.part(lines, SIZE, f"/cong-bo/{number}", given)
    return render_template(
        "publication.html",
        ref=publication_ref(shown),
        total=len(lines),
        part=part,
        groups=changes.grouped(changes.told(register, part.items)),
        facts=_facts(shown),
        checks=_checks(shown),
        downloads=_downloads(number),
        cited=citing.publication(shown),
        compared=address("/so-sanh", {"tu": number - 1, "den": number}),
    )


@public.get("/cong-bo/<int:number>.json")
def publication_data(number: int) -> Response:
    """Answer with one publication."""
    parameters.read()
    _register, shown = at(number)
    headers.lasting()
    return jsonify(publication_json(shown, base_url()))


def at(number: int) -> tuple[Register, PublicationView]:
    """Return the register of today and publication ``number``. Raises NotFound."""
    register = as_of.show(AsOf())
    try:
        return register, register.publication(number)
    except KeyError:
        raise NotFound(_("Chưa có lần công bố %(number)s.", number=number)) from None


def _facts(shown: PublicationView) -> list[tuple[str, object]]:
    ref = publication_ref(shown)
    return [
        (_("Văn bản"), ref.document),
        (_("Cơ quan ban hành"), _(ISSUERS[shown.issuer])),
        (
            _("Công bố lúc"),
            _("%(hour)s ngày %(day)s", hour=f"{shown.published_at:%H:%M}", day=f"{shown.day:%d/%m/%Y}"),
        ),
        *([(_("Lý do gỡ thông tin"), ref.ground)] if ref.ground else []),
        *([(_("Ghi chú"), shown.note)] if shown.note else []),
    ]


def _checks(shown: PublicationView) -> list[tuple[str, object]]:
    return [
        (_("Mã của lần này"), shown.hash),
        *([(_("Mã của lần trước"), shown.previous_hash)] if shown.previous_hash else []),
        (_("Dấu ký bằng khóa của trang (Ed25519)"), shown.signature),
        (_("Dấu nhận biết khóa"), shown.key_id),
    ]


def _downloads(number: int) -> list[Link]:
    return [
        Link("JSON", f"/cong-bo/{number}.json"),
        Link(_("Cả danh sách, kiểm tra được (JSON)"), f"/cong-bo/{number}/danh-sach.json"),
        Link(_("Cả danh sách (CSV)"), f"/cong-bo/{number}/danh-sach.csv"),
        Link(_("Cả danh sách (Excel)"), f"/cong-bo/{number}/danh-sach.xlsx"),
        Link(_("Cả sổ công bố (ZIP)"), "/du-lieu/so-cong-bo.zip"),
    ]
