"""Whether an office is open at a moment, or when it opens next, and until when saying so stays true. Pure.

A public holiday closes an office unless a dated exception says otherwise. A weekend that the Government
makes a working day opens nobody by itself: only an office's own hours say that it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from app.canonical import Value
from app.catalogue.register import Register
from app.catalogue.standing import standing
from app.catalogue.version import Version
from app.clock import VIET_NAM
from app.kinds.hours import DAYS, Spans
from app.ledger import asof
from app.workdays import is_holiday

AHEAD_DAYS = 60
"""How far the next opening is looked for."""

OPEN, CLOSED, LUNCH = "Đang mở cửa", "Đóng cửa", "Nghỉ trưa"
HOLIDAY, DAY_OFF = "Nghỉ lễ", "Hôm nay nghỉ"
CHANGING = "Đóng cửa, lịch tiếp dân sắp thay đổi"
NOT_SOON = f"Không có lịch mở cửa trong {AHEAD_DAYS} ngày tới"
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NOON = time(12, 30)

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Opening:
    """``open`` until ``until``, or closed until ``next``; None where unknown or too far off to say.

    ``sentence`` says it, "" where no hours are known, and is true before ``valid_until``.
    """

    open: bool
    until: datetime | None
    next: datetime | None
    sentence: str
    valid_until: datetime


def opening(hours: Value, at: datetime) -> Opening:
    """Return how ``hours`` stand at the moment ``at``."""
    now = at.astimezone(VIET_NAM)
    midnight = _moment(now.date(), "24:00")
    if not hours:
        return Opening(False, None, None, "", midnight)
    ahead = next((one for one in _stretches(hours, now.date()) if one[1] > now), None)
    if ahead is None:
        return Opening(False, None, None, NOT_SOON, midnight)
    opens, closes = ahead
    if opens > now:
        sentence = f"{_closed(hours, now, opens)}, mở lại {_when(opens, now.date())}"
        return Opening(False, None, opens, sentence, min(opens, midnight))
    if closes > _last(now.date()):
        return Opening(True, None, None, OPEN, midnight)
    return Opening(True, closes, None, f"{OPEN}, đến {_closing(closes, now.date())}", min(closes, midnight))


def opening_of(office: Version, register: Register, at: datetime) -> Opening:
    """Return how ``office`` stands at ``at``, a moment of the day of ``register``.

    A later day is promised only where the same version still counts then and can be chosen.
    """
    told = opening(office.document.get("opening_hours"), at)
    turns = told.until or told.next
    if turns is None or _still_so(office, register, (turns - timedelta(seconds=told.open)).date()):
        return told
    return replace(told, until=None, next=None, sentence=OPEN if told.open else CHANGING)


def _still_so(office: Version, register: Register, day: date) -> bool:
    line = asof.version(register.history(office.listing_id), register.n, day)
    return line is not None and line.number == office.entry and standing(office, day).choosable


def _stretches(hours: dict[str, Any], day: date) -> Iterator[Stretch]:
    """Yield when it is open, from the day before ``day`` on; what touches, over midnight too, is one."""
    held: Stretch | None = None
    for passed in range(-1, AHEAD_DAYS + 1):
        for opens, closes in _of_day(hours, day + timedelta(passed)):
            if held and opens <= held[1]:
                held = held[0], max(held[1], closes)
                continue
            if held:
                yield held
            held = opens, closes
    if held:
        yield held


def _of_day(hours: dict[str, Any], day: date) -> list[Stretch]:
    spans = _exception(hours, day)
    if spans is None:
        spans = [] if is_holiday(day) else hours.get("weekly", {}).get(DAYS[day.weekday()], [])
    return sorted((_moment(day, opens), _moment(day, closes)) for opens, closes in spans)


def _exception(hours: dict[str, Any], day: date) -> Spans | None:
    """Return the hours that ``day`` alone has, none where it is closed; None where it is no exception."""
    dated = [one for one in hours.get("exceptions", []) if one["date"] == day.isoformat()]
    if not dated:
        return None
    if any(one.get("closed") for one in dated):
        return []
    return [span for one in dated for span in one["hours"]]


def _moment(day: date, clock_time: str) -> datetime:
    hour, minute = map(int, clock_time.split(":"))
    return datetime.combine(day, time(), VIET_NAM) + timedelta(hours=hour, minutes=minute)


def _last(day: date) -> datetime:
    """Return the last moment at which an office can be seen to close before the look ahead ends."""
    return _moment(day + timedelta(AHEAD_DAYS), "23:59")


def _closed(hours: dict[str, Any], now: datetime, opens: datetime) -> str:
    """Return why it is closed now."""
    day, today = now.date(), _of_day(hours, now.date())
    if today:
        closed = max((closes for _, closes in today if closes <= now), default=None)
        noon = datetime.combine(day, _NOON, VIET_NAM)
        return LUNCH if closed and opens.date() == day and closed <= noon <= opens else CLOSED
    if _exception(hours, day) is not None:
        return DAY_OFF
    return HOLIDAY if is_holiday(day) else CLOSED


def _when(moment: datetime, today: date) -> str:
    """``13:30 hôm nay``, ``07:30 thứ Hai 25/11``, with the year where that is another."""
    if moment.date() == today:
        return f"{moment:%H:%M} hôm nay"
    day = f"{moment:%d/%m}" if moment.year == today.year else f"{moment:%d/%m/%Y}"
    return f"{moment:%H:%M} {_WEEKDAYS[moment.weekday()]} {day}"


def _closing(moment: datetime, today: date) -> str:
    if moment == _moment(today, "24:00"):
        return "24:00"
    return f"{moment:%H:%M}" if moment.date() == today else _when(moment, today)
