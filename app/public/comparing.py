"""The list at two moments side by side: by the numbers of two publications, or by two days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flask import Response, jsonify, render_template

from app.catalogue import published
from app.catalogue.differences import ADDED, CHANGED, REMOVED, Altered, Comparison, Held, compare
from app.catalogue.register import Register
from app.catalogue.rows import Row, row
from app.catalogue.version import Version
from app.faults import BadParameter
from app.opendata.comparison import comparison_csv, item_json, side_json
from app.public import as_of, changes, paging, parameters
from app.public.door import public
from app.public.paging import PAGE
from app.public.parameters import Given
from app.public.uncalled import uncalled
from app.public.words import Link
from app.web import site
from app.web.language import N_, _
from app.web.links import address, base_url
from app.web.session import reading

FROM, TO = "tu", "den"
SIZE = 50
_A_DAY = re.compile(r"[0-9]+[-/][0-9]+[-/][0-9]+")
GROUPS = {ADDED: N_("Mới có"), CHANGED: N_("Thay đổi"), REMOVED: N_("Không còn")}
COUNTED = {
    ADDED: N_("%(count)s mục mới có"),
    CHANGED: N_("%(count)s mục thay đổi"),
    REMOVED: N_("%(count)s mục không còn"),
}


class Line(NamedTuple):
    """A row of the page; ``altered`` is None where the listing is told as a whole."""

    one: Comparison
    altered: Altered | None = None


class Table(NamedTuple):
    """What stands of one group on one page."""

    title: str
    caption: str
    columns: list[str]
    rows: list[list[object]]


@public.get("/so-sanh")
def comparison() -> str:
    """Show in words and tables what differs; without days or numbers, what the newest publication changed."""
    given = parameters.read(FROM, TO, PAGE)
    old, new = _sides(given)
    site.canonical("/so-sanh", given)
    compared = compare(old, new)
    part = paging.part(_lines(compared), SIZE, "/so-sanh", given)
    asked = {name: given[name] for name in (FROM, TO) if name in given}
    return render_template(
        "comparison.html",
        typed={name: _typed(given.get(name, ""), side) for name, side in ((FROM, old), (TO, new))},
        sides=(_side(old), _side(new)),
        counts=_counts(compared),
        tables=_tables(part.items, old, new, compared),
        part=part,
        downloads=[Link(name, address(f"/so-sanh.{name.lower()}", asked)) for name in ("JSON", "CSV")],
    )


@public.get("/so-sanh.json")
def comparison_data() -> Response:
    """Answer with what must be done to the list of the one moment to get that of the other."""
    old, new = _sides(parameters.read(FROM, TO))
    items = [item_json(one, base_url()) for one in compare(old, new)]
    return jsonify({"from": side_json(old), "to": side_json(new), "items": items})


@public.get("/so-sanh.csv")
def comparison_csv_file() -> Response:
    """Answer with the same, a line for each field."""
    old, new = _sides(parameters.read(FROM, TO))
    response = Response(comparison_csv(compare(old, new), old, new), mimetype="text/csv")
    name = f"so-sanh-lan-{old.n}-{old.day}-lan-{new.n}-{new.day}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _sides(given: Given) -> tuple[Register, Register]:
    """Return the registers to compare; the answer names the publication of the second."""
    newest = site.today().n
    old = _register(given, FROM, max(newest - 1, 0))
    new = _register(given, TO, newest)
    if given:
        site.unindexed()
    return old, as_of.shown(new)


def _register(given: Given, name: str, default: int) -> Register:
    """Return the register of a day, or as publication N left it on its own day. Raises BadParameter."""
    text = given.get(name, str(default)).strip()
    if not (text.isascii() and text.isdigit()):
        if not _A_DAY.fullmatch(text):
            needed = _("Cần số của một lần công bố, ví dụ 3, hoặc một ngày, ví dụ 2026-03-01.")
            raise BadParameter(name, needed)
        return as_of.register(as_of.read({**given, name: text}, published=name, in_force=""))
    today, number = site.today(), int(text[:9])
    if number > today.n:
        raise BadParameter(
            name, _("Chưa có lần công bố %(number)s; mới nhất là %(newest)s.", number=text, newest=today.n)
        )
    if number == 0:
        return published.load(reading(), None, today.day)
    return published.load(reading(), site.newest(), today.publication(number).day, number)


def _typed(text: str, register: Register) -> str:
    """Return a number as it was asked for, and a day as people write it."""
    if not text:
        return str(register.n)
    return text if text.strip().isdecimal() else f"{register.day:%d/%m/%Y}"


def _side(register: Register) -> str:
    day = f"{register.day:%d/%m/%Y}"
    if not register.n:
        return _("lúc chưa công bố gì")
    return _("lần công bố %(number)s, ngày %(day)s", number=register.n, day=day)


def _counts(compared: Iterable[Comparison]) -> str:
    """``3 mục mới có, 2 mục thay đổi``."""
    counts = Counter(one.change for one in compared)
    return ", ".join(_(words, count=counts[change]) for change, words in COUNTED.items() if counts[change])


def _lines(compared: Iterable[Comparison]) -> list[Line]:
    return [
        line
        for one in compared
        for line in ([Line(one, each) for each in one.fields] if one.change == CHANGED else [Line(one)])
    ]


def _tables(
    part: Sequence[Line], old: Register, new: Register, compared: Sequence[Comparison]
) -> list[Table]:
    whole = [_("Tên"), _("Mã"), _("Loại")]
    columns = {CHANGED: [_("Tên"), _("Nội dung"), _("Trước"), _("Nay")]}
    counts = Counter(one.change for one in compared)
    return [
        Table(
            _(title),
            _(COUNTED[change], count=counts[change]),
            columns.get(change, whole),
            [_row(line, old, new) for line in part if line.one.change == change],
        )
        for change, title in GROUPS.items()
        if any(line.one.change == change for line in part)
    ]


def _row(line: Line, old: Register, new: Register) -> list[object]:
    version = line.one.version
    name = Link(version.name, changes.place(site.today(), version.listing_id))
    if line.altered is None:
        return [name, version.listing_id, version.kind.vi]
    field = line.altered.field
    sides = [
        _told(one, line.altered, version, register)
        for one, version, register in (
            (line.altered.old, line.one.before, old),
            (line.altered.new, line.one.after, new),
        )
    ]
    return [name, field.vi, *sides]


def _told(
    one: Held | None, altered: Altered, version: Version | None, register: Register
) -> Row | Link | str:
    """Return what one side says in a field; of what is long, where to read it."""
    told = row(altered.field, version, register) if one and version else None
    if told is None or version is None:
        return _("bỏ trống")
    if sum(len(part.text) for part in told.values) > changes.LONG:
        return Link(_("Xem ở lịch sử"), f"{version.path}/lich-su")
    return uncalled(told)
