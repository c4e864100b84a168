"""What one publication did: each entry with its act in words and the version it left."""

from __future__ import annotations

from datetime import date

from app import kinds
from app.catalogue import published
from app.catalogue.register import Register
from app.ledger import read
from app.ledger.acts import DATELESS
from app.ledger.read import EntryView
from app.public.tables import Row
from app.public.words import ACTS, Link
from app.web import site
from app.web.session import reading


def rows(number: int) -> list[Row]:
    """Return a row for every entry of publication ``number``, in its order: name, kind, act, day, version."""
    after, before = _register(number), _register(number - 1)
    lines = read.entries(reading(), after=number - 1, up_to=number)
    return [_row(line, _name(line.listing_id, after, before)) for line in lines]


def _row(line: EntryView, name: str) -> Row:
    kind = kinds.of_id(line.listing_id)
    path = f"/{kind.path}/{line.listing_id}" if kind else None
    return [
        Link(name, path),
        kind.vi if kind else "",
        ACTS[line.act],
        f"{line.holds_from:%d/%m/%Y}" if line.holds_from else "không đổi",
        Link(f"Bản {line.number}", f"{path}/ban/{line.number}")
        if path and line.act not in DATELESS
        else "không có",
    ]


def _register(number: int) -> Register:
    """Return the register in which even what holds only later has its version, to name it by."""
    return published.load(reading(), site.newest(), date.max, number)


def _name(listing_id: str, *registers: Register) -> str:
    found = (register.get(listing_id) for register in registers)
    return next((version.name for version in found if version), listing_id)
