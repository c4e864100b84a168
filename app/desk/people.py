"""Who works at the desk: the list of accounts, and a new one with the link that its holder is given."""

from __future__ import annotations

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from app.accounts import invitations, roster
from app.accounts.models import Account
from app.accounts.permissions import DESK_ROLES
from app.desk import words
from app.desk.door import HOME, desk
from app.desk.work import Work, work
from app.faults import RuleBroken
from app.web import links
from app.web.session import reading

PEOPLE = f"{HOME}/nguoi-dung"


@desk.get("/nguoi-dung")
def people() -> str:
    """Show every account."""
    return render_template(
        "desk/people.html", people=roster.people(reading()), state=roster.state, words=words
    )


@desk.get("/them-nguoi-dung")
def new_account() -> str:
    """Ask who is new."""
    return _form("", "", "", [])


@desk.post("/them-nguoi-dung")
def adding_account() -> ResponseReturnValue:
    """Add somebody and show the link to hand over."""
    name = " ".join(request.form.get("name", "").split())[:120]
    username = request.form.get("username", "").strip().lower()[:64]
    role = request.form.get("role", "")
    with work() as doing:
        problems = roster.problems(doing.session, username, name, role)
        if problems:
            return make_response(_form(username, name, role, problems), 422)
        account = roster.add(doing.session, username, name, role)
        doing.note("account.added", f"account:{username}", role=role)
        return handed_over(doing, account, "account")


def handed_over(doing: Work, account: Account, purpose: str) -> str:
    """Make a link and return the page that shows it, this once."""
    token = invitations.invite(doing.session, account, purpose)
    doing.note("account.invited", f"account:{account.username}", sets=purpose)
    return render_template(
        "desk/link.html",
        name=account.name,
        username=account.username,
        address=links.absolute(f"{HOME}/moi/{token}"),
        hours=invitations.LASTS.days * 24,
    )


def _form(username: str, name: str, role: str, problems: list[RuleBroken]) -> str:
    return render_template(
        "desk/new_account.html",
        username=username,
        name=name,
        role=role,
        roles=[(key, words.role(key)) for key in DESK_ROLES],
        problems=problems,
    )
