"""What all rows together would break as one publication: reading finds what publishing would refuse."""

from __future__ import annotations

from collections.abc import Sequence

from app import kinds
from app.faults import RuleBroken
from app.publishing import rules
from app.publishing.rules import Batch, Held
from app.workbook import progress
from app.workbook.headers import ID
from app.workbook.known import Known
from app.workbook.problem import Problem
from app.workbook.table import Row


def check(rows: Sequence[Row], known: Known) -> tuple[list[Problem], list[Problem]]:
    """Refuse the rows that break a rule of the publication as a whole.

    Return the problems of entries that no row is about, and the warnings.
    """
    progress.say(progress.TOGETHER)
    batch = _batch(rows, known)
    by_handle = {row.handle: row for row in rows}
    elsewhere: list[Problem] = []
    warnings: list[Problem] = []
    for handle, broken in rules.check_batch(batch):
        row = by_handle.get(handle)
        problem = _problem(row, broken) if row else Problem(batch.called(handle), str(broken))
        refused = row.problems if row else elsewhere
        (warnings if broken.warning else refused).append(problem)
    return elsewhere, warnings


def _batch(rows: Sequence[Row], known: Known) -> Batch:
    """Of a row that was not wholly read nothing is known, not even what it said before."""
    unsure = {row.listing_id for row in rows if row.unread}
    before = {
        listing_id: Held(kinds.find(kind), document)
        for listing_id, kind, document in known.every()
        if listing_id not in unsure
    }
    said = {row.handle: Held(row.kind, row.document) for row in rows if not row.unread}
    return Batch(before, before | said)


def _problem(row: Row, broken: RuleBroken) -> Problem:
    return row.problem(row.kind.by_key.get(broken.field, ID), str(broken))
