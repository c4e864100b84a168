"""The sheets of an OpenDocument file (.ods) as raw rows, streamed. Knows its XML, not kinds or the register.

No library that streams it says which rows are hidden and which cells are merged or formulas.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import WINDOWS_EPOCH

from app.workbook.sheets import MOST_ROWS, RawCell, RawSheet, holds, whole

_SPACES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_OFFICE, _STYLES, _TABLES, _TEXT = (
    f"{{{_SPACES.format(name)}}}" for name in ("office", "style", "table", "text")
)
_TABLE, _COLUMN, _ROW = f"{_TABLES}table", f"{_TABLES}table-column", f"{_TABLES}table-row"
_CELLS = (f"{_TABLES}table-cell", f"{_TABLES}covered-table-cell")
_MOST_COLUMNS = 16_384
_MOST_SPACES = 1_000
_CLOCK = re.compile(r"PT(\d+)H(\d+)M.*")


def sheets(path: Path, passed_over: frozenset[str]) -> list[RawSheet]:
    """Return the sheets of the workbook at ``path``, save those ``passed_over``. Raises whatever it meets."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
        return [sheet for sheet in _sheets(content) if sheet.title not in passed_over]


@dataclass
class _Document:
    """What is known so far of the document that is being read, and where in it the reader is."""

    hidden_styles: set[str] = field(default_factory=set)
    epoch: datetime = WINDOWS_EPOCH
    raw: RawSheet | None = None
    row: int = 1
    column: int = 1
    columns_told: int = 1
    cells: list[RawCell] = field(default_factory=list)


def _sheets(content: IO[bytes]) -> Iterator[RawSheet]:
    document, above = _Document(), list[Element]()
    steps = iterparse(content, ("start", "end"))  # noqa: S314 -- archive let no DOCTYPE pass, so no entities
    for event, one in steps:
        if event == "start":
            if one.tag == _TABLE and above[-1].tag == f"{_OFFICE}spreadsheet":
                _begin(document, one)
            above.append(one)
            continue
        above.pop()
        if one.tag == _TABLE and document.raw and above[-1].tag == f"{_OFFICE}spreadsheet":
            yield document.raw
            document.raw = None
        _end(document, one, [parent.tag for parent in above].count(_TABLE))
        if one.tag in (_TABLE, _COLUMN, _ROW, *_CELLS):
            above[-1].remove(one)  # what was read is let go at once, however long the file is


def _begin(document: _Document, table: Element) -> None:
    hidden = table.get(f"{_TABLES}style-name") in document.hidden_styles
    document.raw = RawSheet(table.get(f"{_TABLES}name", ""), hidden, document.epoch)
    document.row = document.column = document.columns_told = 1
    document.cells = []


def _end(document: _Document, one: Element, depth: int) -> None:
    if one.tag == f"{_STYLES}style":
        if any(said.get(f"{_TABLES}display") == "false" for said in one):
            document.hidden_styles.add(one.get(f"{_STYLES}name", ""))
    elif one.tag == f"{_TABLES}null-date":
        document.epoch = datetime.fromisoformat(one.get(f"{_TABLES}date-value", "1899-12-30"))
    elif document.raw and not document.raw.too_long and depth == 1:  # a table inside a cell is none of ours
        if one.tag == _COLUMN:
            _end_column(document, document.raw, one)
        elif one.tag in _CELLS:
            _end_cell(document, document.raw, one)
        elif one.tag == _ROW:
            _end_row(document, document.raw, one)


def _end_column(document: _Document, raw: RawSheet, one: Element) -> None:
    first, document.columns_told = document.columns_told, document.columns_told + _repeated(one, "columns")
    if _hidden(one):
        raw.hidden_columns.update(range(first, min(document.columns_told, _MOST_COLUMNS + 1)))


def _end_cell(document: _Document, raw: RawSheet, one: Element) -> None:
    first, document.column = document.column, document.column + _repeated(one, "columns")
    wide, high = _number(one, "number-columns-spanned"), _number(one, "number-rows-spanned")
    if wide > 1 or high > 1:
        last = f"{get_column_letter(min(first + wide - 1, _MOST_COLUMNS))}{document.row + high - 1}"
        raw.merged.append(f"{get_column_letter(first)}{document.row}:{last}")
    type_, value = _held(one)
    if holds(value):
        columns = range(first, min(document.column, _MOST_COLUMNS + 1))
        document.cells += [RawCell(column, value, type_) for column in columns]


def _end_row(document: _Document, raw: RawSheet, one: Element) -> None:
    first, document.row = document.row, document.row + _repeated(one, "rows")
    for number in range(first, min(document.row, first + MOST_ROWS + 3)):
        if _hidden(one):
            raw.hidden_rows.add(number)
        if not document.cells or not raw.take(number, document.cells):
            break
    document.column, document.cells = 1, []


def _held(one: Element) -> tuple[str, object]:
    """Return the type of a cell, as openpyxl names it, and its value."""
    kind = one.get(f"{_OFFICE}value-type")
    if formula := one.get(f"{_TABLES}formula"):
        return "f", formula
    if kind in ("float", "percentage", "currency"):
        return "n", whole(float(one.get(f"{_OFFICE}value", "nan")))
    if kind == "boolean":
        return "b", one.get(f"{_OFFICE}boolean-value") == "true"
    if kind in ("date", "time"):
        return _moment(one.get(f"{_OFFICE}{kind}-value", ""))
    return "s", "\n".join(_words(said) for said in one if said.tag == f"{_TEXT}p")


def _moment(text: str) -> tuple[str, object]:
    try:
        clock = _CLOCK.fullmatch(text)
        return "d", time(int(clock[1]), int(clock[2])) if clock else datetime.fromisoformat(text)
    except ValueError:
        return "e", text


def _words(one: Element) -> str:
    said = one.text or ""
    for child in one:
        if child.tag == f"{_TEXT}s":
            said += " " * min(int(child.get(f"{_TEXT}c", "1")), _MOST_SPACES)
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            said += "\t" if child.tag == f"{_TEXT}tab" else "\n"
        else:
            said += _words(child)
        said += child.tail or ""
    return said


def _hidden(one: Element) -> bool:
    return one.get(f"{_TABLES}visibility") in ("collapse", "filter")


def _repeated(one: Element, what: str) -> int:
    return _number(one, f"number-{what}-repeated")


def _number(one: Element, name: str) -> int:
    return max(1, int(one.get(f"{_TABLES}{name}", "1")))
