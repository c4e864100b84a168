"""From one cell to the words that a field's type reads. Knows what Excel does to what people type.

A value that Excel has changed on its own (a lost zero, a number made a date) is refused, never guessed back.
"""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

from openpyxl.utils.escape import unescape

from app.kinds.contact import PhoneNumber
from app.kinds.typed import Unreadable, plain
from app.kinds.types import Bool, Commune, Communes, Day, Decimal, Int, Month, Type
from app.publishing.shape import LONGEST, units
from app.workbook.sheets import RawCell

_AS_TEXT = "hãy định dạng ô là Văn bản (Text) rồi gõ lại"


def words(cell: RawCell, wanted: Type) -> str:
    """Return the words of ``cell`` for the type ``wanted``, "" for none. Raises Unreadable."""
    value = cell.value
    if cell.type == "f":
        raise Unreadable("giá trị gõ trực tiếp, không phải công thức (chép rồi dán dạng Giá trị)")
    if cell.type == "e":
        raise Unreadable("giá trị, không phải ô báo lỗi của Excel")
    if isinstance(value, bool):
        return _answer(value, wanted)
    if isinstance(value, int | float):
        return _number(value, wanted)
    if isinstance(value, str):
        return cleaned(value)
    return _day(value, wanted)


def shown(cell: RawCell | None) -> str:
    """Return what a cell holds, for a message."""
    if cell is None:
        return ""
    if isinstance(cell.value, datetime):
        return f"{cell.value:%d/%m/%Y}"
    return str(getattr(cell.value, "text", None) or cell.value)


def cleaned(text: str) -> str:
    """Return the text of a cell made plain. Raises Unreadable, also for more than a cell can hold."""
    kept = unescape(text)
    if units(kept) > LONGEST:
        raise Unreadable(f"nhiều nhất {LONGEST} ký tự trong một ô")
    return plain(kept)


def _answer(value: bool, wanted: Type) -> str:
    if isinstance(wanted, Bool):
        return wanted.show(value)
    raise Unreadable(f"chữ, không phải TRUE/FALSE: {_AS_TEXT}")


def _number(value: float, wanted: Type) -> str:
    whole = math.isfinite(value) and value == int(value)
    plain = str(int(value) if whole else value)
    if isinstance(wanted, Int | Month | Decimal | Commune | Communes):
        return plain
    if isinstance(wanted, PhoneNumber):
        raise Unreadable(f"số điện thoại; Excel đã đổi ô thành số và làm mất số 0 đứng đầu: {_AS_TEXT}")
    if isinstance(wanted, Day):
        raise Unreadable("ngày của Excel (định dạng ô là Ngày) hoặc chữ dd/mm/yyyy, không phải một con số")
    raise Unreadable(f"chữ; ô đang là số nên số 0 đứng đầu có thể đã mất: {_AS_TEXT}")


def _day(value: Any, wanted: Type) -> str:
    if isinstance(value, date):
        if isinstance(wanted, Day):
            return f"{value:%d/%m/%Y}"
        if isinstance(wanted, Month):
            return f"{value:%m/%Y}"
    raise Unreadable(f"chữ; Excel đã đổi ô này thành ngày hoặc giờ: {_AS_TEXT}")
