"""The sheet `Danh mục` of the template: every closed list and the communes, which the drop-downs draw on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlsxwriter.utility import xl_range_abs

from app import places
from app.kinds import EVERY_KIND, Field
from app.kinds.codes import CodeList
from app.kinds.types import Bool, Code, Codes, Commune
from app.workbook.writing import LAST_ROW, Book

_COMMUNES = "communes"
_ANSWERS = "answers"


def add_choices(book: Book, title: str, province: str) -> dict[str, str]:
    """Add the sheet and return the range of each list, by its key."""
    sheet = book.book.add_worksheet(title)
    communes = places.communes(province)
    sheet.set_column(0, 60, 30, book.formats["text"])
    ranges: dict[str, str] = {}
    columns = [
        (_COMMUNES, f"Xã, phường của {places.province_name(province)}", [one.name for one in communes]),
        ("", "Mã xã, phường", [one.code for one in communes]),
        (_ANSWERS, "Có hoặc Không", ["Có", "Không"]),
        *((codes.key, header, [wording for _, wording in codes.pairs]) for codes, header in _lists()),
    ]
    for column, (key, header, wordings) in enumerate(columns):
        sheet.write_string(0, column, header, book.formats["header"])
        sheet.write_column(1, column, wordings, book.formats["text"])
        ranges[key] = f"='{title}'!{xl_range_abs(1, column, len(wordings), column)}"
    sheet.freeze_panes(1, 0)
    return ranges


def _lists() -> Iterator[tuple[CodeList, str]]:
    """Yield every closed list once, with the label of the column that uses it first."""
    seen: set[str] = set()
    for kind in EVERY_KIND:
        for field in kind.fields:
            if isinstance(field.type, Code | Codes) and field.type.codes.key not in seen:
                seen.add(field.type.codes.key)
                yield field.type.codes, f"{field.vi} ({kind.sheet})"


def offer(sheet: Any, column: int, field: Field, ranges: dict[str, str]) -> None:
    """Let the cells of a column be chosen from a list, where the field has one."""
    key = _list_of(field)
    if key:
        # an old name, a code or another spelling of a commune are read too
        options = {"validate": "list", "source": ranges[key], "show_error": key != _COMMUNES}
        sheet.data_validation(1, column, LAST_ROW, column, {**options, "error_title": "Ngoài danh mục"})


def _list_of(field: Field) -> str:
    if isinstance(field.type, Code):
        return field.type.codes.key
    if isinstance(field.type, Commune):
        return _COMMUNES
    return _ANSWERS if isinstance(field.type, Bool) else ""
