"""Who comes in: the right host, a form with its token, a person who has signed in, a role on the list."""

from __future__ import annotations

from flask import abort, request, session
from flask.typing import ResponseReturnValue

from app.desk import faults, sign_in
from app.desk.door import csrf, desk, inside
from app.desk.numbers import LARGEST
from app.desk.person import Person, person
from app.web import headers, site
from app.web.access import ACCESS, ANYBODY, AUDIENCES
from app.web.instance import instance
from app.web.language import _


@desk.before_app_request
def enter() -> None:
    """Keep every answer of the desk to its reader alone, and on the desk's own host where one is set."""
    if not inside(request.path):
        return
    headers.never_store()
    headers.same_origin()
    site.unindexed()
    host = instance().settings.desk_host
    if host and host not in (request.host.lower(), request.host.lower().rpartition(":")[0]):
        abort(404)


@desk.before_request
def let_in() -> ResponseReturnValue | None:
    """Answer in the view's place where the person here may not have it."""
    session.permanent = True  # a form outlives the browser that it was opened in
    csrf.protect()
    if any(isinstance(one, int) and one > LARGEST for one in (request.view_args or {}).values()):
        abort(404)
    if _unreadable():
        return faults.page(400, _("Trong những gì gửi lên có ký tự không đọc được. Chưa có gì được lưu."))
    audience = ACCESS.get(str(request.endpoint))
    if audience == ANYBODY:
        return None
    who = person()
    if who is None:
        return sign_in.instead()
    return None if may(who, audience) else faults.page(403, _("Vai trò của bạn không mở được trang này."))


def _unreadable() -> bool:
    """Whether anything sent holds the character that no database keeps."""
    sent = [*(request.view_args or {}).values(), *request.args.values(), *request.form.values()]
    return any("\0" in str(text) for text in sent)


def may(who: Person, audience: str | None) -> bool:
    """Return whether somebody belongs to an audience of the desk."""
    return bool(who.roles & AUDIENCES.get(audience or "", frozenset()))
