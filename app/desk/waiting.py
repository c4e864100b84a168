"""The lists behind the numbers of the first page: what waits for the person here, and where it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from flask import render_template

from app import clock
from app.accounts.permissions import APPROVE, PROPOSE, may
from app.canonical import Document
from app.desk.door import HOME, desk
from app.desk.person import me
from app.duties.item import OVERDUE, Duty, Item
from app.duties.waiting import Waiting, Who
from app.duties.waiting import waiting as all_that_waits
from app.faults import NotFound
from app.web.language import N_, _
from app.web.session import reading

SOON_DAYS = 7


class Pile(NamedTuple):
    """A list: its word in addresses, its name in `Waiting`, its heading, and what to do about it."""

    word: str
    key: str
    heading: str
    about: str


PILES = (
    Pile("tra-lai", "returned", N_("Bị trả lại, cần sửa"), N_("Người duyệt đã ghi lý do.")),
    Pile("dang-soan", "to_finish", N_("Đang soạn"), N_("Soạn xong thì gửi duyệt.")),
    Pile("cho-duyet", "to_approve", N_("Chờ tôi duyệt"), N_("Do người khác soạn.")),
    Pile("cho-cong-bo", "to_publish", N_("Chờ công bố"), N_("Đã duyệt; cần văn bản để công bố.")),
    Pile("den-han", "due", N_("Đến hạn theo luật"), N_("Công bố, báo Bộ Tư pháp, và việc phải làm tiếp.")),
    Pile("chua-bao-bo", "unreported", N_("Chưa báo Bộ Tư pháp"), N_("Ghi số văn bản sau khi gửi.")),
    Pile("hop-dong", "ending", N_("Hợp đồng sắp hết"), N_("Trong 90, 30 và 7 ngày tới, hoặc đã hết.")),
    Pile(
        "to-chuc-da-het",
        "without_office",
        N_("Tổ chức đã chấm dứt mà người còn"),
        N_("Chuyển chỗ hoặc chấm dứt."),
    ),
    Pile(
        "chua-xac-nhan",
        "unconfirmed",
        N_("Quá 180 ngày chưa xác nhận"),
        N_("Gọi hỏi, rồi sửa “Ngày xác nhận”."),
    ),
)


class Tile(NamedTuple):
    """A number of the first page; ``urgency`` is due, soon or nothing."""

    number: int
    heading: str
    about: str
    path: str
    urgency: str


def tiles() -> list[Tile]:
    """Return what waits for the person here, what is empty left out."""
    waits = _waits()
    found = ((pile, getattr(waits, pile.key)) for pile in PILES)
    return [
        Tile(len(items), _(pile.heading), _(pile.about), f"{HOME}/cho/{pile.word}", _urgency(items))
        for pile, items in found
        if items
    ]


@desk.get("/cho/<word>")
def pile(word: str) -> str:
    """Show one list of what waits."""
    known = next((one for one in PILES if one.word == word), None)
    if known is None:
        raise NotFound(_("Không có danh sách này."))
    items: Sequence[Item] = getattr(_waits(), known.key)
    return render_template(
        "desk/pile.html",
        heading=_(known.heading),
        about=_(known.about),
        items=[(one, _urgency([one]), one.article if isinstance(one, Duty) else "") for one in items],
    )


def _waits() -> Waiting:
    who = me()

    def writes(kind: str, fields: Document) -> bool:
        return may(who.roles, PROPOSE, kind, fields)

    def approves(kind: str, fields: Document) -> bool:
        return may(who.roles, APPROVE, kind, fields)

    return all_that_waits(reading(), Who(who.id, writes, approves), clock.today())


def _urgency(items: Sequence[Item]) -> str:
    """The most urgent of what has a day: overdue, or within a week."""
    days = [one.day for one in items if one.day and isinstance(one, Duty)]
    if any(isinstance(one, Duty) and one.state == OVERDUE for one in items):
        return "due"
    return "soon" if days and (min(days) - _today()).days <= SOON_DAYS else ""


def _today() -> date:
    return clock.today()
