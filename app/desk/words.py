"""The words of the desk for roles, days and moments."""

from __future__ import annotations

from datetime import date, datetime

from app.accounts.permissions import (
    ADMINISTRATOR,
    APPROVER,
    AUDITOR,
    CLERK,
    CLERK_CENTRE,
    CLERK_DEPARTMENT,
    OPERATOR,
)
from app.kinds import Unreadable
from app.kinds.types import Day
from app.web.language import N_, _

ROLE_WORDS = {
    CLERK_CENTRE: N_("Chuyên viên Trung tâm"),
    CLERK_DEPARTMENT: N_("Chuyên viên Sở"),
    APPROVER: N_("Người duyệt"),
    ADMINISTRATOR: N_("Quản trị tài khoản"),
    AUDITOR: N_("Kiểm tra"),
    CLERK: N_("Dòng lệnh"),
    OPERATOR: N_("Dòng lệnh"),
}
_WEEKDAYS = (
    N_("thứ Hai"),
    N_("thứ Ba"),
    N_("thứ Tư"),
    N_("thứ Năm"),
    N_("thứ Sáu"),
    N_("thứ Bảy"),
    N_("Chủ nhật"),
)


STATE_WORDS = {
    "active": N_("đang dùng"),
    "invited": N_("chờ người nhận liên kết"),
    "disabled": N_("đã khoá"),
}
_BROWSERS = (
    ("coc_coc_browser", "Cốc Cốc"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def role(key: str) -> str:
    """``Người duyệt``."""
    return _(ROLE_WORDS[key])


def day(one: date) -> str:
    """``23/11/2026``."""
    return f"{one:%d/%m/%Y}"


def iso_day(text: str) -> str:
    """``23/11/2026``, of a day as it is kept."""
    return day(date.fromisoformat(text))


def weekday(one: date) -> str:
    """``thứ Hai``."""
    return _(_WEEKDAYS[one.weekday()])


def state(key: str) -> str:
    """``đang dùng``."""
    return _(STATE_WORDS[key])


def browser(agent: str) -> str:
    """``Chrome trên Windows``, of what a browser says of itself."""
    name = next((word for mark, word in _BROWSERS if mark in agent), _("Trình duyệt khác"))
    system = next((word for mark, word in _SYSTEMS if mark in agent), "")
    return _("%(name)s trên %(system)s", name=name, system=system) if system else name


def iso(typed: str) -> str:
    """Return a day typed as ``1/12/2026`` in ISO form, or nothing where it is none."""
    try:
        return str(Day().read(typed, "")) if typed.strip() else ""
    except Unreadable:
        return ""


def moment(text: str) -> str:
    """``08:42 ngày 23/11/2026``, of a moment as it is kept."""
    at = datetime.fromisoformat(text)
    return _("%(time)s ngày %(day)s", time=f"{at:%H:%M}", day=day(at))
