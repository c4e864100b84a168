"""The record of deeds in words: what was done, about what, and the page of that. The file keeps the codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from app.accounts.audit import Deed
from app.desk import words
from app.desk.door import HOME
from app.desk.states import ACTS
from app.records.events import HAPPENED
from app.web.language import N_, _

DEEDS: Mapping[str, str] = {
    "session.begun": N_("Đăng nhập"),
    "session.refused": N_("Đăng nhập không được"),
    "session.ended": N_("Đăng xuất"),
    "password.changed": N_("Đổi mật khẩu"),
    "codes.renewed": N_("Lấy mã dự phòng mới"),
    "account.added": N_("Thêm người dùng"),
    "account.invited": N_("Trao liên kết"),
    "account.joined": N_("Nhận tài khoản"),
    "account.role": N_("Đổi vai trò"),
    "account.address": N_("Đổi thư điện tử nhận thư nhắc"),
    "account.disabled": N_("Khoá tài khoản"),
    "account.enabled": N_("Cho dùng lại tài khoản"),
    "deputy.named": N_("Cử người duyệt thay"),
    "deputy.let_go": N_("Thôi cử người duyệt thay"),
    "change.opened": N_("Bắt đầu soạn"),
    "change.saved": N_("Lưu bản soạn"),
    "change.dropped": N_("Bỏ bản soạn"),
    "change.submitted": N_("Gửi duyệt"),
    "change.approved": N_("Duyệt"),
    "change.taken_back": N_("Lấy lại, chưa gửi duyệt nữa"),
    "change.returned": N_("Trả lại"),
    "change_set.dropped": N_("Bỏ cả đợt"),
    "changes.accepted": N_("Nhận thay đổi nội bộ, không công bố"),
    "workbook.exported": N_("Tải bảng tính đã điền"),
    "workbook.submitted": N_("Nhận bảng tính"),
    "publication.published": N_("Công bố"),
    "publication.undo": N_("Soạn việc hoàn tác một lần công bố"),
    "decision.scanned": N_("Đính bản chụp văn bản"),
    "event.recorded": N_("Ghi một sự kiện"),
    "event.answered": N_("Ghi đã báo cáo"),
    "event.taken_back": N_("Bỏ một sự kiện ghi nhầm"),
    "report.closed": N_("Giải quyết xong một phản ánh"),
}
"""code -> what was done."""

_PURPOSES = {
    "account": N_("tài khoản mới"),
    "password": N_("mật khẩu"),
    "second_factor": N_("điện thoại sinh mã"),
}
_DETAILS: Mapping[str, str] = {
    "act": N_("việc"),
    "after": N_("nay"),
    "before": N_("trước"),
    "change_set": N_("đợt"),
    "changes": N_("thay đổi"),
    "deputy": N_("người duyệt thay"),
    "from_day": N_("từ ngày"),
    "listing": N_("mục"),
    "role": N_("vai trò"),
    "set": N_("đặt"),
    "sets": N_("để đặt"),
    "sha256": N_("mã tệp"),
    "sign_in": N_("lần đăng nhập số"),
    "to_day": N_("đến ngày"),
    "what": N_("sự kiện"),
}


class Thing(NamedTuple):
    """Something that deeds are about: its word, and where it is shown (nothing where it has no page)."""

    word: str
    place: str


THINGS: Mapping[str, Thing] = {
    "account": Thing(N_("Người dùng %(name)s"), f"{HOME}/nguoi-dung/{{}}"),
    "change": Thing(N_("Thay đổi %(name)s"), f"{HOME}/duyet/{{}}"),
    "change_set": Thing(N_("Đợt %(name)s"), ""),
    "event": Thing(N_("Sự kiện %(name)s"), f"{HOME}/su-kien/{{}}"),
    "publication": Thing(N_("Lần công bố %(name)s"), "/cong-bo/{}"),
    "report": Thing(N_("Phản ánh %(name)s"), ""),
}


class Told(NamedTuple):
    """A line in words. ``url`` is the page of what it is about, if there is one."""

    what: str
    about: str
    url: str
    detail: str


def told(deed: Deed) -> Told:
    """Return a line of the record in words; what has none is left as it is written."""
    sort, _colon, name = deed.about.partition(":")
    thing = THINGS.get(sort)
    if thing is None or name == "None":
        return Told(what(deed.deed), "", "", _detail(deed))
    url = thing.place.format(name) if deed.deed not in _GONE else ""
    return Told(what(deed.deed), _(thing.word, name=name), url, _detail(deed))


_GONE = frozenset({"event.taken_back"})


def what(code: str) -> str:
    """``Gửi duyệt``, of ``change.submitted``."""
    return _(DEEDS[code]) if code in DEEDS else code


def _detail(deed: Deed) -> str:
    said: dict[str, Any] = json.loads(deed.detail)
    return "; ".join(
        f"{_(_DETAILS[key]) if key in _DETAILS else key}: {_value(key, said[key])}" for key in said
    )


def _value(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return _VALUES.get(key, str)(value)


def _named(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda code: _(names[code]) if code in names else str(code)


_VALUES: Mapping[str, Callable[[Any], str]] = {
    "act": _named(ACTS),
    "after": _named(words.ROLE_WORDS),
    "before": _named(words.ROLE_WORDS),
    "role": _named(words.ROLE_WORDS),
    "from_day": words.iso_day,
    "to_day": words.iso_day,
    "set": _named(_PURPOSES),
    "sets": _named(_PURPOSES),
    "sha256": lambda code: f"{code[:12]}…",
    "what": HAPPENED.wording,
}
