"""What a reading would do, as plain values that can be kept in a file: what its page says, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from app.workbook.outlook import STATES, UNCHANGED, Outlook, RowOutlook, SheetOutlook
from app.workbook.problem import Problem
from app.workbook.reading import Reading

MOST = 300
"""The most rows of a sheet, and the most problems, that are told one by one; the rest are counted."""


def telling(found: Reading, seen: Outlook) -> dict[str, Any]:
    """Return what to tell of a reading: counts, problems, endings, and sheet by sheet its rows."""
    return {
        "counts": asdict(seen.counts),
        "problems": _lines(found.problems[:MOST]),
        "more_problems": max(0, len(found.problems) - MOST),
        "needs_second_person": seen.needs_second_person,
        "endings": [[one.kind.sheet, one.ended, one.of] for one in seen.endings],
        "sheets": [_sheet(one) for one in seen.sheets],
    }


def _sheet(sheet: SheetOutlook) -> dict[str, Any]:
    rows = [row for row in sheet.rows if row.state != UNCHANGED]
    return {
        "title": sheet.kind.sheet,
        "counts": {state: sheet.count(state) for state in STATES},
        "missing": len(sheet.missing),
        "notes": _lines(sheet.notes),
        "rows": [_row(row) for row in rows[:MOST]],
        "more_rows": max(0, len(rows) - MOST),
    }


def _row(row: RowOutlook) -> dict[str, Any]:
    return {
        "place": f"{row.sheet}|{row.number}",
        "number": row.number,
        "name": row.name or row.listing_id,
        "state": row.state,
        "cells": [[cell.field.vi, cell.before, cell.after] for cell in row.cells],
        "problems": _lines(row.problems),
        "hints": _lines([*row.warnings, *row.notes]),
    }


def _lines(problems: Iterable[Problem]) -> list[str]:
    return [one.line() for one in problems]
