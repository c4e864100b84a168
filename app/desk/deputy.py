"""Naming who approves while an approver is away, and letting them go."""

from __future__ import annotations

from flask import make_response, redirect, request
from flask.typing import ResponseReturnValue

from app.accounts import deputies, roster
from app.accounts.models import Deputy
from app.desk import account, words
from app.desk.door import desk
from app.desk.people import PEOPLE
from app.desk.told import tell
from app.desk.work import work
from app.faults import NotFound
from app.web.language import _
from app.web.links import link


@desk.post("/nguoi-dung/<username>/duyet-thay")
def name_deputy(username: str) -> ResponseReturnValue:
    """Name who approves in this approver's place."""
    first, last = (words.iso(request.form.get(name, "")) for name in ("from", "to"))
    with work() as doing:
        approver = roster.person(doing.session, username)
        deputy = roster.find(doing.session, request.form.get("deputy", ""))
        problems = deputies.problems(approver, deputy, first, last)
        if deputy and not problems:
            deputies.name(doing.session, approver, deputy, first, last)
            about = {"deputy": deputy.username, "from_day": first, "to_day": last}
            doing.note("deputy.named", f"account:{username}", **about)
    if problems:
        return make_response(account.show(username, problems), 422)
    tell(_("Đã ghi người duyệt thay. Hết ngày cuối, quyền này tự hết."))
    return redirect(link(f"{PEOPLE}/{username}"), 303)


@desk.post("/duyet-thay/<int:number>/thoi")
def end_deputy(number: int) -> ResponseReturnValue:
    """Let a deputy go before the last day."""
    with work() as doing:
        found = doing.session.get(Deputy, number)
        if found is None:
            raise NotFound(_("Không còn người duyệt thay này."))
        username = found.approver.username
        doing.note("deputy.let_go", f"account:{username}", deputy=found.account.username)
        deputies.let_go(doing.session, found)
    tell(_("Người này không duyệt thay nữa."))
    return redirect(link(f"{PEOPLE}/{username}"), 303)
