"""The formats in which a list is handed out whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from app.opendata.csv_file import csv_file
from app.opendata.extract import Extract
from app.opendata.xlsx_file import xlsx_file


class Format(NamedTuple):
    """``suffix`` of addresses and file names, media type, and how a file of it is built."""

    suffix: str
    mimetype: str
    build: Callable[[Extract], bytes]


CSV = Format("csv", "text/csv", csv_file)
XLSX = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file)
