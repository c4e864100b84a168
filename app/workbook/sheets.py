"""What every file is read into: raw sheets of raw cells. Knows no file, no kind, no label, no register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from app.workbook import progress

MOST_ROWS = 20_000
"""The most rows of entries in one sheet; reading stops there."""

MOST_CELLS = 2_000_000
"""The most cells in one sheet, empty ones too; reading stops there."""

MISTAKES = "Các lỗi cần sửa"
"""The sheet that a corrected copy begins with; it holds no entries when the copy comes back."""


class Unopenable(Exception):
    """The file has the outside of a workbook and cannot be read as one. ``str`` says why in Vietnamese."""


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
    """One sheet: its rows that hold anything, by number, and its merged ranges such as ``A2:A3``.

    ``epoch`` is the day from which the file counts its dates. What is hidden is read like the rest.
    """

    title: str
    hidden: bool = False
    epoch: datetime = WINDOWS_EPOCH
    rows: list[tuple[int, list[RawCell]]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    too_long: bool = False
    _seen: int = 0

    def take(self, number: int, held: list[RawCell], seen: int = 0) -> bool:
        """Keep a row, ``seen`` cells wide with the empty ones; return whether there is room for more."""
        self._seen += max(seen, len(held))
        if held:
            self.rows.append((number, held))
        progress.say(progress.OPENING, self.title, len(self.rows))
        self.too_long = len(self.rows) > MOST_ROWS + 2 or self._seen > MOST_CELLS  # header, example row
        return not self.too_long

    @property
    def counts_from_1904(self) -> bool:
        """Whether the file counts its days as spreadsheets on old Macs did."""
        return self.epoch == MAC_EPOCH


def holds(value: object) -> bool:
    """Whether a cell with this value holds anything."""
    return bool(value.strip()) if isinstance(value, str) else value is not None


def whole(value: float) -> float:
    """Return a number as it is shown: without ``.0`` where it is whole."""
    return int(value) if value.is_integer() else value
