"""Signing in and out. A form that comes after its session has ended is kept, and sent on after signing in."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.accounts import audit, entering, sessions
from app.accounts.models import Account
from app.desk import cookies
from app.desk.door import HOME, desk, inside
from app.desk.person import me, network, person
from app.desk.work import work
from app.faults import RuleBroken
from app.web import links
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading, unit_of_work

KEPT = "giu."
"""Before the name of each field that is kept while one signs in."""

_NEVER_KEPT = {"csrf_token", "password", "again", "code", "current"}
_LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Where somebody was going, and the fields of the form that they had sent there."""

    target: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)
    files: bool = False


@desk.get("/dang-nhap")
def sign_in() -> ResponseReturnValue:
    """Ask who is there."""
    if person():
        return redirect(links.link(HOME))
    return _ask(Interrupted(_target(request.args.get("den", ""))))


@desk.post("/dang-nhap")
def signing_in() -> ResponseReturnValue:
    """Let somebody in, and on to where they were going."""
    form = request.form
    kept = [(name.removeprefix(KEPT), text) for name, text in form.items(multi=True) if name.startswith(KEPT)]
    going = Interrupted(_target(form.get("den", "")), kept)
    outcome = entering.enter(unit_of_work, _typed(), samples=instance().settings.on_loopback)
    if outcome.token is None or outcome.account_id is None:
        return _ask(going, [RuleBroken("username", _why(outcome.wait))], 429 if outcome.wait else 422)
    _end_earlier()
    response = _onward(going)
    cookies.give(response, outcome.token, outcome.account_id)
    return response


@desk.post("/dang-xuat")
def sign_out() -> ResponseReturnValue:
    """End this sign-in."""
    with work() as doing:
        sessions.end(doing.session, doing.account.id, me().sign_in)
        doing.note("session.ended", f"account:{doing.account.username}")
    response = make_response(redirect(links.link(f"{HOME}/dang-nhap"), 303))
    cookies.take(response)
    return response


def instead() -> ResponseReturnValue:
    """Ask somebody to sign in before they have what they asked for, or before their form is taken."""
    target = _target(request.full_path.rstrip("?"))
    if request.method in ("GET", "HEAD"):
        return redirect(links.link(links.address(f"{HOME}/dang-nhap", {"den": target})))
    fields = [pair for pair in request.form.items(multi=True) if pair[0] not in _NEVER_KEPT]
    return _ask(Interrupted(target, fields, bool(request.files)), status=401)


def _ask(going: Interrupted, problems: list[RuleBroken] | None = None, status: int = 200) -> Response:
    page = render_template(
        "desk/sign_in.html",
        going=going,
        problems=problems or [],
        username=request.form.get("username", "") if problems else "",
        prefix=KEPT,
    )
    return make_response(page, status)


def _typed() -> entering.Typed:
    form = request.form
    return entering.Typed(
        username=form.get("username", "").strip().lower()[:_LONGEST_NAME],
        password=form.get("password", ""),
        code=form.get("code", "")[:_LONGEST_NAME],
        network=network(),
        browser=request.user_agent.string,
        device=cookies.device(),
    )


def _why(wait: int) -> str:
    if wait:
        return _("Đã thử sai nhiều lần. Hãy chờ %(seconds)s giây rồi thử lại.", seconds=wait)
    return _("Tên đăng nhập, mật khẩu hoặc mã không đúng. Mỗi mã chỉ dùng được một lần.")


def _onward(going: Interrupted) -> Response:
    """Lead on; a form that was kept is sent by its own hand, so that nobody else's form slips in."""
    if going.fields and going.target:
        return make_response(render_template("desk/resume.html", going=going))
    return make_response(redirect(links.link(going.target or HOME), 303))


def _end_earlier() -> None:
    """End the sign-in that the browser bore until now: its token is not carried over to the next."""
    token = cookies.token()
    found = sessions.find(reading(), token) if token else None
    if found is not None:
        with unit_of_work() as session:
            sessions.end(session, found.account_id, found.id)
            account = session.get_one(Account, found.account_id)
            audit.note(session, audit.by(account, network()), "session.ended", f"account:{account.username}")


def _target(path: str) -> str:
    """Return ``path`` if it is one of the desk's own, and nothing otherwise."""
    return path if inside(path) and path.isprintable() and "\\" not in path else ""
