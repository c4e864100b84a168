"""The shape of a document: each value is what its field's type reads back from its own words.

So what is accepted can always be shown, written into a workbook and read again. Knows no law.
"""

from __future__ import annotations

from collections.abc import Iterator

from app import kinds
from app.canonical import Document, Value, tidy
from app.faults import RuleBroken
from app.kinds import Field, Unreadable
from app.kinds.types import Commune, Communes

LONGEST = 32_767
"""UTF-16 units that a cell of a spreadsheet holds."""

_AMBIGUOUS = "chữ đọc lại được: không có khoảng trắng thừa, không có dấu ; | + bên trong một giá trị"


def misshapen(kind: str, document: Document) -> Iterator[RuleBroken]:
    """Yield each field of ``document`` whose value its type could not have read."""
    for field in kinds.find(kind).fields:
        if field.key in document and (fault := _fault(field, document[field.key])):
            yield RuleBroken(field.key, f"“{field.vi}” cần {fault}.")


def _fault(field: Field, value: Value) -> str:
    try:
        words = field.show(value)
        if units(words) > LONGEST:
            return f"tất cả nhiều nhất {LONGEST} ký tự"
        return "" if _read(field, words, value) == tidy(value) else _AMBIGUOUS
    except Unreadable as unreadable:
        return unreadable.expected
    except Exception:  # whatever a value of another shape makes the type raise
        return f"giá trị đúng kiểu ({field.type.name})"


def units(text: str) -> int:
    """Return how long a spreadsheet finds ``text``."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _read(field: Field, words: str, value: Value) -> Value:
    """Communes are read as codes: which province a name is looked up in is not known here."""
    if isinstance(field.type, Commune | Communes):
        return value
    return tidy(field.type.read(words, ""))
