"""What the three forms have in common when they come: is it ours, a person's, not too much; then keep it."""

from __future__ import annotations

from typing import NamedTuple

from flask import current_app, request

from app import clock
from app.faults import RuleBroken
from app.feedback import seal
from app.feedback.pace import Pace
from app.reports import closing, taking
from app.reports.taking import Told
from app.web.language import _
from app.web.peer import asker
from app.web.session import unit_of_work

TRAP = "website"
"""A field that people do not see and machines fill in."""


class Refused(NamedTuple):
    """Why a form was not taken, and the status that says so."""

    problems: list[RuleBroken]
    status: int = 422


def told(purpose: str, listing_id: str = "") -> Told:
    """Return what the form of this request says."""
    form = request.form
    return Told(
        purpose=purpose,
        point=form.get("point", ""),
        words=form.get("words", "").replace("\r\n", "\n"),
        contact=form.get("contact", ""),
        listing_id=listing_id,
        subject=form.get("subject") == "1",
    )


def post(form: str, said: Told) -> Refused | None:
    """Keep what was said, or return why not. What a machine sent is let fall without a word."""
    wrong = _not_ours(form)
    if wrong:
        return Refused([RuleBroken("", wrong)])
    problems = taking.problems(said)
    if problems:
        return Refused(problems)
    if request.form.get(TRAP):
        return None
    if not _pace().admit(asker(), int(clock.now().timestamp())):
        busy = _("Lúc này có quá nhiều phản ánh gửi đến. Hãy thử lại sau một giờ, hoặc gọi Trung tâm.")
        return Refused([RuleBroken("", busy)], 429)
    with unit_of_work() as session:
        taking.take(session, said)
        closing.forget(session)
    return None


def _not_ours(form: str) -> str:
    age = seal.age(form, request.form.get("csrf_token", ""))
    if age is None or not seal.from_here():
        return _("Chưa nhận ra biểu mẫu này. Điều bạn viết còn ở dưới: hãy gửi lại lần nữa.")
    if age < seal.EARLIEST:
        return _("Gửi nhanh quá, như máy gửi. Hãy chờ vài giây rồi gửi lại.")
    return _("Biểu mẫu mở đã lâu. Hãy gửi lại lần nữa.") if age > seal.LATEST else ""


def _pace() -> Pace:
    pace: Pace = current_app.extensions.setdefault("pace", Pace())
    return pace
