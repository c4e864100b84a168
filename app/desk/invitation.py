"""The link that was handed over: its holder chooses a password, joins a phone, and keeps recovery codes."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.accounts import audit, invitations, second_factor
from app.accounts.models import Invitation
from app.desk import faults
from app.desk.door import HOME, desk
from app.desk.person import network
from app.desk.told import tell
from app.faults import RuleBroken
from app.web import site
from app.web.language import N_, _
from app.web.links import link
from app.web.session import reading, unit_of_work

_HEADINGS = {
    "account": N_("Nhận tài khoản"),
    "password": N_("Đặt mật khẩu mới"),
    "second_factor": N_("Nối lại điện thoại"),
}

_USELESS = N_(
    "Liên kết này đã dùng rồi, đã hết hạn hoặc không đúng. Hãy xin người quản trị tài khoản liên kết mới."
)


@desk.get("/moi/<token>")
def invitation(token: str) -> ResponseReturnValue:
    """Show what the link is for."""
    found = invitations.find(reading(), token)
    return _show(token, found, []) if found else _gone()


@desk.post("/moi/<token>")
def accepting(token: str) -> ResponseReturnValue:
    """Set what the link is for, once."""
    password, again, code = (request.form.get(name, "") for name in ("password", "again", "code"))
    with unit_of_work() as session:
        found = invitations.find(session, token)
        if found is None:
            return _gone()
        problems = invitations.problems(found, password, again, code)
        if problems:
            return _show(token, found, problems)
        purpose, account = found.purpose, found.account
        codes = invitations.accept(session, found, password, code)
        audit.note(
            session,
            audit.by(account, network()),
            "account.joined",
            f"account:{account.username}",
            {"set": purpose},
        )
    if codes:
        return render_template("desk/codes.html", codes=codes, onward=f"{HOME}/dang-nhap")
    tell(_("Đã đặt mật khẩu mới. Mời bạn đăng nhập."))
    return redirect(link(f"{HOME}/dang-nhap"), 303)


def _show(token: str, found: Invitation, problems: list[RuleBroken]) -> Response:
    secret, account = found.totp_secret, found.account
    page = render_template(
        "desk/invitation.html",
        heading=_(_HEADINGS[found.purpose]),
        action=f"{HOME}/moi/{token}",
        account=account,
        wants_password=found.purpose != "second_factor",
        picture=second_factor.picture(secret, account.username, site.site().name) if secret else None,
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)) if secret else "",
        problems=problems,
    )
    return make_response(page, 422 if problems else 200)


def _gone() -> Response:
    return faults.page(404, _(_USELESS))
