"""Real .xls and .ods files for tests, with what their makers may hide, merge and reckon in them."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xlwt

Sheet = tuple[str, Sequence[Sequence[Any]]]

_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "table", "text")
)


@dataclass(frozen=True)
class Formula:
    """A cell that reckons."""

    text: str = "1+1"


@dataclass(frozen=True)
class Twists:
    """What is done to every sheet: rows and columns count from 1, a merge is top, left, bottom, right."""

    hidden_rows: Collection[int] = ()
    hidden_columns: Collection[int] = ()
    merged: tuple[int, int, int, int] | None = None
    hidden: Collection[str] = ()
    from_1904: bool = False


PLAIN = Twists()


def write_xls(path: Path, *sheets: Sheet, twists: Twists = PLAIN) -> Path:
    """Write sheets as Excel 97-2003 did and return ``path``."""
    book = xlwt.Workbook()
    book.dates_1904 = twists.from_1904
    for title, rows in sheets:
        page = book.add_sheet(title, cell_overwrite_ok=True)
        page.visibility = int(title in twists.hidden)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    _write(page, number, column, value)
        for one in twists.hidden_rows:
            page.row(one - 1).hidden = True
        for one in twists.hidden_columns:
            page.col(one - 1).hidden = True
        if twists.merged:
            top, left, bottom, right = (one - 1 for one in twists.merged)
            page.merge(top, bottom, left, right)
    book.save(str(path))
    return path


def _write(page: Any, number: int, column: int, value: Any) -> None:
    if isinstance(value, Formula):
        page.write(number, column, xlwt.Formula(value.text))
    elif isinstance(value, date):
        page.write(number, column, value, xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    else:
        page.write(number, column, value)


def write_ods(path: Path, *sheets: Sheet, twists: Twists = PLAIN, content: str = "") -> Path:
    """Write sheets as LibreOffice does and return ``path``; ``content`` may be the whole body instead."""
    epoch = "1904-01-01" if twists.from_1904 else "1899-12-30"
    null_date = f'<table:null-date table:date-value="{epoch}"/>'
    settings = f"<table:calculation-settings>{null_date}</table:calculation-settings>"
    tables = content or "".join(_table(title, rows, twists) for title, rows in sheets)
    styles = (
        '<style:style style:name="an" style:family="table"><style:table-properties table:display="false"/>'
        '</style:style><style:style style:name="hien" style:family="table"><style:table-properties '
        'table:display="true"/></style:style>'
    )
    body = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{settings}{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return packed_ods(path, body)


def packed_ods(path: Path, body: str, manifest: str = "<m/>", encoding: str = "UTF-8", **parts: str) -> Path:
    """Write the parts of an .ods file and return ``path``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS_TYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="{encoding}"?>{body}')
        archive.writestr("META-INF/manifest.xml", manifest)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return path


def _table(title: str, rows: Sequence[Sequence[Any]], twists: Twists) -> str:
    style = "an" if title in twists.hidden else "hien"
    width = max(map(len, rows), default=1)
    columns = "".join(
        f"<table:table-column{_visibility(one in twists.hidden_columns)}/>" for one in range(1, width + 1)
    )
    written = "".join(_row(number, row, twists) for number, row in enumerate(rows, start=1))
    name = f"table:name={quoteattr(title)} table:style-name={quoteattr(style)}"
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return f"<table:table {name}>{columns}{written}{empty}</table:table>"


def _visibility(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def _row(number: int, row: Sequence[Any], twists: Twists) -> str:
    hidden = _visibility(number in twists.hidden_rows)
    cells = "".join(_cell(value, _span(number, column, twists)) for column, value in enumerate(row, start=1))
    return f"<table:table-row{hidden}>{cells}</table:table-row>"


def _span(number: int, column: int, twists: Twists) -> str:
    if not twists.merged or twists.merged[:2] != (number, column):
        return ""
    top, left, bottom, right = twists.merged
    wide, high = right - left + 1, bottom - top + 1
    return f' table:number-columns-spanned="{wide}" table:number-rows-spanned="{high}"'


def _cell(value: Any, span: str) -> str:
    if isinstance(value, Formula):
        value_type, said = "float", f' table:formula="of:={value.text}" office:value="2"'
    elif isinstance(value, bool):
        value_type, said = "boolean", f' office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, date):
        value_type, said = "date", f' office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        value_type, said = "float", f' office:value="{value}"'
    elif value is None:
        return f"<table:table-cell{span}/>"
    else:
        value_type, said = "string", ""
    lines = "".join(f"<text:p>{_text(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="{value_type}"{said}{span}>{lines}</table:table-cell>'


def _text(line: str) -> str:
    return escape(line).replace("  ", ' <text:s text:c="1"/>')
