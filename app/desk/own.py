"""One's own page: password, recovery codes, and the browsers in which one has signed in."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.accounts import entering, passwords, second_factor, sessions
from app.desk import words
from app.desk.door import HOME, desk
from app.desk.person import me, network
from app.desk.told import tell
from app.desk.work import work
from app.faults import RuleBroken
from app.web.language import _
from app.web.links import link
from app.web.session import reading, unit_of_work

OWN = f"{HOME}/toi"


@desk.get("/toi")
def own() -> Response:
    """Show what concerns the person here."""
    return _show([])


@desk.get("/toi/mat-khau")
def password() -> str:
    """Ask for a new password."""
    return render_template("desk/password.html", problems=[])


@desk.post("/toi/mat-khau")
def changing_password() -> ResponseReturnValue:
    """Change the password; whoever signed in elsewhere with the old one is out."""
    chosen, again = request.form.get("password", ""), request.form.get("again", "")
    problems = _confirmed() + passwords.problems(chosen, again, me().username)
    if problems:
        return make_response(render_template("desk/password.html", problems=problems), 422)
    hashed = passwords.hashed(chosen)
    with work() as doing:
        doing.account.password_hash = hashed
        sessions.end(doing.session, doing.account.id, but=me().sign_in)
        doing.note("password.changed", f"account:{doing.account.username}")
    tell(_("Đã đổi mật khẩu. Các nơi khác đang đăng nhập bằng mật khẩu cũ đã bị đăng xuất."))
    return redirect(link(OWN), 303)


@desk.post("/toi/ma-du-phong")
def new_codes() -> ResponseReturnValue:
    """Give new recovery codes in place of the old ones."""
    problems = _confirmed()
    if problems:
        return _show(problems)
    with work() as doing:
        codes = second_factor.new_codes(doing.session, doing.account)
        doing.note("codes.renewed", f"account:{doing.account.username}")
    return render_template("desk/codes.html", codes=codes, onward=OWN)


@desk.post("/toi/phien/<int:number>/ket-thuc")
def end_sign_in(number: int) -> ResponseReturnValue:
    """End one of one's own sign-ins."""
    with work() as doing:
        sessions.end(doing.session, doing.account.id, number)
        doing.note("session.ended", f"account:{doing.account.username}", sign_in=number)
    tell(_("Nơi đó đã bị đăng xuất."))
    return redirect(link(OWN), 303)


def _confirmed() -> list[RuleBroken]:
    """Return what is wrong with the present password, asked for again before what a thief would want."""
    return entering.confirm(unit_of_work, me().username, request.form.get("current", ""), network())


def _show(problems: list[RuleBroken]) -> Response:
    who = me()
    page = render_template(
        "desk/own.html",
        roles=sorted(words.role(role) for role in who.roles),
        codes_left=second_factor.codes_left(reading(), who.id),
        sign_ins=sessions.of(reading(), who.id),
        words=words,
        problems=problems,
    )
    return make_response(page, 422 if problems else 200)
