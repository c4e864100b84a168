"""The files that cells name: only what was uploaded before may be named. Knows no stored file."""

from __future__ import annotations

from collections.abc import Iterable

from app.kinds.files import Files
from app.workbook.known import Known
from app.workbook.table import Row


def check(rows: Iterable[Row], known: Known) -> None:
    """Refuse the cells that name a file which nobody has uploaded."""
    for row in rows:
        for field in row.kind.fields:
            if isinstance(field.type, Files) and field.key not in row.unread:
                named = row.values.get(field.key) or ()
                unknown = [one for one in named if not known.has_file(one["sha256"])]
                if unknown:
                    row.refuse(field, _fault(known), field.show(unknown))


def _fault(known: Known) -> str:
    if known.empty:
        return "sổ trống chưa có tệp nào: hãy để trống ô này, tải tệp lên sau khi nạp"
    return "chưa có tệp nào mang mã này: hãy tải tệp lên trước, rồi chép đúng TÊN sha256:MÃ"
