"""A list as one workbook for people: a sheet for each kind in words, then what the workbook says of itself.

Knows XlsxWriter. Every date inside is the publication's, and nothing depends on when or where it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from app.catalogue.version import Version
from app.kinds import Field, Kind
from app.opendata import about
from app.opendata.columns import columns, values
from app.opendata.extract import Extract
from app.opendata.xlsx_cells import Sheet, typed
from app.opendata.zipped import steady

REDACTED = "đã gỡ"
_BEFORE_THE_FIRST = datetime(2000, 1, 1)
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"num_format": "@", "text_wrap": True},
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
    "datetime": {"num_format": "dd/mm/yyyy hh:mm", "align": "left"},
    "number": {"align": "left"},
    "header": {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E7E6E6"},
}
_WIDTHS = {"date": 13, "datetime": 18, "month": 11, "int": 9, "decimal": 12, "phone": 17, "longtext": 60}
_WIDTHS_BY_KEY = {"id": 11, "name": 42, "url": 44}
_USUAL = 28


class Book(NamedTuple):
    """A workbook being written, with its formats."""

    book: Any
    formats: dict[str, Any]

    def add(self, title: str, widths: Iterable[int]) -> Sheet:
        """Add a sheet with columns of these widths."""
        sheet = self.book.add_worksheet(title)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return Sheet(sheet, self.formats)


def xlsx_file(extract: Extract) -> bytes:
    """Return the file of ``extract``."""
    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(written, options)
    shown = extract.publication
    made = shown.published_at.replace(tzinfo=None) if shown else _BEFORE_THE_FIRST
    book.set_properties({"title": extract.heading, "created": made})
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    formats = {name: book.add_format({**font, **more}) for name, more in _FORMATS.items()}
    _fill(Book(book, formats), extract)
    book.close()
    return steady(written.getvalue())


def _fill(book: Book, extract: Extract) -> None:
    versions = extract.versions
    for kind in extract.kinds:
        _add_listings(book, kind, [one for one in versions if one.kind is kind], extract)
    _add_table(book, "Từ điển", about.dictionary(extract), (26, 24, 42, 14, 90))
    _add_table(book, "Điều khoản", about.terms(), (110,))
    _add_facts(book, "Lần công bố", about.publication(extract))


def _add_listings(book: Book, kind: Kind, held: Sequence[Version], extract: Extract) -> None:
    fields = _for_people(kind)
    sheet = book.add(kind.sheet, map(_width, fields))
    for column, field in enumerate(fields):
        sheet.write(0, column, field.vi, "header")
    sheet.sheet.set_row(0, 48)
    sheet.sheet.freeze_panes(1, 2)
    sheet.sheet.set_landscape()
    sheet.sheet.repeat_rows(0)
    sheet.sheet.repeat_columns(0, 1)
    sheet.sheet.autofilter(0, 0, len(held), len(fields) - 1)
    for row, version in enumerate(held, start=1):
        told = values(version, extract.register, extract.base_url)
        for column, field in enumerate(fields):
            if field.key in told:
                sheet.write(row, column, typed(field.type, told[field.key], extract.register))
            elif field.key in version.redacted:
                sheet.write(row, column, REDACTED)


def _for_people(kind: Kind) -> list[Field]:
    """Return the columns as people read them: the name beside the id; which kind it is, the sheet says."""
    fields = {field.key: field for field in columns(kind)}
    address = fields.pop("url")
    fields.pop("kind")
    return [*fields.values(), address]


def _width(field: Field) -> int:
    return _WIDTHS_BY_KEY.get(field.key) or _WIDTHS.get(field.type.name, _USUAL)


def _add_table(book: Book, title: str, rows: Iterable[about.Row], widths: Sequence[int]) -> None:
    """Add a sheet of rows, of which the first is a header."""
    sheet = book.add(title, widths)
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            sheet.write(row, column, value, "text" if row else "header")
    sheet.sheet.freeze_panes(1, 0)


def _add_facts(book: Book, title: str, facts: Iterable[about.Row]) -> None:
    """Add a sheet of what something is called and what it is."""
    sheet = book.add(title, (46, 72))
    for row, (label, value) in enumerate(facts):
        sheet.write(row, 0, label, "header")
        sheet.write(row, 1, value)
