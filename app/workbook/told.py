"""What a reading would do to a living register, in words for a terminal: row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from app.publishing.in_words import line, one_line
from app.workbook.known import Known
from app.workbook.outlook import CHANGED, NEW, UNCHANGED, Ending, RowOutlook, SheetOutlook, outlook
from app.workbook.reading import Reading


def told(found: Reading, known: Known) -> Iterator[str]:
    """Yield what is new, what changes and how, then for each sheet what stays and what the files lack."""
    seen = outlook(found, known)
    for sheet in seen.sheets:
        for row in sheet.rows:
            if row.state in (NEW, CHANGED):
                yield from _row(row)
    for sheet in seen.sheets:
        if said := "; ".join(_counted(sheet)):
            yield f"trang “{sheet.kind.sheet}”: {said}"
    for ending in seen.endings:
        if ending.needs_second_person:
            yield _ended(ending)


def _row(row: RowOutlook) -> Iterator[str]:
    name, new = one_line(row.name), row.state == NEW
    yield f"dòng {row.number} trang “{row.sheet}”: {f'mới: {name}' if new else f'{row.listing_id} {name}'}"
    for cell in () if new else row.cells:
        yield f"  {line(cell.field, cell.before, cell.after)}"


def _counted(sheet: SheetOutlook) -> Iterator[str]:
    if same := sheet.count(UNCHANGED):
        yield f"{same} mục không đổi"
    if sheet.missing:
        yield f"{len(sheet.missing)} mục không có trong tệp, giữ nguyên"


def _ended(ending: Ending) -> str:
    return (
        f"trang “{ending.kind.sheet}”: tệp này chấm dứt {ending.ended} trên {ending.of} mục đang có; "
        "nhiều như vậy cần thêm một người xem lại"
    )
