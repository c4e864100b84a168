"""What a cell that cannot be read as it stands must have meant, where that is one thing only.

The clerk is told each time what was read and as what. Knows no row and no sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kinds.contact import PhoneNumber
from app.kinds.typed import Unreadable, single
from app.kinds.types import Day, Type
from app.workbook.sheets import RawCell

_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_MIDNIGHT = r"(?:[ T]0?0:00(?::00)?)?"
_SHAPES = [
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_YEAR}([-./]){_MONTH}\2{_DAY}{_MIDNIGHT}",
        rf"{_DAY}([-.]){_MONTH}\2{_YEAR}{_MIDNIGHT}",
        rf"{_DAY}/{_MONTH}/{_YEAR}{_MIDNIGHT}",
        rf"(?:ngày )?{_DAY} tháng {_MONTH} năm {_YEAR}",
    )
]
_FIRST_YEAR, _LAST_YEAR, _MOST_DAYS = 1980, 2100, 80_000


@dataclass(frozen=True, slots=True)
class Repair:
    """The words that were meant, and in Vietnamese why nothing else can have been."""

    text: str
    why: str


def repaired(cell: RawCell, wanted: Type, epoch: datetime) -> Repair | None:
    """Return what ``cell`` must have meant for the type ``wanted``, None where that is not certain."""
    if isinstance(wanted, PhoneNumber) and cell.type == "n":
        return _phone(cell.value, wanted)
    if isinstance(wanted, Day) and cell.type == "n":
        return _counted(cell.value, epoch)
    if isinstance(wanted, Day) and cell.type == "s":
        return _written(single(cell.value), wanted)
    return None


def _phone(value: float, wanted: PhoneNumber) -> Repair | None:
    digits = f"{value:.0f}"
    meant = {shown for text in (f"0{digits}", digits) if (shown := _shown(text, wanted))}
    if value != int(value) or len(meant) != 1:
        return None
    return Repair(meant.pop(), "ô đang là số nên Excel đã bỏ số 0 đứng đầu")


def _counted(value: float, epoch: datetime) -> Repair | None:
    """A day as the spreadsheet counts it, where somebody took the format of a date off the cell."""
    if not 0 < value < _MOST_DAYS or value != int(value):
        return None
    day = epoch + timedelta(days=int(value))
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    return Repair(f"{day:%d/%m/%Y}", "số thứ tự ngày của Excel, ô không định dạng là Ngày")


def _written(text: str, wanted: Day) -> Repair | None:
    found = next(filter(None, (shape.fullmatch(text) for shape in _SHAPES)), None)
    shown = _shown("{day}/{month}/{year}".format_map(found.groupdict()), wanted) if found else ""
    return Repair(shown, "ngày viết kiểu khác dd/mm/yyyy") if shown else None


def _shown(text: str, wanted: Type) -> str:
    try:
        return wanted.show(wanted.read(text, ""))
    except Unreadable:
        return ""
