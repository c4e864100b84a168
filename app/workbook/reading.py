"""Reading workbooks: files become rows, rows become proposals of changes, all problems are told at once.

Pure: what is known of the register comes in as an object, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.canonical import Document, Value
from app.kinds import EVERY_KIND, Kind
from app.kinds.typed import single
from app.ledger.acts import CHANGED, ENDED, LISTED, REINSTATED
from app.publishing.propose import Proposal
from app.records import accepted
from app.workbook import attached, defaults, identity, references, together
from app.workbook.checking import check
from app.workbook.fonts import named_as
from app.workbook.headers import nearest
from app.workbook.known import EMPTY_REGISTER as EMPTY_REGISTER
from app.workbook.known import Known
from app.workbook.opening import raw_sheets
from app.workbook.problem import Problem
from app.workbook.rows import table_of
from app.workbook.sheets import MISTAKES, RawSheet, Unopenable
from app.workbook.table import Row, Table, rows_of

GUIDE, CHOICES = "Hướng dẫn", "Danh mục"
PASSED_OVER = frozenset({GUIDE, CHOICES, MISTAKES})
"""The sheets of the template, and of a corrected copy, that hold no entries."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows are new, changed, unchanged, refused; ``str`` is the line that `load` ends with."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0

    def __str__(self) -> str:
        return f"new={self.new} changed={self.changed} unchanged={self.unchanged} refused={self.refused}"


@dataclass(frozen=True)
class Reading:
    """All that workbooks say. Only a reading without problems may be proposed: all or nothing.

    ``notes`` tell what was read otherwise than it stands; ``left_out`` are rows that nobody wants taken.
    """

    rows: list[Row]
    problems: list[Problem]
    warnings: list[Problem]
    notes: list[Problem]
    left_out: list[Row]
    tables: list[Table]

    @property
    def counts(self) -> Counts:
        """Rows by what they would do; where anything is wrong at least one counts as refused."""
        sound = [row for row in self.rows if not row.problems and not row.table.problems]
        new = sum(row.new for row in sound)
        changed = sum(not row.new and bool(row.changed) for row in sound)
        refused = max(len(self.rows) - len(sound), 1 if self.problems else 0)
        return Counts(new, changed, len(sound) - new - changed, refused)

    def proposals(self) -> list[Proposal]:
        """Return a proposal for each new or changing row, in order. Raises ValueError with problems."""
        if self.problems:
            raise ValueError("a reading with problems proposes nothing")
        telling = [row for row in self.rows if row.new or row.changed]
        handles = {row.handle: f"@{number}" for number, row in enumerate(telling, start=1) if row.new}
        return [
            Proposal(
                row.kind.key,
                _pointed(row, handles),
                row.listing_id,
                act=_act(row),
                base_record=accepted.fingerprint(row.before),
            )
            for row in telling
        ]


def read(
    paths: Iterable[Path],
    known: Known,
    province: str,
    *,
    repairing: bool = False,
    leave_out: Collection[tuple[str, int]] = (),
) -> Reading:
    """Read workbooks against what is ``known``; communes are looked up in ``province`` (its code).

    ``repairing`` takes what is not as it should be where it can mean one thing only: for a person who is then
    shown the notes. ``leave_out`` names rows, by sheet and number, to read as if they were not there.
    """
    problems: list[Problem] = []
    tables: list[Table] = []
    for path in paths:
        found, faults = _tables(path, known, province, repairing=repairing)
        tables += found
        problems += faults or _nothing(path, found)
    tables.sort(key=lambda table: EVERY_KIND.index(table.kind))
    left_out = [row for table in tables for row in table.leave_out(leave_out)]
    rows = rows_of(tables)
    identity.identify(rows, known)
    for row in rows:
        row.settle()
    references.resolve(rows, known)
    attached.check(rows, known)
    defaults.fill(rows, known)
    warnings = [warning for table in tables for warning in check(table, known)]
    elsewhere, warned = together.check(rows, known)
    problems += [problem for table in tables for problem in table.all_problems()] + elsewhere
    notes = [note for table in tables for note in table.all_notes()]
    return Reading(rows, problems, warnings + warned, notes, left_out, tables)


def _tables(path: Path, known: Known, province: str, *, repairing: bool) -> tuple[list[Table], list[Problem]]:
    """Return the tables of one file and the problems of the file itself."""
    try:
        sheets = [sheet for sheet in raw_sheets(path, passed_over=PASSED_OVER) if sheet.rows]
    except Unopenable as fault:
        return [], [Problem(path.name, str(fault))]
    named = [(sheet, _kind(sheet)) for sheet in sheets]
    strangers = [_stranger(path, sheet) for sheet, kind in named if kind is None]
    tables = [
        table_of(sheet, kind, path.name, province=province, known=known.document, repairing=repairing)
        for sheet, kind in named
        if kind
    ]
    return tables, strangers


def _kind(sheet: RawSheet) -> Kind | None:
    titles = {kind.sheet: kind for kind in EVERY_KIND}
    return titles.get(single(sheet.title)) or titles.get(named_as(sheet.title, titles) or "")


def _stranger(path: Path, sheet: RawSheet) -> Problem:
    near = nearest(sheet.title, [kind.sheet for kind in EVERY_KIND])
    hidden = " (trang đang ẩn: hãy bỏ ẩn rồi xóa hoặc đổi tên)" if sheet.hidden else ""
    return Problem(path.name, f"không có trang tên này{near}{hidden}", sheet.title)


def _nothing(path: Path, tables: Iterable[Table]) -> Iterator[Problem]:
    """A file that says nothing is a mistake: somebody chose the wrong one, or forgot to save."""
    if not any(table.rows or table.problems for table in tables):
        yield Problem(path.name, "không có dòng dữ liệu nào (dòng VÍ DỤ không tính)")


def _act(row: Row) -> str:
    if row.before is None:
        return LISTED
    before, after = row.before.get("status"), row.document.get("status")
    if before == after or "ended" not in (before, after):
        return CHANGED
    return ENDED if after == "ended" else REINSTATED


def _pointed(row: Row, handles: dict[str, str]) -> Document:
    """The row's document, each reference to a new row turned into the position of its proposal."""
    fields = [field for field in row.kind.fields if field.refers and field.key in row.document]
    return row.document | {field.key: _renamed(row.document[field.key], handles) for field in fields}


def _renamed(value: Value, handles: dict[str, str]) -> Value:
    return [handles.get(one, one) for one in value] if isinstance(value, list) else handles.get(value, value)
