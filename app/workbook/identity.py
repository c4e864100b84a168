"""Which entry a row means: the column `Mã`, empty for a new one. Knows the register only through `Known`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app import kinds
from app.kinds import Kind
from app.workbook.headers import ID
from app.workbook.known import Known
from app.workbook.table import Row


def identify(rows: Iterable[Row], known: Known) -> None:
    """Give each row its listing's id and accepted document, or a problem."""
    first: dict[str, Row] = {}
    for row in rows:
        if not row.code or ID.key in row.unread:
            continue
        twin = first.setdefault(row.code, row)
        fault = f"mỗi mã chỉ một dòng: mã này đã có ở {twin.place}" if twin is not row else _fault(row, known)
        if fault:
            row.refuse(ID, fault, row.code)
            continue
        row.listing_id = row.code
        row.before = known.document(row.code)


def _fault(row: Row, known: Known) -> str:
    of_kind = known.kind_of(row.code)
    if of_kind == row.kind.key:
        return ""
    if of_kind:
        return f"mã này là của {kinds.find(of_kind).vi}: dòng phải nằm ở trang “{kinds.find(of_kind).sheet}”"
    if not known.empty:
        return "mã chưa có trong danh sách: để trống cho mục mới"
    return "" if _fits(row.code, row.kind) else f"cần mã dạng {row.kind.public_id(1)}, hoặc để trống"


def _fits(code: str, kind: Kind) -> bool:
    """Whether ``code`` is an id that the register could itself give."""
    serial = re.fullmatch(rf"{kind.prefix}-([0-9]{{{kind.digits},6}})", code)
    return serial is not None and int(serial[1]) > 0 and kind.public_id(int(serial[1])) == code
