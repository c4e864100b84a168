"""The sheets of an .xlsx file as raw rows, streamed. Knows openpyxl, not kinds, labels or the register."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import WorkSheetParser

MOST_ROWS = 20_000
"""The most rows of entries in one sheet; reading stops there."""


class Unopenable(Exception):
    """The file has the outside of a workbook but cannot be read as one."""


class RawCell(NamedTuple):
    """A cell that holds something: ``type`` is openpyxl's (f formula, e error, d date, b, n, s)."""

    column: int
    value: Any
    type: str

    @property
    def letter(self) -> str:
        """The column as the spreadsheet names it."""
        return get_column_letter(self.column)


@dataclass
class RawSheet:
    """One sheet: its rows that hold anything, by number, and its merged ranges such as ``A2:A3``."""

    title: str
    rows: list[tuple[int, list[RawCell]]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    too_long: bool = False


@contextmanager
def _mute() -> Iterator[None]:
    """openpyxl warns of what it leaves aside (styles, extensions, odd dates): none of it is ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def raw_sheets(path: Path, *, passed_over: frozenset[str]) -> list[RawSheet]:
    """Return the sheets of the workbook at ``path``, hidden ones too, save those ``passed_over`` by title.

    Raises Unopenable.
    """
    with _mute(), path.open("rb") as file:
        try:
            book = load_workbook(file, read_only=True, keep_links=False)
            return [_raw(sheet) for sheet in book.worksheets if sheet.title not in passed_over]
        except Exception as broken:  # whatever a twisted part makes the parsers raise, the file is unreadable
            raise Unopenable(str(broken)) from broken


def _raw(sheet: Any) -> RawSheet:
    """openpyxl's own read-only rows forget merged cells and pad what is missing; its parser does neither."""
    book, raw = sheet.parent, RawSheet(sheet.title)
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            held = [RawCell(one["column"], one["value"], one["data_type"]) for one in cells if _holds(one)]
            if held:
                raw.rows.append((number, held))
            if len(raw.rows) > MOST_ROWS + 2:  # the header and the example row
                raw.too_long = True
                return raw
    raw.merged = [one.ref for one in parser.merged_cells.mergeCell] if parser.merged_cells else []
    return raw


def _holds(cell: dict[str, Any]) -> bool:
    value = cell["value"]
    return bool(value.strip()) if isinstance(value, str) else value is not None
