"""Review: what waits, one change field by field with its law, approving what was read, or sending it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask import make_response, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.accounts.permissions import APPROVE, PROPOSE, may
from app.desk import change as changes
from app.desk import words
from app.desk.door import HOME, desk
from app.desk.editing import warnings
from app.desk.fields import said
from app.desk.numbers import numbers
from app.desk.person import me
from app.desk.states import ACTS, STATES
from app.desk.told import tell
from app.desk.work import work
from app.faults import NotAllowed, RuleBroken, Stale
from app.publishing import review
from app.publishing.review import fingerprint
from app.records.changes import APPROVED, DRAFT, DROPPED, PUBLISHED, RETURNED, SUBMITTED, Change
from app.web import links
from app.web.language import N_, _
from app.web.session import reading

OPENED = "da-mo"
MOST_OPENED = 40
"""Changes that the browser remembers to have opened: a cookie holds no more."""

ORDER = {RETURNED: 0, DRAFT: 1, SUBMITTED: 2, APPROVED: 3}
HEADINGS = {
    RETURNED: N_("Bị trả lại, cần sửa"),
    DRAFT: N_("Đang soạn"),
    SUBMITTED: N_("Chờ duyệt"),
    APPROVED: N_("Đã duyệt, chờ công bố"),
}


class Task(NamedTuple):
    """A change in a list: ``ready`` where the person here opened it and may approve it."""

    id: int
    name: str
    act: str
    kind: str
    author: str
    at: str
    mine: bool
    ready: str
    path: str


class Row(NamedTuple):
    """A field before and after, where it stands in law, and what is broken there."""

    label: str
    before: str
    after: str
    law: str
    staff: bool
    broken: list[RuleBroken]


@desk.get("/viec")
def tasks() -> str:
    """Show all changes under way, what is mine to do first."""
    query = select(Change).where(Change.state.not_in((DROPPED, PUBLISHED))).order_by(Change.id)
    found = list(reading().scalars(query))
    states = sorted({one.state for one in found}, key=lambda state: ORDER[state])
    return render_template(
        "desk/tasks.html",
        here=f"{HOME}/viec",
        heading=_("Việc đang làm"),
        groups=[
            (_(HEADINGS[state]), state, [_task(one) for one in found if one.state == state])
            for state in states
        ],
        approver=any(may(me().roles, APPROVE, one.kind) for one in found),
    )


@desk.get("/duyet/<int:number>")
def review_change(number: int) -> str:
    """Show what a change changes, field by field; the page remembers what was shown."""
    return _page(changes.find(reading(), number))


def _page(found: Change, moved: str = "", problems: Sequence[RuleBroken] = ()) -> str:
    broken, reviewer = warnings(found), may(me().roles, APPROVE, found.kind)
    _remember(found)
    return render_template(
        "desk/review.html",
        here=f"{HOME}/viec",
        heading=f"{_(ACTS[found.act])}: {changes.title(found)}",
        change=found,
        kind=changes.kind_of(found),
        state=_(STATES[found.state]),
        sent=words.moment(changes.last_editor(found).at),
        rows=_rows(found, broken),
        whole=[one for one in broken if not one.field],
        shown=fingerprint(found),
        stale=changes.is_stale(reading(), found),
        may_approve=found.state == SUBMITTED and reviewer and not changes.own(found),
        may_return=found.state in (SUBMITTED, APPROVED) and reviewer,
        may_write=may(me().roles, PROPOSE, found.kind, found.fields),
        own=changes.own(found),
        moved=moved,
        problems=list(problems),
        reason=request.form.get("reason", ""),
    )


@desk.post("/duyet/<int:number>")
def approve(number: int) -> ResponseReturnValue:
    """Approve what was shown; what has changed since is shown anew."""
    try:
        with work() as doing:
            _approve(doing.session, doing.account, number, request.form.get("shown", ""))
            doing.note("change.approved", f"change:{number}")
    except Stale as moved:
        return make_response(_page(changes.find(reading(), number), str(moved)), 409)
    tell(
        _("Đã duyệt."),
        (_("Công bố"), f"{HOME}/cong-bo"),
        (_("Việc đang chờ"), f"{HOME}/viec"),
        (_("Xem lại, thôi duyệt nếu nhầm"), f"{HOME}/duyet/{number}"),
    )
    return redirect(links.link(f"{HOME}/viec"), 303)


@desk.post("/duyet")
def approve_several() -> ResponseReturnValue:
    """Approve several changes, each of which was opened and has not changed since."""
    opened: dict[str, str] = session.get(OPENED, {})
    chosen = numbers(request.form.getlist("so"))
    if not chosen:
        raise NotAllowed(_("Hãy chọn ít nhất một thay đổi."))
    with work() as doing:
        for number in chosen:
            shown = fingerprint(changes.find(doing.session, number))
            if not shown.startswith(opened.get(str(number), "-")):
                raise Stale(_("Thay đổi %(number)s chưa được mở xem, hoặc vừa được sửa.", number=number))
            _approve(doing.session, doing.account, number, shown)
            doing.note("change.approved", f"change:{number}")
    tell(_("Đã duyệt %(count)s thay đổi.", count=len(chosen)), (_("Công bố"), f"{HOME}/cong-bo"))
    return redirect(links.link(f"{HOME}/viec"), 303)


@desk.post("/duyet/<int:number>/tra-lai")
def send_back(number: int) -> ResponseReturnValue:
    """Return a change to its author with a reason; asked for again where there is none."""
    reason = request.form.get("reason", "")
    if not reason.strip():
        wanted = RuleBroken("reason", _("Hãy ghi lý do để người soạn biết cần sửa gì."))
        return make_response(_page(changes.find(reading(), number), problems=[wanted]), 422)
    with work() as doing:
        found = changes.find(doing.session, number)
        changes.must_approve(found)
        review.send_back(found, doing.account, reason)
        doing.note("change.returned", f"change:{number}")
    tell(_("Đã trả lại kèm lý do."), (_("Việc đang chờ"), f"{HOME}/viec"))
    return redirect(links.link(f"{HOME}/viec"), 303)


def _approve(session_: object, account: object, number: int, shown: str) -> None:
    found = changes.find(session_, number)  # type: ignore[arg-type]
    changes.must_approve(found)
    if changes.is_stale(session_, found):  # type: ignore[arg-type]
        raise Stale(_("Mục này đã có bản mới hơn từ khi thay đổi được soạn: hãy trả lại để soạn tiếp."))
    review.approve(found, account, shown)  # type: ignore[arg-type]


def _remember(found: Change) -> None:
    opened = dict(session.get(OPENED, {}))
    opened.pop(str(found.id), None)
    opened[str(found.id)] = fingerprint(found)[:16]
    session[OPENED] = dict(list(opened.items())[-MOST_OPENED:])


def _task(one: Change) -> Task:
    opened = session.get(OPENED, {}).get(str(one.id), "-")
    ready = one.state == SUBMITTED and may(me().roles, APPROVE, one.kind) and not changes.own(one)
    return Task(
        one.id,
        changes.title(one),
        _(ACTS[one.act]),
        changes.kind_of(one).sheet,
        one.author.name,
        words.moment(changes.last_editor(one).at),
        changes.own(one),
        ("opened" if fingerprint(one).startswith(opened) else "unopened") if ready else "",
        changes.path(one),
    )


def _rows(found: Change, broken: list[RuleBroken]) -> list[Row]:
    names = changes.names(reading())
    rows = [
        Row(
            one.field.vi,
            said(one.field, one.before, names),
            said(one.field, one.after, names),
            one.field.law,
            not one.field.public,
            [rule for rule in broken if rule.field == one.field.key],
        )
        for one in changes.different(reading(), found)
    ]
    shown = {one.field.key for one in changes.different(reading(), found)}
    elsewhere = [rule for rule in broken if rule.field and rule.field not in shown]
    by_key = changes.kind_of(found).by_key
    return rows + [
        Row(by_key[rule.field].vi, "", "", "", False, [rule]) for rule in elsewhere if rule.field in by_key
    ]
