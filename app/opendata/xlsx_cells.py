"""One value in one cell, in words and typed: real dates, numbers to reckon with, everything else text.

A text is always written as text, so that no formula and no link is ever made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch
from typing import Any

from app.canonical import Value
from app.catalogue.register import Register
from app.kinds.types import Day, Decimal, Int, Ref, Refs, Type
from app.opendata.columns import Moment

Cell = str | int | float | date

MOST = 32_767
"""Characters that one cell of a workbook may hold."""

CUT = " […] xem đủ ở trang của mục này"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of XlsxWriter's and the formats of its book by name."""

    sheet: Any
    formats: Mapping[str, Any]

    def write(self, row: int, column: int, value: Cell, text: str = "text") -> None:
        """Write ``value`` as what it is; a text in the format called ``text``."""
        match value:
            case datetime():
                self.sheet.write_datetime(row, column, value.replace(tzinfo=None), self.formats["datetime"])
            case date():
                self.sheet.write_datetime(row, column, value, self.formats["date"])
            case str():
                self.sheet.write_string(row, column, _fitting(value), self.formats[text])
            case _:
                self.sheet.write_number(row, column, value, self.formats["number"])


@singledispatch
def typed(type_: Type, value: Value, register: Register) -> Cell:
    """Return a canonical ``value`` as people read it in a cell; refs are named as of ``register``."""
    return type_.show(value)


@typed.register
def _(type_: Day, value: Value, register: Register) -> Cell:
    return date.fromisoformat(value)


@typed.register
def _(type_: Moment, value: Value, register: Register) -> Cell:
    return datetime.fromisoformat(value)


@typed.register
def _(type_: Int, value: Value, register: Register) -> Cell:
    return int(value)


@typed.register
def _(type_: Decimal, value: Value, register: Register) -> Cell:
    return float(value)


@typed.register
def _(type_: Ref, value: Value, register: Register) -> Cell:
    return _named(value, register) or type_.show(value)


@typed.register
def _(type_: Refs, value: Value, register: Register) -> Cell:
    return "; ".join(_named(one, register) or type_.show([one]) for one in value)


def _named(listing_id: str, register: Register) -> str:
    other = register.get(listing_id)
    return f"{other.name} ({listing_id})" if other else ""


def _fitting(text: str) -> str:
    return text if len(text) <= MOST else text[: MOST - len(CUT)] + CUT
