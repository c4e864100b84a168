"""One account: what its holder may do, and what an administrator does about it. Nobody acts on themselves."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.accounts import deputies, invitations, roster, sessions
from app.accounts.address import set_address
from app.accounts.models import PURPOSES, Account
from app.accounts.permissions import ADMINISTRATOR, APPROVER, DESK_ROLES
from app.desk import words
from app.desk.door import desk
from app.desk.people import PEOPLE, handed_over
from app.desk.person import me
from app.desk.told import tell
from app.desk.work import Work, work
from app.faults import NotAllowed, RuleBroken, RulesBroken
from app.web.language import _
from app.web.links import link
from app.web.session import reading


@desk.get("/nguoi-dung/<username>")
def account(username: str) -> str:
    """Show one account."""
    return show(username, [])


@desk.post("/nguoi-dung/<username>/vai-tro")
def change_role(username: str) -> ResponseReturnValue:
    """Give somebody another role; they sign in anew with it."""
    role = request.form.get("role", "")
    if role not in DESK_ROLES:
        raise NotAllowed(_("Hãy chọn một vai trò."))
    with work() as doing:
        other = _other(doing, username)
        doing.note("account.role", f"account:{username}", before=other.role, after=role)
        other.role = role
        sessions.end(doing.session, other.id)
    tell(_("Đã đổi vai trò. Người này phải đăng nhập lại."))
    return _back(username)


@desk.post("/nguoi-dung/<username>/thu")
def change_address(username: str) -> ResponseReturnValue:
    """Let letters about work go to another address, or to none."""
    try:
        with work() as doing:
            found = roster.person(doing.session, username)
            set_address(found, request.form.get("email", ""))
            doing.note("account.address", f"account:{username}", set=found.email is not None)
    except RulesBroken as wrong:
        return make_response(show(username, [rule for _who, rule in wrong.broken]), 422)
    tell(_("Đã ghi thư điện tử. Thư nhắc việc sẽ gửi đến đó; để trống thì không gửi."))
    return _back(username)


@desk.post("/nguoi-dung/<username>/khoa")
def disable(username: str) -> ResponseReturnValue:
    """Let an account do nothing any more, from now on."""
    with work() as doing:
        invitations.disable(doing.session, _other(doing, username))
        doing.note("account.disabled", f"account:{username}")
    tell(_("Đã khoá tài khoản và đăng xuất ở mọi nơi. Muốn dùng lại: bấm “Cho dùng lại” ở trang này."))
    return _back(username)


@desk.post("/nguoi-dung/<username>/cho-dung-lai")
def enable(username: str) -> ResponseReturnValue:
    """Let a disabled account be used again."""
    with work() as doing:
        _other(doing, username).disabled_at = None
        doing.note("account.enabled", f"account:{username}")
    tell(_("Tài khoản dùng lại được, với mật khẩu và điện thoại như trước."))
    return _back(username)


@desk.post("/nguoi-dung/<username>/cap-lai")
def reset(username: str) -> ResponseReturnValue:
    """Take away a password, a second factor or both, and show the link by which they are set anew."""
    purpose = request.form.get("purpose", "")
    if purpose not in PURPOSES:
        raise NotAllowed(_("Hãy chọn cấp lại gì."))
    with work() as doing:
        return handed_over(doing, _other(doing, username), purpose)


def show(username: str, problems: list[RuleBroken]) -> str:
    """Return the page of one account, with what was wrong with naming its deputy."""
    found = roster.person(reading(), username)
    return render_template(
        "desk/account.html",
        account=found,
        state=roster.state(found),
        words=words,
        roles=[(key, words.role(key)) for key in DESK_ROLES],
        deputies=deputies.of(reading(), found.id),
        candidates=[(one.username, one.name) for one in deputies.candidates(roster.people(reading()))],
        has_deputies=found.role == APPROVER,
        mine=found.id == me().id,
        administers=ADMINISTRATOR in me().roles,
        typed=request.form,
        problems=problems,
    )


def _other(doing: Work, username: str) -> Account:
    """Return the account of somebody else. Raises NotAllowed: one could lock the last door behind oneself."""
    found = roster.person(doing.session, username)
    if found.id == doing.account.id:
        raise NotAllowed(_("Không tự làm việc này với tài khoản của mình: hãy nhờ một người quản trị khác."))
    return found


def _back(username: str) -> ResponseReturnValue:
    return redirect(link(f"{PEOPLE}/{username}"), 303)
