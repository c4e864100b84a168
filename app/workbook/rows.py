"""From a raw sheet to the rows of a table, every cell read by its field's type. Knows no register."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from openpyxl.utils import get_column_letter, range_boundaries

from app.canonical import Document
from app.kinds import Field, Kind
from app.workbook import asides, progress
from app.workbook.cells import shown
from app.workbook.fonts import keyed
from app.workbook.headers import ID, columns, holds_label, is_numbering
from app.workbook.sheets import MOST_CELLS, MOST_ROWS, RawCell, RawSheet
from app.workbook.table import Row, Table
from app.workbook.taking import Surroundings, take
from app.workbook.topmost import Header, NumberedRow, first_row, printed, second_header

EXAMPLE = "VÍ DỤ"
"""What stands in `Mã` of the template's example row, which is passed over."""

_TOO_LONG = (
    f"trang có quá {MOST_ROWS} dòng, là mức nhiều nhất một lần: hãy chia thành nhiều tệp; "
    "trang này không được đọc"
)
_TOO_WIDE = (
    f"trang có quá {MOST_CELLS} ô, kể cả ô trống có định dạng: hãy xóa các dòng, cột trống rồi lưu lại, hoặc "
    "chia thành nhiều tệp; trang này không được đọc"
)
_TWO_HEADERS = (
    "dòng này có tên các cột: tên cột phải nằm trên một dòng, và là dòng đầu của trang; hãy xóa các dòng "
    "tiêu đề khác ở trên và bỏ gộp ô; trang này không được đọc"
)
_NO_HEADER = "dòng đầu của trang phải là tên các cột, đúng như trong mẫu; trang này không được đọc"

Columns = list[tuple[int, Field]]


def table_of(
    raw: RawSheet,
    kind: Kind,
    file: str,
    province: str,
    known: Callable[[str], Document | None],
    *,
    repairing: bool,
) -> Table:
    """Return the table of a sheet that holds anything, its problems and notes gathered in it.

    ``known`` gives the accepted document of an id. ``repairing`` takes what can mean one thing only.
    """
    table = Table(kind, file, raw.title, raw.rows[0][0])
    header = _header_row(table, raw, repairing=repairing)
    if header is None:
        return table
    table.header = header.last
    _refuse_merged(table, raw, header.last if repairing else 0)
    by_column = _columns(table, header.cells)
    if table.lacks(ID):
        return table
    _refuse_headless(table, header.below, set(by_column) | {cell.column for cell in header.cells})
    in_order = sorted(by_column.items(), key=lambda column: column[1] is not ID)
    entries = list(_entries(table, header, repairing=repairing))
    around = Surroundings(province, raw.epoch, keyed(entries), raw.hidden_rows, known, repairing)
    table.rows = [row for row in _rows(table, entries, in_order, around) if row.texts or row.problems]
    _silence_merged(table, raw)
    asides.tell(table, raw, header, entries, around.keyed)
    return table


def _header_row(table: Table, raw: RawSheet, *, repairing: bool) -> Header | None:
    if raw.too_long:
        table.refuse(_TOO_LONG if len(raw.rows) > MOST_ROWS else _TOO_WIDE)
        return None
    second = second_header(raw, table.kind)
    header = printed(raw, table.kind) if repairing else None if second else first_row(raw)
    if second and header is None:
        table.refuse(_TWO_HEADERS, row=second)
        return None
    if header is None or not holds_label(header.cells, table.kind):
        number, cells = raw.rows[0]
        table.refuse(_NO_HEADER, row=number, letter=cells[0].letter, read=shown(cells[0]))
        return None
    return header


def _entries(table: Table, header: Header, *, repairing: bool) -> Iterator[NumberedRow]:
    for position, (number, cells) in enumerate(header.below):
        if not is_numbering(cells):
            yield number, cells
        elif repairing and not position:
            table.note("dòng chỉ đánh số cột: không đọc", row=number, read=shown(cells[0]))
        else:
            table.refuse("dòng chỉ đánh số cột: hãy xóa dòng này", row=number, read=shown(cells[0]))


def _columns(table: Table, cells: list[RawCell]) -> dict[int, Field]:
    by_column, refused = columns(cells, table.kind)
    for cell, fault in refused:
        table.refuse(fault, row=table.header, letter=cell.letter, read=shown(cell))
    table.letters = {field.key: get_column_letter(column) for column, field in by_column.items()}
    if table.lacks(ID):
        table.refuse(f"thiếu cột “{ID.vi}” (ô trống là mục mới); trang này không được đọc", row=table.header)
    return by_column


def _refuse_headless(table: Table, below: list[NumberedRow], headed: set[int]) -> None:
    """Refuse each column that holds something under no header, once."""
    first: dict[int, tuple[int, RawCell]] = {}
    for number, cells in below:
        for cell in cells:
            if cell.column not in headed:
                first.setdefault(cell.column, (number, cell))
    for number, cell in first.values():
        table.refuse("cột không có tiêu đề", row=number, letter=cell.letter, read=shown(cell))


def _rows(table: Table, entries: list[NumberedRow], in_order: Columns, around: Surroundings) -> Iterator[Row]:
    above: Row | None = None
    for number, cells in progress.each(progress.CELLS, table.sheet, entries):
        row = _row(Row(table, number), cells, in_order, around, above)
        above = None if _is_example(row) else row
        if above:
            yield row


def _row(row: Row, cells: list[RawCell], in_order: Columns, around: Surroundings, above: Row | None) -> Row:
    held = {cell.column: cell for cell in cells}
    for column, field in in_order:
        take(row, field, held.get(column), around, above)
        if _is_example(row):
            break
    return row


def _is_example(row: Row) -> bool:
    return row.code.upper() == EXAMPLE


def _refuse_merged(table: Table, raw: RawSheet, header: int) -> None:
    """Refuse merged cells that reach below row ``header``."""
    for merged in raw.merged:
        left, top, _, bottom = range_boundaries(merged)
        if (bottom or top or 1) > header:
            table.refuse(
                "ô gộp: hãy bỏ gộp (Unmerge Cells) và ghi giá trị vào từng ô",
                row=top,
                letter=get_column_letter(left or 1),
                read=merged,
            )


def _silence_merged(table: Table, raw: RawSheet) -> None:
    """Of rows under merged cells nothing more is said: their empty cells are not meant empty."""
    ranges = [range_boundaries(merged) for merged in raw.merged]
    for row in table.rows:
        if any((top or 1) <= row.number <= (bottom or row.number) for _, top, _, bottom in ranges):
            row.unread.update(row.kind.by_key)
