"""Files as other programs open them: a CSV file's rows, a workbook's sheets, a feed's elements."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any

from openpyxl import Workbook, load_workbook

Rows = dict[str, dict[str, str]]


def table(content: bytes) -> Rows:
    """Return id -> key -> cell of a CSV file, in the order of its lines."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return {row["id"]: row for row in csv.DictReader(text, strict=True)}


def header(content: bytes) -> list[str]:
    """Return the first line of a CSV file."""
    return content.decode("utf-8-sig").partition("\r\n")[0].split(",")


def workbook(content: bytes) -> Workbook:
    """Return a workbook, opened."""
    return load_workbook(io.BytesIO(content))


def sheet(book: Workbook, title: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet by the labels of its first row; what is empty is left out."""
    labels, *rows = book[title].iter_rows(values_only=True)
    return [
        {str(label): _plain(value) for label, value in zip(labels, row, strict=True) if value is not None}
        for row in rows
    ]


def facts(book: Workbook, title: str) -> dict[str, Any]:
    """Return a sheet of two columns as what stands in the second by what stands in the first."""
    return {str(label): _plain(value) for label, value in book[title].iter_rows(values_only=True)}


def _plain(value: Any) -> Any:
    """openpyxl reckons moments back to the microsecond, and misses by a few."""
    return value.replace(microsecond=0) if isinstance(value, datetime) else value
