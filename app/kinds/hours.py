"""The type of opening hours: weekly rules and dated exceptions, in the notation that offices use themselves.

``T2-T6 07:30-11:30, 13:30-17:00; T7 08:00-11:00; 31/12/2026 nghỉ; 02/01/2027 08:00-11:00``
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from app.canonical import Value, tidy
from app.kinds.types import Day, Unreadable, split

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMES = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
CLOSED = "nghỉ"
_EXPECTED = "lịch như T2-T6 07:30-11:30, 13:30-17:00; 31/12/2026 nghỉ"

Spans = list[list[str]]


@dataclass(frozen=True, slots=True)
class Hours:
    """``{"weekly": {"mon": [["07:30", "11:30"]]}, "exceptions": [{"date", "closed" or "hours"}]}``."""

    name: str = "hours"

    def read(self, text: str, province: str) -> Value:
        weekly: dict[str, Spans] = {}
        exceptions: list[dict[str, Value]] = []
        for rule in split(text):
            head, _, rest = tidy(rule).partition(" ")
            if "/" in head:
                exceptions.append(_exception(head, rest, province))
            else:
                for day in _days(head):
                    weekly[day] = _add(weekly.get(day, []), _spans(rest))
        hours: dict[str, Value] = {"weekly": {day: weekly[day] for day in DAYS if day in weekly}}
        if exceptions:
            hours["exceptions"] = sorted(exceptions, key=lambda one: str(one["date"]))
        return hours

    def show(self, value: Value) -> str:
        return "; ".join(lines(value))


def lines(value: Value) -> list[str]:
    """Return the rules as lines, days with equal hours joined: ``T2-T6 07:30-11:30, 13:30-17:00``."""
    return [*_weekly_lines(value.get("weekly", {})), *map(_exception_line, value.get("exceptions", []))]


def _days(head: str) -> tuple[str, ...]:
    first, _, last = head.upper().partition("-")
    if first not in NAMES or (last and last not in NAMES):
        raise Unreadable(_EXPECTED)
    start, end = NAMES.index(first), NAMES.index(last or first)
    if end < start:
        raise Unreadable(_EXPECTED)
    return DAYS[start : end + 1]


def _spans(text: str) -> Spans:
    return _add([], [_span(part) for part in text.split(",")])


def _span(text: str) -> list[str]:
    found = re.fullmatch(r"\s*(\d{1,2})[:hg](\d\d)\s*-\s*(\d{1,2})[:hg](\d\d)\s*", text)
    if not found:
        raise Unreadable(_EXPECTED)
    opens, closes = (f"{int(hour):02d}:{minute}" for hour, minute in (found.groups()[:2], found.groups()[2:]))
    if not opens < closes <= "24:00" or max(opens[3:], closes[3:]) > "59":
        raise Unreadable("giờ mở trước giờ đóng, ví dụ 07:30-11:30")
    return [opens, closes]


def _add(spans: Spans, more: Spans) -> Spans:
    """Return both in order. Raises Unreadable where they overlap."""
    together = sorted([*spans, *more])
    if any(before[1] > after[0] for before, after in pairwise(together)):
        raise Unreadable("các khung giờ trong một ngày không chồng lên nhau")
    return together


def _exception(head: str, rest: str, province: str) -> dict[str, Value]:
    day = Day().read(head, province)
    if rest.strip().lower() == CLOSED:
        return {"date": day, "closed": True}
    return {"date": day, "hours": _spans(rest)}


def _weekly_lines(weekly: dict[str, Spans]) -> list[str]:
    runs: list[tuple[int, int, Spans]] = []
    for index, day in enumerate(DAYS):
        spans = weekly.get(day)
        if not spans:
            continue
        if runs and runs[-1][1] == index - 1 and runs[-1][2] == spans:
            runs[-1] = (runs[-1][0], index, spans)
        else:
            runs.append((index, index, spans))
    return [f"{_run(start, end)} {_shown(spans)}" for start, end, spans in runs]


def _run(start: int, end: int) -> str:
    return NAMES[start] if start == end else f"{NAMES[start]}-{NAMES[end]}"


def _shown(spans: Spans) -> str:
    return ", ".join(f"{opens}-{closes}" for opens, closes in spans)


def _exception_line(exception: dict[str, Value]) -> str:
    day = Day().show(exception["date"])
    return f"{day} {CLOSED if exception.get('closed') else _shown(exception['hours'])}"
