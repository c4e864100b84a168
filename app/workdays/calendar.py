"""Working days one by one and counted: Monday to Friday, save holidays, as moved by announcements."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import holidays

_SWAPPED = Path(__file__).parent / "swapped.toml"
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Return whether public offices work on ``day``."""
    moved = _moved().get(day)
    return _works_by_law(day) if moved is None else moved


def is_holiday(day: date) -> bool:
    """Return whether ``day`` is a public holiday, or one that the Government joined to a holiday."""
    moved = _moved().get(day)
    return day in _of_year(day.year)[0] if moved is None else not moved


def add_working_days(day: date, count: int) -> date:
    """Return the last of the ``count`` >= 0 working days after ``day``.

    The day of the event itself is not counted (BLDS 2015 Đ147); 0 gives ``day``.
    """
    for _ in range(count):
        day += _ONE_DAY
        while not is_working_day(day):
            day += _ONE_DAY
    return day


def working_days_between(start: date, end: date) -> int:
    """Return how many working days come after ``start``, up to and with ``end``; 0 if that is before."""
    days = (start + timedelta(days=passed) for passed in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)


def _works_by_law(day: date) -> bool:
    """Return what the law and the library's announcements say; one year a time, so that threads may ask."""
    off, worked = _of_year(day.year)
    return day in worked if day.weekday() >= _SATURDAY else day not in off


@cache
def _of_year(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Return the holidays of ``year`` and its worked weekends (a swap of December may reach into it)."""
    known = holidays.country_holidays("VN", years=range(year - 1, year + 2))
    return frozenset(known), frozenset(known.weekend_workdays)


@cache
def _moved() -> dict[date, bool]:
    """Return day -> whether it is worked, as `swapped.toml` has it."""
    swaps = tomllib.loads(_SWAPPED.read_text(encoding="utf-8")).get("swap", [])
    off = {swap["off"]: False for swap in swaps if "off" in swap}
    return off | {swap["worked"]: True for swap in swaps if "worked" in swap}
