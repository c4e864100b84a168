"""The record of deeds: who did what, when, from where; searched, taken along as a file, and proved whole."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from flask import Response, render_template, request
from sqlalchemy import Select, or_, select

from app.accounts import audit
from app.accounts.audit import Deed
from app.desk import deed_words, words
from app.desk.door import HOME, desk
from app.desk.numbers import number
from app.web import links
from app.web.language import _
from app.web.session import reading

PATH = f"{HOME}/nhat-ky"
SIZE = 100
COLUMNS = ("number", "at", "username", "network", "deed", "about", "detail", "hash")


class Asked(NamedTuple):
    """What lines are looked for: of whom, what deed, about what, from one day to another."""

    who: str
    deed: str
    about: str
    since: str
    until: str


@desk.get("/nhat-ky")
def deeds() -> str:
    """Show the newest lines, or those looked for, and whether the whole record is as it was written."""
    asked = _asked()
    page = number(request.args.get("trang", "")) or 1
    query = _query(asked).order_by(Deed.number.desc()).offset((page - 1) * SIZE).limit(SIZE + 1)
    found = list(reading().scalars(query))
    verdict = audit.verify(reading())
    return render_template(
        "desk/deeds.html",
        here=PATH,
        heading=_("Nhật ký"),
        asked=asked,
        found=[(one, deed_words.told(one)) for one in found[:SIZE]],
        deeds=[(code, deed_words.what(code)) for code in deed_words.DEEDS],
        moment=words.moment,
        verdict=verdict,
        newer=_address(asked, page - 1) if page > 1 else None,
        older=_address(asked, page + 1) if len(found) > SIZE else None,
        file=links.address(f"{PATH}.csv", _given(asked)),
    )


@desk.get("/nhat-ky.csv")
def deeds_csv() -> Response:
    """Answer with the lines looked for as a file, oldest first."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in reading().scalars(_query(_asked()).order_by(Deed.number)):
        writer.writerow([_safe(str(getattr(one, key))) for key in COLUMNS])
    headers = {"Content-Disposition": "attachment; filename=nhat-ky.csv"}
    return Response(f"\ufeff{text.getvalue()}", mimetype="text/csv", headers=headers)


def _safe(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _asked() -> Asked:
    given = request.args
    return Asked(*(given.get(name, "").strip()[:120] for name in ("ai", "viec", "ve", "tu", "den")))


def _given(asked: Asked) -> dict[str, object]:
    return dict(zip(("ai", "viec", "ve", "tu", "den"), asked, strict=True))


def _address(asked: Asked, page: int) -> str:
    return links.address(PATH, {**_given(asked), "trang": page if page > 1 else ""})


def _query(asked: Asked) -> Select[Deed]:
    """Moments are kept as text that sorts as time does, so a day is the beginning of one."""
    query = select(Deed)
    if asked.who:
        query = query.where(Deed.username == asked.who)
    if asked.deed:
        query = query.where(Deed.deed.startswith(asked.deed, autoescape=True))
    if asked.about:
        said = (Deed.about, Deed.detail)
        query = query.where(or_(*(one.contains(asked.about, autoescape=True) for one in said)))
    if asked.since:
        query = query.where(Deed.at >= asked.since)
    if asked.until:
        query = query.where(Deed.at < f"{asked.until}~")
    return query
