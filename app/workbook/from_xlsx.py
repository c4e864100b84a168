"""The sheets of an .xlsx file as raw rows, streamed. Knows openpyxl's reader, not kinds or the register."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet._reader import WorkSheetParser

from app.workbook.sheets import RawCell, RawSheet, holds


@contextmanager
def muted() -> Iterator[None]:
    """openpyxl warns of what it leaves aside (styles, extensions, odd dates): none of it is ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def sheets(path: Path, passed_over: frozenset[str]) -> list[RawSheet]:
    """Return the sheets of the workbook at ``path``, save those ``passed_over``. Raises whatever it meets."""
    with muted(), path.open("rb") as file:
        book = load_workbook(file, read_only=True, keep_links=False)
        return [_raw(sheet) for sheet in book.worksheets if sheet.title not in passed_over]


def _raw(sheet: Any) -> RawSheet:
    """openpyxl's own read-only rows forget merged cells and pad what is missing; its parser does neither."""
    book = sheet.parent
    raw = RawSheet(sheet.title, hidden=sheet.sheet_state != "visible", epoch=book.epoch)
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            held = [
                RawCell(one["column"], one["value"], one["data_type"]) for one in cells if holds(one["value"])
            ]
            if not raw.take(number, held, len(cells)):
                return raw
    raw.merged = [one.ref for one in parser.merged_cells.mergeCell] if parser.merged_cells else []
    raw.hidden_rows = {int(number) for number, said in parser.row_dimensions.items() if _hidden(said)}
    for said in parser.column_dimensions.values():
        if _hidden(said):
            raw.hidden_columns.update(range(int(said["min"]), int(said["max"]) + 1))
    return raw


def _hidden(said: dict[str, Any]) -> bool:
    return said.get("hidden") in ("1", "true")
