"""The sheets of an Excel 97-2003 file (.xls) as raw rows. Knows xlrd, not kinds or the register."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import xlrd
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from xlrd.biffh import XLRDError

from app.workbook.sheets import RawCell, RawSheet, Unopenable, holds, whole

_OLDEST = 50  # Excel 5.0, in xlrd's words
_BEGIN, _END, _FORMULA = 0x0809, 0x000A, 0x0006
_READ: dict[int, tuple[str, Callable[[Any], object]]] = {
    xlrd.XL_CELL_TEXT: ("s", str),
    xlrd.XL_CELL_NUMBER: ("n", whole),
    xlrd.XL_CELL_BOOLEAN: ("b", bool),
    xlrd.XL_CELL_ERROR: ("e", lambda code: xlrd.error_text_from_code.get(code, "#ERR!")),
}
_NOTHING = ("n", lambda _value: None)


def sheets(path: Path, passed_over: frozenset[str]) -> list[RawSheet]:
    """Return the sheets of the workbook at ``path``, save those ``passed_over``. Raises whatever it meets."""
    try:
        opened = xlrd.open_workbook(
            str(path), logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        )
    except XLRDError as refused:
        if "encrypted" in str(refused):
            raise Unopenable("sổ tính có mật khẩu: hãy bỏ mật khẩu rồi lưu lại") from refused
        raise
    with opened as book:
        if book.biff_version < _OLDEST:
            raise Unopenable("tệp Excel quá cũ: hãy lưu lại dạng Excel Workbook (.xlsx)")
        titles = enumerate(book.sheet_names())
        return [_raw(book, index) for index, title in titles if title not in passed_over]


def _raw(book: Any, index: int) -> RawSheet:
    sheet = book.sheet_by_index(index)
    raw = RawSheet(sheet.name, bool(sheet.visibility), MAC_EPOCH if book.datemode else WINDOWS_EPOCH)
    formulas = set(_formulas(book, index))
    for row in range(sheet.nrows):
        cells = (
            _cell(book, sheet.cell(row, at), at, (row, at) in formulas) for at in range(sheet.row_len(row))
        )
        if not raw.take(row + 1, [one for one in cells if holds(one.value)], sheet.row_len(row)):
            break
    raw.hidden_rows = {row + 1 for row, said in sheet.rowinfo_map.items() if said.hidden}
    raw.hidden_columns = {column + 1 for column, said in sheet.colinfo_map.items() if said.hidden}
    raw.merged = [
        f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right)}{bottom}"
        for top, bottom, left, right in sheet.merged_cells
    ]
    book.unload_sheet(index)
    return raw


def _cell(book: Any, cell: Any, at: int, formula: bool) -> RawCell:
    if formula:
        return RawCell(at + 1, "công thức", "f")
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _day(at + 1, cell.value, book.datemode)
    type_, value_of = _READ.get(cell.ctype, _NOTHING)
    return RawCell(at + 1, value_of(cell.value), type_)


def _day(column: int, value: float, datemode: Any) -> RawCell:
    try:
        day = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return RawCell(column, str(value), "e")
    return RawCell(column, day if value >= 1 else day.time(), "d")


def _formulas(book: Any, index: int) -> Iterator[tuple[int, int]]:
    """Yield row and column of each formula: xlrd gives what a formula last made, not that it is one."""
    at, depth = book._sh_abs_posn[index], 0
    while at + 4 <= len(book.mem):
        record, size = struct.unpack_from("<HH", book.mem, at)
        depth += (record == _BEGIN) - (record == _END)
        if record == _FORMULA and depth == 1:
            yield struct.unpack_from("<HH", book.mem, at + 4)
        if not depth:
            return
        at += 4 + size
