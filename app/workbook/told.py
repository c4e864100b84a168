"""What a reading would do to a living register, in words for who loads it: row by row, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.kinds import EVERY_KIND, Field
from app.publishing.in_words import line, one_line, shown
from app.workbook.known import Known
from app.workbook.reading import Reading
from app.workbook.table import Row


def told(found: Reading, known: Known) -> Iterator[str]:
    """Yield what is new, what changes and how, then for each sheet what stays and what the files lack."""
    for row in found.rows:
        if not row.problems and (row.new or row.changed):
            yield from _row(row)
    yield from _sheets(found, known)


def _row(row: Row) -> Iterator[str]:
    name = one_line(str(row.document.get("name", "")))
    yield f"{row.place}: {f'mới: {name}' if row.new else f'{row.code} {name}'}"
    for key in () if row.new else row.changed:
        field = row.kind.by_key[key]
        yield f"  {line(field, shown(field, (row.before or {}).get(key)), _after(row, field))}"


def _after(row: Row, field: Field) -> str:
    """A reference is told as it was typed: a new entry has no id yet."""
    typed = row.texts.get(field.key, "") if field.refers else ""
    return typed or shown(field, row.document.get(field.key))


def _sheets(found: Reading, known: Known) -> Iterator[str]:
    named = {row.listing_id for row in found.rows}
    lacking = Counter(kind for listing_id, kind, _ in known.every() if listing_id not in named)
    same = Counter(row.kind.key for row in found.rows if not (row.new or row.changed or row.problems))
    for kind in EVERY_KIND:
        if said := "; ".join(_counted(same[kind.key], lacking[kind.key])):
            yield f"trang “{kind.sheet}”: {said}"


def _counted(same: int, lacking: int) -> Iterator[str]:
    if same:
        yield f"{same} mục không đổi"
    if lacking:
        yield f"{lacking} mục không có trong tệp, giữ nguyên"
