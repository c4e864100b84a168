"""Where a sheet's labels stand: in its first row, or below titles and groups as in a table made for print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils import range_boundaries

from app.kinds import Kind
from app.workbook.cells import shown
from app.workbook.headers import holds_label, is_header, is_label, may_never_be
from app.workbook.sheets import RawCell, RawSheet

_NEAR_TOP = 10

NumberedRow = tuple[int, list[RawCell]]


@dataclass(frozen=True)
class Header:
    """The cells with labels, the numbers of their rows, what stands there besides, and the rows below."""

    cells: list[RawCell]
    numbers: list[int]
    below: list[NumberedRow]
    besides: list[tuple[int, str]] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the last row with labels."""
        return self.numbers[-1]


def first_row(raw: RawSheet) -> Header:
    """Return the first row as the header."""
    number, cells = raw.rows[0]
    return Header(cells, [number], raw.rows[1:])


def second_header(raw: RawSheet, kind: Kind) -> int | None:
    """Return the number of a row near the top that is a header too, or instead of the first."""
    return next((number for number, cells in raw.rows[1:_NEAR_TOP] if is_header(cells, kind)), None)


def printed(raw: RawSheet, kind: Kind) -> Header | None:
    """Return the header of one or several rows, None where it cannot be told from entries."""
    rows = raw.rows[:_NEAR_TOP]
    labelled = list(_labelled(rows, kind))
    if not labelled:
        return first_row(raw) if holds_label(rows[0][1], kind) else None
    first, last = labelled[0], labelled[-1]
    if labelled != list(range(first, last + 1)):
        return None
    number, cells = rows[last]
    header = Header(list(cells), [number], raw.rows[last + 1 :])
    for at in range(last - 1, -1, -1):
        if not _add(header, rows[at], raw, kind):
            return None
    return header


def _labelled(rows: list[NumberedRow], kind: Kind) -> Iterator[int]:
    """Yield the positions of rows with labels: several, or below such a row nothing but labels."""
    before = False
    for at, (_, cells) in enumerate(rows):
        before = is_header(cells, kind) or (
            (before or (at == 1 and holds_label(rows[0][1], kind)))
            and all(is_label(one, kind) for one in cells)
        )
        if before:
            yield at


def _add(header: Header, row: NumberedRow, raw: RawSheet, kind: Kind) -> bool:
    """Add a row above to the header; return whether all of it can be a label, a group or a title."""
    number, cells = row
    taken = {cell.column for cell in header.cells}
    labels = [one for one in cells if (is_label(one, kind) and one.column not in taken) or may_never_be(one)]
    others = [one for one in cells if one not in labels]
    if any(len(cells) > 1 and not _spans_columns(raw, number, one) for one in others):
        return False
    header.cells.extend(labels)
    if labels:
        header.numbers.insert(0, number)
    header.besides[:0] = [(number, shown(one)) for one in others]
    return True


def _spans_columns(raw: RawSheet, number: int, cell: RawCell) -> bool:
    for merged in raw.merged:
        left, top, right, _ = range_boundaries(merged)
        if (left, top) == (cell.column, number) and left != right:
            return True
    return False
