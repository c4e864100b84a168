"""What may be recorded of an event, each rule with its article. Pure; `docs/duties.md` lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app import kinds
from app.duties.item import shown
from app.duties.law import EVENTS
from app.faults import RuleBroken
from app.publishing.rules.rule import Finding, Rule, rule


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened to one listing or one candidate. ``publish_due`` is a day that a clerk sets."""

    what: str
    happened_on: date
    listing_id: str | None = None
    candidate_id: int | None = None
    dossier_on: date | None = None
    publish_due: date | None = None
    note: str | None = None


@rule("")
def of_a_known_kind(happening: Happening, kind: str, today: date) -> Iterator[Finding]:
    """An event is one of the list, and of a kind that happens to such an entry."""
    asks = EVENTS.get(happening.what)
    if asks is None:
        yield Finding("what", "Hãy chọn một sự kiện trong danh sách.")
    elif kind not in asks.kinds:
        named = kinds.find(kind).vi.lower()
        yield Finding("what", f"Sự kiện này không xảy ra với {named}.")


@rule("")
def happened_by_today(happening: Happening, kind: str, today: date) -> Iterator[Finding]:
    """What is recorded has happened, and the dossier has come."""
    for key, label in (("happened_on", "Ngày xảy ra"), ("dossier_on", "Ngày hồ sơ hợp lệ")):
        day = getattr(happening, key)
        if day and day > today:
            yield Finding(key, f"“{label}” không được sau hôm nay, {shown(today)}.")


@rule("TT 08/2017/TT-BTP Đ19 k3, Đ20 k3, Đ22 k3")
def the_term_of_law_stands(happening: Happening, kind: str, today: date) -> Iterator[Finding]:
    """A term of publication set by law stands; a day that a clerk sets is not before the event."""
    asks = EVENTS.get(happening.what)
    if happening.publish_due is None or asks is None:
        return
    if asks.fixed:
        yield Finding("publish_due", "Thời hạn công bố việc này do luật ấn định, không đặt hạn khác.")
    elif happening.publish_due < happening.happened_on:
        yield Finding("publish_due", "Hạn công bố không được trước ngày xảy ra.", "Hạn do sổ này tính")


@rule("TT 08/2017/TT-BTP Đ20 k3, Đ22 k3; Luật TGPL Đ10 k2, Đ17 k2")
def told_in_writing(happened_on: date, reported_on: date, letter: str, today: date) -> Iterator[Finding]:
    """The Ministry is told by a letter that has a number, after the event and not in the future."""
    if not letter.strip():
        yield Finding("letter", "Hãy ghi số văn bản đã gửi Bộ Tư pháp.")
    if not happened_on <= reported_on <= today:
        between = f"từ {shown(happened_on)} đến {shown(today)}"
        yield Finding("reported_on", f"Ngày báo Bộ Tư pháp phải {between}.")


BY_EVENT = (of_a_known_kind, happened_by_today, the_term_of_law_stands)
EVERY: tuple[Rule[...], ...] = (*BY_EVENT, told_in_writing)


def check(happening: Happening, kind: str, today: date) -> list[RuleBroken]:
    """Return everything that stands in the way of recording ``happening`` of an entry of ``kind``."""
    return [broken for one in BY_EVENT for broken in one(happening, kind, today)]
