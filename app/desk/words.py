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


def role(key: str) -> str:
    """``Người duyệt``."""
    return _(ROLE_WORDS[key])


def day(one: date) -> str:
    """``23/11/2026``."""
    return f"{one:%d/%m/%Y}"


def weekday(one: date) -> str:
    """``thứ Hai``."""
    return _(_WEEKDAYS[one.weekday()])


def moment(text: str) -> str:
    """``08:42 ngày 23/11/2026``, of a moment as it is kept."""
    at = datetime.fromisoformat(text)
    return _("%(time)s ngày %(day)s", time=f"{at:%H:%M}", day=day(at))
