"""Writing entries in the shape in which they are read: a sheet per kind, a row each. Knows XlsxWriter.

The template uses it for its example rows, an export for the whole register: what is written reads back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from app.canonical import Document
from app.faults import Fault
from app.kinds import Field, Kind
from app.kinds.types import Day
from app.workbook.headers import ID
from app.workbook.sheets import MOST_ROWS

Words = Mapping[str, str]
"""The words of an entry by field key, `ID` among them."""

LAST_ROW = MOST_ROWS + 1
_MADE = datetime(2026, 1, 1)  # a file's bytes depend on its content, not on the day it was written
_FONT = {"font_name": "Times New Roman", "font_size": 12}
_WIDTHS = {
    "text": 28,
    "longtext": 40,
    "texts": 28,
    "date": 13,
    "month": 11,
    "int": 9,
    "decimal": 12,
    "phone": 16,
}


class Unwritable(Fault):
    """A value that no cell of a workbook holds."""


@dataclass(frozen=True)
class Book:
    """A workbook being written, with the few formats that it uses."""

    book: Any
    formats: Mapping[str, Any]

    def close(self) -> None:
        """Write the file."""
        self.book.close()


def open_book(path: Path, made: datetime = _MADE) -> Book:
    """Start a workbook at ``path``, whose properties say it was made then."""
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": made})
    cell = {**_FONT, "valign": "top"}
    header = {**_FONT, "bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    formats = {
        "text": {**cell, "num_format": "@", "text_wrap": True},
        "date": {**cell, "num_format": "dd/mm/yyyy", "align": "left"},
        "header": {**header, "bg_color": "#E7E6E6"},
        "needed": {**header, "bg_color": "#FCE4D6"},
        "title": {**_FONT, "bold": True, "font_size": 16},
        "plain": {**_FONT, "text_wrap": True, "valign": "top"},
    }
    return Book(book, {name: book.add_format(format_) for name, format_ in formats.items()})


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """Return the columns of a kind's sheet in order, `ID` first."""
    return (ID, *kind.fields)


def texts_of(kind: Kind, listing_id: str, document: Document) -> dict[str, str]:
    """Return the words of an accepted document as its row holds them."""
    shown = {key: kind.by_key[key].show(value) for key, value in document.items()}
    return {ID.key: listing_id, **shown}


def add_sheet(book: Book, kind: Kind, entries: Iterable[Words]) -> Any:
    """Add the sheet of a kind with a row for each of ``entries`` and return it."""
    sheet = book.book.add_worksheet(kind.sheet)
    fields = fields_of(kind)
    formats = [_format(book, field) for field in fields]
    for column, field in enumerate(fields):
        sheet.set_column(column, column, _WIDTHS.get(field.type.name, 24), formats[column])
        sheet.write_string(0, column, field.vi, book.formats["needed" if field.need.words else "header"])
    sheet.set_row(0, 48)
    sheet.freeze_panes(1, 2)
    for row, words in enumerate(entries, start=1):
        for column, field in enumerate(fields):
            text = words.get(field.key)
            if text and not _put(sheet, (row, column), field, text, formats[column]):
                where = f"{words.get(ID.key, '')} “{field.vi}”".strip()
                raise Unwritable(f"{where}: dài hơn một ô của sổ tính chứa được.")
    return sheet


def _format(book: Book, field: Field) -> Any:
    """Everything but dates is text, so that a spreadsheet drops no zero and makes no date of a number."""
    return book.formats["date" if isinstance(field.type, Day) else "text"]


def _put(sheet: Any, at: tuple[int, int], field: Field, text: str, format_: Any) -> bool:
    """Write a cell; return whether it holds all of the text."""
    if isinstance(field.type, Day):
        fault = sheet.write_datetime(*at, datetime.strptime(text, "%d/%m/%Y"), format_)
    elif text.startswith("<r>"):  # XlsxWriter takes it for markup of its own, unless it made that itself
        fault = sheet.write_rich_string(*at, text[0], format_, text[1:], format_)
    else:
        fault = sheet.write_string(*at, text, format_)
    return not fault
