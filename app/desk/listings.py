"""The records as the desk has them: a list to find one in, and one with all that can be done to it."""

from __future__ import annotations

from typing import NamedTuple

from flask import render_template, request
from sqlalchemy import select

from app import kinds
from app.accounts.permissions import PROPOSE, kinds_for, may
from app.canonical import Document
from app.desk import register
from app.desk.door import HOME, desk
from app.desk.fields import said
from app.desk.groups import grouped
from app.desk.person import me
from app.desk.states import ACTS, STATES
from app.faults import NotFound
from app.kinds import Kind
from app.ledger import asof, read
from app.records import accepted
from app.records.changes import DROPPED, PUBLISHED, Change
from app.records.listing import Listing
from app.vietnamese import fold, sort_key
from app.web.language import _
from app.web.session import reading

PATH = f"{HOME}/muc"
SHOWN = 200

STATUS = {"active": "", "suspended": "tạm ngừng", "ended": "đã chấm dứt"}


class Line(NamedTuple):
    """A record in a list."""

    id: str
    name: str
    kind: str
    status: str
    path: str


class Act(NamedTuple):
    """Something that can be done to a record: the word of its address, and its name."""

    word: str
    name: str


@desk.get("/muc")
def listings() -> str:
    """Show the records, found by name or id, of one kind or all."""
    kind, sought = request.args.get("loai", ""), request.args.get("q", "")
    found = [line for line in _lines(kind) if fold(sought) in fold(f"{line.id} {line.name}")]
    return render_template(
        "desk/listings.html",
        here=PATH,
        heading=_("Danh sách đang có"),
        found=found[:SHOWN],
        total=len(found),
        kinds=[(one.key, one.sheet) for one in kinds.EVERY_KIND],
        kind=kind,
        sought=sought,
        new=[(one.key, one.sheet) for one in kinds.EVERY_KIND if one.key in kinds_for(me().roles, PROPOSE)],
    )


@desk.get("/muc/<listing_id>")
def listing(listing_id: str) -> str:
    """Show one record, what waits about it, and what can be done to it."""
    kind, document = record(listing_id)
    return render_template(
        "desk/listing.html",
        here=PATH,
        heading=str(document.get("name", listing_id)),
        listing_id=listing_id,
        kind=kind,
        public=f"/{kind.path}/{listing_id}",
        waiting=waiting(listing_id),
        acts=acts(document) if may(me().roles, PROPOSE, kind.key, document) else [],
        versions=_versions(listing_id),
        groups=_said(kind, document),
    )


def _said(kind: Kind, document: Document) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Return heading and rows (label, words, whether only the desk sees it) of what a record says."""
    names = register.names(reading())
    return [
        (
            group.heading,
            [
                (one.vi, said(one, document[one.key], names), not one.public)
                for one in fields
                if one.key in document
            ],
        )
        for group, fields in grouped(kind)
    ]


def _versions(listing_id: str) -> list[tuple[int, str, int]]:
    """Return (entry, act, publication) of the versions before the present one, the newest first."""
    entries = read.listing_entries(reading(), listing_id)
    counting = asof.versions(entries, entries[-1].publication) if entries else []
    return [(one.number, _(ACTS[one.act]), one.publication) for one in reversed(counting[:-1])]


def record(listing_id: str) -> tuple[Kind, Document]:
    """Return the kind and the accepted document of a record. Raises NotFound."""
    document = accepted.document(reading(), listing_id)
    kind = kinds.of_id(listing_id)
    if document is None or kind is None:
        raise NotFound(_("Không có mục %(id)s.", id=listing_id[:40]))
    return kind, document


def waiting(listing_id: str) -> list[tuple[str, str, str]]:
    """Return (path, state, author) of the changes of a record that are under way."""
    found = reading().scalars(
        select(Change).where(Change.listing_id == listing_id, Change.state.not_in((DROPPED, PUBLISHED)))
    )
    return [(f"{HOME}/thay-doi/{one.id}", _(STATES[one.state]), one.author.name) for one in found]


def acts(document: Document) -> list[Act]:
    """Return what can be done to a record that says this."""
    if document.get("status") == "ended":
        return [
            Act("dinh-chinh", _("Đính chính")),
            Act("lap-lai", _("Thực hiện lại")),
            Act("chep", _("Chép thành mục mới")),
        ]
    return [
        Act("sua", _("Sửa")),
        Act("cham-dut", _("Chấm dứt")),
        Act("dinh-chinh", _("Đính chính bản đã công bố")),
        Act("rut", _("Rút vì đưa vào nhầm")),
        Act("chep", _("Chép thành mục mới")),
    ]


def _lines(kind: str) -> list[Line]:
    query = select(Listing.id, Listing.name, Listing.kind, Listing.status)
    rows = reading().execute(query.where(Listing.kind == kind) if kind else query)
    lines = [
        Line(one, name, kinds.find(key).sheet, STATUS.get(status, status), f"{PATH}/{one}")
        for one, name, key, status in rows
    ]
    return sorted(lines, key=lambda line: (line.kind, sort_key(line.name), line.id))
