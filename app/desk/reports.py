"""What people told through the public forms: what waits, by when, and closing it with what was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app import clock
from app.desk import register, words
from app.desk.door import HOME, desk
from app.desk.guard import may
from app.desk.person import me
from app.desk.told import tell
from app.desk.waiting import Tile
from app.desk.work import work
from app.faults import RuleBroken
from app.reports import closing
from app.reports.models import SATISFACTION, Report
from app.reports.words import POINTS, PURPOSE
from app.web.access import ACCESS
from app.web.language import _
from app.web.links import link
from app.web.session import reading, unit_of_work

PATH = f"{HOME}/phan-anh"
SHOWN = 30
LATELY = timedelta(days=90)


class Line(NamedTuple):
    """One report as the desk reads it."""

    number: int
    what: str
    listing_id: str
    name: str
    words: str
    contact: str
    received: str
    due: str
    overdue: bool
    outcome: str


@desk.get("/phan-anh")
def reports() -> str:
    """Show what waits, then what was closed of late, then what people think of the site."""
    with unit_of_work() as session:
        closing.forget(session)
    reading().rollback()  # who is here was read before that
    return _page([])


@desk.post("/phan-anh/<int:number>/xong")
def close_report(number: int) -> ResponseReturnValue:
    """Close one with what was done about it."""
    field = f"outcome-{number}"
    outcome = request.form.get(field, "").strip()[:2000]
    if not outcome:
        return make_response(_page([RuleBroken(field, _("Hãy ghi đã làm gì, đã trả lời thế nào."))]), 422)
    with work() as doing:
        closing.close(doing.session, number, outcome)
        doing.note("report.closed", f"report:{number}")
    tell(_("Đã đóng phản ánh %(number)s. Cách liên lạc của người gửi được xóa sau 30 ngày.", number=number))
    return redirect(link(PATH), 303)


def tiles() -> list[Tile]:
    """Return what waits as a number of the first page; none where nothing does."""
    found, today = closing.waiting(reading()), clock.today().isoformat()
    if not found:
        return []
    first = found[0].due_on
    urgency = "" if first is None else "due" if first < today else "soon"
    return [Tile(len(found), _("Phản ánh của người dân"), _("Trả lời và đóng."), PATH, urgency)]


def _page(problems: Sequence[RuleBroken]) -> str:
    since = clock.today() - LATELY
    counts, said = closing.opinions(reading(), since)
    return render_template(
        "desk/reports.html",
        here=PATH,
        heading=_("Phản ánh của người dân"),
        problems=list(problems),
        typed={one.field: request.form.get(one.field, "") for one in problems},
        waiting=_lines(closing.waiting(reading())),
        closed=_lines(closing.closed(reading(), SHOWN)),
        opinions=[(wording, counts[code]) for code, wording in POINTS[SATISFACTION].items()],
        said=said[:SHOWN],
        since=words.day(since),
        may_close=may(me(), ACCESS["desk.close_report"]),
    )


def _lines(found: Sequence[Report]) -> list[Line]:
    names = register.names(reading())
    today = clock.today().isoformat()
    return [
        Line(
            number=one.id,
            what=": ".join(filter(None, [PURPOSE[one.purpose], POINTS[one.purpose].get(one.point)])),
            listing_id=one.listing_id or "",
            name=names.get(one.listing_id or "", one.listing_id or ""),
            words=one.words,
            contact=one.contact or "",
            received=words.moment(one.received_at),
            due=words.iso_day(one.due_on) if one.due_on else "",
            overdue=bool(one.due_on and one.due_on < today),
            outcome=one.outcome or "",
        )
        for one in found
    ]
