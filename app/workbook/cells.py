"""From one cell to the words that a field's type reads. Knows what Excel does to what people type.

A value that Excel has changed on its own (a lost zero, a number made a date) is refused, never guessed back.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, datetime
from typing import Any

from openpyxl.utils.escape import unescape

from app.kinds.contact import PhoneNumber
from app.kinds.types import Bool, Commune, Communes, Day, Decimal, Int, Month, Type, Unreadable
from app.workbook.sheets import RawCell

_AS_TEXT = "hãy định dạng ô là Văn bản (Text) rồi gõ lại"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


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
    """Return ``text`` in NFC, plain spaces, nothing invisible. Raises Unreadable for control characters."""
    plain = unicodedata.normalize("NFC", unescape(text)).replace("\r\n", "\n")
    plain = _SPACE.sub(" ", _INVISIBLE.sub("", plain)).strip()
    unwanted = _UNWANTED.search(plain)
    if unwanted:
        raise Unreadable(f"chữ thường, không có ký tự điều khiển (U+{ord(unwanted.group()):04X})")
    return plain


def single(text: str) -> str:
    """Return ``text`` as names are compared: NFC, trimmed, single spaces."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


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
