"""What can be counted of a register: how fresh it is, what was published, what put right. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.catalogue.groups import GROUPS, OFFICES, PERSONS
from app.catalogue.register import Register
from app.kinds.shown_figure import TIMELINESS
from app.ledger.acts import CORRECTED
from app.workdays import working_days_between

FRESH = timedelta(days=180)
TIMELY_DAYS = 3
YEAR = timedelta(days=365)
QUARTERS = 12


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``, and what they are."""

    label: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Quarter:
    """What happened in a quarter of a year."""

    year: int
    quarter: int
    publications: int
    entries: int
    corrections: int


def confirmed(register: Register) -> list[Share]:
    """Return, of each group that people choose from, how many were confirmed within `FRESH`."""
    groups = [group for group in GROUPS if group.collection in (OFFICES, PERSONS)]
    choosable = [one for one in register.ordered if register.choosable(one)]
    since = (register.day - FRESH).isoformat()
    held = [(group, [one for one in choosable if group.holds(one)]) for group in groups]
    return [
        Share(group.heading, sum(one.document.get("confirmed_on", "") >= since for one in found), len(found))
        for group, found in held
        if found
    ]


def quarters(register: Register) -> list[Quarter]:
    """Return the quarters up to the register's day, the newest first, `QUARTERS` at most."""
    if not register.n:
        return []
    first, last = _index(register.publication(1).day), _index(register.day)
    return [_quarter(register, index) for index in range(last, max(first, last - QUARTERS + 1) - 1, -1)]


def corrections(register: Register) -> int:
    """Return how many entries were ever put right."""
    return sum(line.act == CORRECTED for n in range(1, register.n + 1) for line in register.lines_of(n))


def timely(register: Register) -> Share | None:
    """Return, of a year's publications under a dated document, how many came within `TIMELY_DAYS` of it.

    None where the head of the office does not let it be shown.
    """
    if TIMELINESS not in _let_be_shown(register):
        return None
    dated = [
        (one.decision_date, one.day)
        for one in map(register.publication, range(1, register.n + 1))
        if one.decision_date and one.day > register.day - YEAR
    ]
    soon = [decided for decided, day in dated if working_days_between(decided, day) <= TIMELY_DAYS]
    return Share("", len(soon), len(dated))


def _let_be_shown(register: Register) -> set[str]:
    """Return the codes of the figures that may be shown on the register's day."""
    allowed = (one for one in register.of_kind("shown_figure") if register.choosable(one))
    return {str(one.document.get("figure", "")) for one in allowed}


def _quarter(register: Register, index: int) -> Quarter:
    numbers = [n for n in range(1, register.n + 1) if _index(register.publication(n).day) == index]
    lines = [line for number in numbers for line in register.lines_of(number)]
    return Quarter(
        year=index // 4,
        quarter=index % 4 + 1,
        publications=len(numbers),
        entries=len(lines),
        corrections=sum(line.act == CORRECTED for line in lines),
    )


def _index(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3
