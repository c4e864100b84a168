"""What publication asks of every row, told to the clerk at once: needed fields, and the rules of the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from app import clock
from app.faults import RuleBroken
from app.kinds import Field
from app.publishing import rules
from app.workbook import progress
from app.workbook.headers import ID
from app.workbook.known import Known
from app.workbook.problem import Problem
from app.workbook.table import Row, Table


def check(table: Table, known: Known) -> list[Problem]:
    """Refuse the rows of ``table`` that may not be published, and return the warnings.

    A row that changes nothing is left in peace: what it says was accepted, maybe under older rules.
    """
    columns_missed: Counter[str] = Counter()
    warnings: list[Problem] = []
    for row in progress.each(progress.RULES, table.sheet, table.rows):
        if not row.new and not row.changed:
            continue
        missing = [field for field in row.kind.missing(row.document) if field.key not in row.unread]
        columns_missed.update(field.key for field in missing if table.lacks(field))
        for field in missing:
            if not table.lacks(field):
                row.refuse(field, f"cần điền ({field.need.words}{_law(field)})")
        warnings += _check_rules(row, known, {field.key for field in missing} | row.unread)
    for key, count in columns_missed.items():
        field = table.kind.by_key[key]
        table.refuse(
            f"thiếu cột “{field.vi}” ({field.need.words}{_law(field)}): {count} dòng cần cột này",
            row=table.header,
        )
    return warnings


def _law(field: Field) -> str:
    return f", {field.law}" if field.law else ""


def _check_rules(row: Row, known: Known, already_said: Collection[str]) -> list[Problem]:
    warnings: list[Problem] = []
    for broken in rules.check(row.kind, row.document, _posted_on(row, known)):
        field = row.kind.by_key.get(broken.field, ID)
        if broken.field in already_said or _answered(row, broken):
            continue
        problem = row.problem(field, str(broken))
        (warnings if broken.warning else row.problems).append(problem)
    return warnings


def _answered(row: Row, broken: RuleBroken) -> bool:
    """Whether somebody looked at these very words before they were accepted."""
    return broken.question and not row.new and broken.field not in row.changed


def _posted_on(row: Row, known: Known) -> date | None:
    if row.before is None:
        return clock.today()
    asked = any(rule.concerns(row.kind) for rule in rules.BY_POSTING)
    return known.posted_on(str(row.listing_id)) if asked else None
