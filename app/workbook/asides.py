"""What a clerk should know of a sheet that was read: what is hidden, what stood about, odd text."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import groupby

from openpyxl.utils import get_column_letter

from app.kinds.typed import oddities, single
from app.workbook.headers import label_of
from app.workbook.sheets import RawCell, RawSheet
from app.workbook.table import Table
from app.workbook.topmost import Header, NumberedRow


def tell(
    table: Table,
    raw: RawSheet,
    header: Header,
    entries: list[NumberedRow],
    keyed: Container[tuple[int, int]],
) -> None:
    """Add the notes on the sheet as a whole to ``table``."""
    _tell_header(table, header)
    _tell_hidden(table, raw, entries)
    _tell_epoch(table, raw, entries)
    _tell_odd(table, entries, keyed)


def _tell_header(table: Table, header: Header) -> None:
    for number, text in header.besides:
        table.note("đứng trên tên cột: không đọc", row=number, read=text)
    if len(header.numbers) > 1:
        table.note(f"tên cột đã đọc từ các dòng {_runs(header.numbers)}")
    for cell in header.cells:
        if single(str(cell.value)) != (label := label_of(cell, table.kind)):
            said = f"tên cột gõ bằng phông cũ, đã đọc là “{label}”"
            table.note(said, row=header.last, letter=cell.letter, read=str(cell.value))
    if single(table.sheet) != table.kind.sheet:
        table.note(f"tên trang gõ bằng phông cũ, đã đọc là “{table.kind.sheet}”")


def _tell_hidden(table: Table, raw: RawSheet, entries: Iterable[NumberedRow]) -> None:
    rows = [number for number, _ in entries if number in raw.hidden_rows]
    letters = [one for one in table.letters.values() if one in map(get_column_letter, raw.hidden_columns)]
    if raw.hidden:
        table.note("trang đang ẩn: vẫn được đọc")
    if rows:
        table.note(f"{len(rows)} dòng đang ẩn hoặc bị lọc ({_runs(rows)}): vẫn được đọc")
    if letters:
        table.note(f"cột đang ẩn ({', '.join(letters)}): vẫn được đọc")


def _tell_epoch(table: Table, raw: RawSheet, entries: Iterable[NumberedRow]) -> None:
    if raw.counts_from_1904 and any(cell.type == "d" for _, cells in entries for cell in cells):
        table.note("tệp tính ngày từ năm 1904 (Excel trên máy Mac đời cũ): các ngày đã đọc theo cách tính đó")


def _tell_odd(table: Table, entries: Iterable[NumberedRow], keyed: Container[tuple[int, int]]) -> None:
    found: dict[str, list[str]] = {}
    for number, cells in entries:
        for cell in cells:
            if (number, cell.column) not in keyed:
                for oddity in _oddities(cell):
                    found.setdefault(oddity, []).append(f"{cell.letter}{number}")
    for oddity, places in found.items():
        table.note(f"{len(places)} ô có {oddity}, ô đầu tiên {places[0]}: đã đọc thành chữ thường dùng")


def _oddities(cell: RawCell) -> Iterable[str]:
    return oddities(cell.value) if cell.type == "s" and not cell.value.isascii() else ()


def _runs(numbers: list[int]) -> str:
    """Return ``2, 5-7`` for 2, 5, 6 and 7."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
