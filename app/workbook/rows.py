"""From a raw sheet to the rows of a table, every cell read by its field's type. Knows no register."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.utils import get_column_letter, range_boundaries

from app.kinds import Field, Kind, Unreadable
from app.workbook.cells import shown, words
from app.workbook.headers import ID, columns, holds_label, is_header, is_numbering
from app.workbook.sheets import MOST_ROWS, RawCell, RawSheet
from app.workbook.table import Row, Table

EXAMPLE = "VÍ DỤ"
"""What stands in `Mã` of the template's example row, which is passed over."""

_NEAR_TOP = 10
_TWO_HEADERS = (
    "dòng này có tên các cột: tên cột phải nằm trên một dòng, và là dòng đầu của trang; hãy xóa các dòng "
    "tiêu đề khác ở trên và bỏ gộp ô; trang này không được đọc"
)
_NO_HEADER = "dòng đầu của trang phải là tên các cột, đúng như trong mẫu; trang này không được đọc"

Columns = list[tuple[int, Field]]


def table_of(raw: RawSheet, kind: Kind, file: str, province: str) -> Table:
    """Return the table of a sheet that holds anything, its problems gathered in it."""
    number, cells = raw.rows[0]
    table = Table(kind, file, raw.title, number)
    if raw.too_long:
        table.refuse(f"quá {MOST_ROWS} dòng: hãy chia thành nhiều tệp; trang này không được đọc tiếp")
        return table
    if second := _second_header(raw, kind):
        table.refuse(_TWO_HEADERS, row=second)
        return table
    if not holds_label(cells, kind):
        table.refuse(_NO_HEADER, row=number, letter=cells[0].letter, read=shown(cells[0]))
        return table
    _refuse_merged(table, raw)
    by_column = _header(table, cells)
    if not table.lacks(ID):
        _refuse_headless(table, raw, {cell.column for cell in cells})
        in_order = sorted(by_column.items(), key=lambda column: column[1] is not ID)
        rows = (_row(table, number, cells, in_order, province) for number, cells in _entries(table, raw))
        table.rows = [row for row in rows if (row.texts or row.problems) and not _is_example(row)]
        _silence_merged(table, raw)
    return table


def _second_header(raw: RawSheet, kind: Kind) -> int | None:
    """Return the row near the top that is a header too, or instead of the first."""
    return next((number for number, cells in raw.rows[1:_NEAR_TOP] if is_header(cells, kind)), None)


def _entries(table: Table, raw: RawSheet) -> Iterator[tuple[int, list[RawCell]]]:
    for number, cells in raw.rows[1:]:
        if is_numbering(cells):
            table.refuse("dòng chỉ đánh số cột: hãy xóa dòng này", row=number, read=shown(cells[0]))
        else:
            yield number, cells


def _header(table: Table, cells: list[RawCell]) -> dict[int, Field]:
    by_column, refused = columns(cells, table.kind)
    for cell, fault in refused:
        table.refuse(fault, row=table.header, letter=cell.letter, read=shown(cell))
    table.letters = {field.key: get_column_letter(column) for column, field in by_column.items()}
    if table.lacks(ID):
        table.refuse(f"thiếu cột “{ID.vi}” (ô trống là mục mới); trang này không được đọc", row=table.header)
    return by_column


def _refuse_headless(table: Table, raw: RawSheet, headed: set[int]) -> None:
    """Refuse each column that holds something under no header, once."""
    first: dict[int, tuple[int, RawCell]] = {}
    for number, cells in raw.rows[1:]:
        for cell in cells:
            if cell.column not in headed:
                first.setdefault(cell.column, (number, cell))
    for number, cell in first.values():
        table.refuse("cột không có tiêu đề", row=number, letter=cell.letter, read=shown(cell))


def _row(table: Table, number: int, cells: list[RawCell], in_order: Columns, province: str) -> Row:
    row = Row(table, number)
    held = {cell.column: cell for cell in cells}
    for column, field in in_order:
        _take(row, field, held.get(column), province)
        if _is_example(row):
            break
    return row


def _is_example(row: Row) -> bool:
    return row.code.upper() == EXAMPLE


def _take(row: Row, field: Field, cell: RawCell | None, province: str) -> None:
    """Read one cell into ``row``: its value, None for an empty one, or a problem."""
    try:
        text = words(cell, field.type) if cell else ""
        value = field.type.read(text, province) if text else None
        if field is not ID:
            row.values[field.key] = value
    except Unreadable as unreadable:
        row.refuse(field, f"cần {unreadable.expected}", shown(cell))
        text = shown(cell)
    if text:
        row.texts[field.key] = text


def _refuse_merged(table: Table, raw: RawSheet) -> None:
    for merged in raw.merged:
        left, top, *_ = range_boundaries(merged)
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
