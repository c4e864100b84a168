"""What a reading would do, as plain values for a page: sheet by sheet, row by row, cell by cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.kinds import EVERY_KIND, Field, Kind
from app.publishing.in_words import shown
from app.workbook.known import Known
from app.workbook.problem import Problem
from app.workbook.reading import Counts, Reading
from app.workbook.table import Row

NEW, CHANGED, UNCHANGED, REFUSED, LEFT_OUT = STATES = ("new", "changed", "unchanged", "refused", "left_out")

_MOST_ENDED = 10
"""Per cent of a kind that one file may end before a second person is asked."""


@dataclass(frozen=True, slots=True)
class CellOutlook:
    """One field that would change, old and new in words; "" for nothing."""

    field: Field
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowOutlook:
    """One row: which entry it is, its state of `STATES`, what would change, and what to say of it."""

    sheet: str
    number: int
    listing_id: str
    name: str
    state: str
    cells: tuple[CellOutlook, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    @property
    def place(self) -> tuple[str, int]:
        """What names the row to `read`, to leave it out."""
        return self.sheet, self.number


@dataclass(frozen=True, slots=True)
class SheetOutlook:
    """The rows of one kind, and the id and name of each of its entries that no row is about: left alone."""

    kind: Kind
    rows: tuple[RowOutlook, ...]
    missing: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    def count(self, state: str) -> int:
        """Return how many rows are in a state."""
        return sum(row.state == state for row in self.rows)


@dataclass(frozen=True, slots=True)
class Ending:
    """How many of the ``of`` entries of a kind that had not ended a reading would end."""

    kind: Kind
    ended: int
    of: int

    @property
    def needs_second_person(self) -> bool:
        """Whether that is too much for one person to have meant."""
        return self.ended * 100 > self.of * _MOST_ENDED


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that a reading would do. ``problems`` belong to no row and no sheet of a kind."""

    sheets: tuple[SheetOutlook, ...]
    problems: tuple[Problem, ...]
    counts: Counts
    endings: tuple[Ending, ...]

    @property
    def needs_second_person(self) -> bool:
        """Whether a person should be asked besides the one who reviews: see `Ending`."""
        return any(one.needs_second_person for one in self.endings)


def outlook(found: Reading, known: Known) -> Outlook:
    """Return what ``found`` would do to the register that is ``known``."""
    sheets = tuple(_sheets(found, known))
    told = {id(one) for sheet in sheets for one in (*sheet.problems, *_problems(sheet))}
    problems = tuple(one for one in found.problems if id(one) not in told)
    return Outlook(sheets, problems, found.counts, tuple(_endings(found, known)))


def _problems(sheet: SheetOutlook) -> Iterator[Problem]:
    return (problem for row in sheet.rows for problem in row.problems)


def _sheets(found: Reading, known: Known) -> Iterator[SheetOutlook]:
    rows, missing = _rows(found), _missing(found, known)
    for kind in EVERY_KIND:
        tables = [table for table in found.tables if table.kind is kind]
        problems = tuple(one for table in tables for one in table.problems)
        notes = tuple(one for table in tables for one in table.notes)
        if tables or missing[kind.key]:
            yield SheetOutlook(kind, tuple(rows[kind.key]), tuple(missing[kind.key]), problems, notes)


def _rows(found: Reading) -> dict[str, list[RowOutlook]]:
    warned: dict[tuple[str, str, int | None], list[Problem]] = defaultdict(list)
    for warning in found.warnings:
        warned[warning.file, warning.sheet, warning.row].append(warning)
    rows: dict[str, list[RowOutlook]] = defaultdict(list)
    taken = [(row, _state(row)) for row in found.rows]
    for row, state in taken + [(row, LEFT_OUT) for row in found.left_out]:
        rows[row.kind.key].append(_row(row, state, warned[row.table.file, row.table.sheet, row.number]))
    for told in rows.values():
        told.sort(key=lambda row: row.number)
    return rows


def _state(row: Row) -> str:
    if row.problems or row.table.problems:
        return REFUSED
    if row.new:
        return NEW
    return CHANGED if row.changed else UNCHANGED


def _row(row: Row, state: str, warnings: Iterable[Problem]) -> RowOutlook:
    left_out = state == LEFT_OUT
    return RowOutlook(
        sheet=row.table.sheet,
        number=row.number,
        listing_id=row.code,
        name=str((row.values if left_out else row.document).get("name") or ""),
        state=state,
        cells=() if left_out else tuple(_cells(row)),
        problems=() if left_out else tuple(row.problems),
        warnings=tuple(warnings),
        notes=tuple(row.notes),
    )


def _cells(row: Row) -> Iterator[CellOutlook]:
    for key in row.changed:
        if key not in row.unread:
            field = row.kind.by_key[key]
            yield CellOutlook(field, shown(field, (row.before or {}).get(key)), _after(row, field))


def _after(row: Row, field: Field) -> str:
    """A reference is told as it was typed: a new entry has no id yet."""
    typed = row.texts.get(field.key, "") if field.refers else ""
    return typed or shown(field, row.document.get(field.key))


def _missing(found: Reading, known: Known) -> dict[str, list[tuple[str, str]]]:
    named = {row.listing_id for row in found.rows}
    missing: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for listing_id, kind, document in known.every():
        if listing_id not in named:
            missing[kind].append((listing_id, str(document.get("name", ""))))
    return missing


def _endings(found: Reading, known: Known) -> Iterator[Ending]:
    ending = Counter(row.kind.key for row in found.rows if _ends(row))
    standing = Counter(kind for _, kind, document in known.every() if document.get("status") != "ended")
    return (Ending(kind, ending[kind.key], standing[kind.key]) for kind in EVERY_KIND if ending[kind.key])


def _ends(row: Row) -> bool:
    before = row.before or {"status": "ended"}
    return before.get("status") != "ended" and row.document.get("status") == "ended"
