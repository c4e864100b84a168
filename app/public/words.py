"""How the pages word what the register keeps as codes, and a value that leads somewhere."""

from __future__ import annotations

from typing import NamedTuple

from app.catalogue.register import Register
from app.catalogue.version import Version
from app.web.language import N_, _

ACTS = {
    "listed": N_("mới công bố"),
    "changed": N_("thay đổi"),
    "corrected": N_("đính chính"),
    "ended": N_("chấm dứt"),
    "reinstated": N_("thực hiện lại"),
    "withdrawn": N_("rút khỏi danh sách"),
    "redacted": N_("gỡ thông tin"),
}
ISSUERS = {
    "department": N_("Sở Tư pháp"),
    "province": N_("Ủy ban nhân dân tỉnh"),
    "centre": N_("Trung tâm trợ giúp pháp lý nhà nước"),
}


class Link(NamedTuple):
    """A text and where it leads; nowhere where ``url`` is None."""

    text: str
    url: str | None = None


class Choice(NamedTuple):
    """A link and how much it leads to."""

    text: str
    url: str
    total: int | None = None


def wording(version: Version, key: str) -> str:
    """Return what ``version`` says in the field ``key``, in words; "" where it says nothing."""
    field = version.kind.by_key.get(key)
    return field.show(version.document[key]) if field and key in version.document else ""


def years(count: int | None) -> str:
    """``9 năm``; "" where unknown."""
    if count is None:
        return ""
    return _("%(count)s năm", count=count) if count else _("dưới 1 năm")


def sentence(parts: tuple[str, ...]) -> str:
    """``Hình sự; đất đai, nhà ở``: a list as a sentence begins."""
    joined = "; ".join(parts)
    return joined[:1].upper() + joined[1:]


def first_publication(register: Register) -> str:
    """Return the day of publication 1, dd/mm/yyyy. Raises KeyError in an empty register."""
    return f"{register.publication(1).day:%d/%m/%Y}"
