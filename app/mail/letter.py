"""What a digest says, and whether it is worth a letter. Pure.

A letter travels through other people's servers: it names entries by kind and id, and nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app import kinds
from app.duties.item import Duty, Item, SomeItem, shown
from app.duties.law import WINDOWS
from app.duties.waiting import Waiting

SOON = 5
"""Days before the day due from which a letter speaks of it."""

LONGEST = 10
"""Lines of one section; the desk has the rest."""

_CLOSING = (
    "Thư này do hệ thống tự gửi, mỗi ngày nhiều nhất một thư, khi có việc mới hoặc đến hạn. Xin đừng trả lời."
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject that tells nothing, and plain text."""

    subject: str
    body: str


def keys(found: Waiting) -> set[str]:
    """Return what a letter about ``found`` would speak of, one key each: ids, stages and days only."""
    changes = [*found.returned, *found.to_approve, *found.to_publish]
    return {
        *(f"{one.path} {one.day}" for one in changes),
        *(f"{one.path} {one.code}" for one in pressing(found)),
        *(f"{one.path} {one.stage}" for one in found.ending),
    }


def pressing(found: Waiting) -> list[Duty]:
    """Return what is due soon, today, or overdue, and asks somebody to do something."""
    return [one for one in found.due if _left(one) <= SOON and one.code not in WINDOWS]


def worth(found: Waiting, said: Sequence[str]) -> bool:
    """Whether there is anything that the last letter did not say, or that cannot wait."""
    return bool(keys(found) - set(said)) or any(_left(one) <= 0 for one in pressing(found))


def letter(found: Waiting, base_url: str, today: date) -> Letter:
    """Return the letter about ``found``."""
    sections = (
        _section("Bị trả lại, chờ ông/bà sửa", found.returned, base_url, _plain),
        _section("Đến hạn theo luật", pressing(found), base_url, _due),
        _section("Chờ ông/bà duyệt", found.to_approve, base_url, _plain),
        _section("Đã duyệt, chờ công bố", found.to_publish, base_url, _plain),
        _section("Hợp đồng sắp hết hạn hoặc đã hết hạn", found.ending, base_url, _plain),
        _rest(found),
    )
    opening = f"Kính gửi ông/bà,\n\nNhững việc sau đang chờ ông/bà ngày {shown(today)}."
    told = [part for part in ("\n".join(section) for section in sections) if part]
    closing = f"Tất cả việc đang chờ: {base_url}/can-bo\n\n{_CLOSING}"
    return Letter(f"Việc chờ xử lý ngày {shown(today)}", "\n\n".join([opening, *told, closing]) + "\n")


def _section(
    title: str, items: Sequence[SomeItem], base_url: str, tell: Callable[[SomeItem], str]
) -> Iterator[str]:
    if items:
        yield f"{title}: {len(items)}"
    for one in items[:LONGEST]:
        yield f"- {_called(one)}: {tell(one)}\n  {base_url}{one.path}"
    if len(items) > LONGEST:
        yield f"- và {len(items) - LONGEST} việc nữa"


def _called(one: Item) -> str:
    return f"{kinds.find(one.kind).vi} {one.listing_id or '(mục mới)'}"


def _plain(one: Item) -> str:
    return one.sentence


def _due(one: Duty) -> str:
    days = _left(one)
    left = f"còn {days} ngày" if days > 0 else f"quá hạn {-days} ngày" if days else "hôm nay"
    return f"{one.sentence} Hạn {shown(one.day or one.started_on)}, {left}. Căn cứ: {one.article}."


def _rest(found: Waiting) -> Iterator[str]:
    counted = (
        (len(found.to_finish), "thay đổi đang soạn dở"),
        (len(found.unreported), "việc chưa báo Bộ Tư pháp"),
        (len(found.without_office), "người có nơi làm việc đã thôi thực hiện"),
        (len(found.unconfirmed), "mục chưa xác nhận quá 180 ngày"),
    )
    told = "; ".join(f"{count} {words}" for count, words in counted if count)
    if told:
        yield f"Ngoài ra: {told}."


def _left(one: Duty) -> int:
    return SOON + 1 if one.days_left is None else one.days_left
