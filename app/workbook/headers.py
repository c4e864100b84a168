"""The header row: which column holds which field. Knows labels, and what may never be a column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from app.kinds import Field, Kind
from app.kinds.typed import single
from app.kinds.types import Text
from app.vietnamese import DECODERS, fold, suspect, words
from app.workbook.cells import shown
from app.workbook.fonts import named_as
from app.workbook.sheets import RawCell

ID = Field("id", "Mã", "Id", Text(16))
"""The first column: empty for a new entry. The ledger keeps ids beside the fields, so no kind declares it."""

_SEVERAL = 3

_NEVER_STORED = {
    "số định danh cá nhân, căn cước": (
        "cccd",
        "cmnd",
        "cmt",
        "can cuoc",
        "chung minh nhan dan",
        "so dinh danh",
    ),
    "ngày sinh, năm sinh": ("ngay sinh", "nam sinh", "thang sinh", "sinh ngay", "sinh nam"),
    "dân tộc": ("dan toc",),
    "nơi cư trú": ("thuong tru", "tam tru", "noi cu tru", "ho khau", "noi o"),
    "ảnh": ("anh the", "anh chan dung"),
    "vụ việc, người được trợ giúp": ("bi cao", "bi can", "bi hai", "nan nhan", "vu viec", "vu an"),
}


def fields_by_label(kind: Kind) -> dict[str, Field]:
    """Return the columns of a kind's sheet in order, by header."""
    return {field.vi: field for field in (ID, *kind.fields)}


def nearest(text: str, known: Iterable[str]) -> str:
    """Return a Vietnamese clause that names the nearest of ``known``, or "" where none is near."""
    folded = {fold(one): one for one in known}
    best = process.extractOne(fold(text), folded.keys(), scorer=fuzz.ratio, score_cutoff=65)
    return f"; có phải “{folded[best[0]]}”?" if best else ""


def is_header(cells: Iterable[RawCell], kind: Kind) -> bool:
    """Whether a row holds the labels of several columns, which no entry does."""
    return _labels(cells, kind) >= _SEVERAL


def holds_label(cells: Iterable[RawCell], kind: Kind) -> bool:
    """Whether a row holds the label of any column, or of one that may never be: it is meant as a header."""
    return _labels(cells, kind) > 0 or any(may_never_be(cell) for cell in cells)


def _labels(cells: Iterable[RawCell], kind: Kind) -> int:
    return sum(is_label(cell, kind) for cell in cells)


def is_label(cell: RawCell, kind: Kind) -> bool:
    """Whether a cell holds the label of a column, be it keyed for an old font."""
    return label_of(cell, kind) in fields_by_label(kind)


def label_of(cell: RawCell, kind: Kind) -> str:
    """Return the label in a cell, in Unicode if one of the kind's was keyed for an old font."""
    known, text = fields_by_label(kind), single(shown(cell))
    return text if text in known else named_as(shown(cell), known) or text


def may_never_be(cell: RawCell) -> bool:
    """Whether a cell names something that is never stored."""
    return bool(_forbidden(single(shown(cell))))


def is_numbering(cells: Iterable[RawCell]) -> bool:
    """Whether a row only numbers the columns, as printed tables do: ``(1) (2) (3)``."""
    texts = [single(shown(cell)) for cell in cells]
    return len(texts) >= _SEVERAL and all(re.fullmatch(r"\(?\d{1,3}\)?", text) for text in texts)


def columns(cells: Iterable[RawCell], kind: Kind) -> tuple[dict[int, Field], list[tuple[RawCell, str]]]:
    """Return the field of each column and, for each header that is refused, its cell and why."""
    found: dict[int, Field] = {}
    refused: list[tuple[RawCell, str]] = []
    for cell in cells:
        field, fault = _field(cell, kind, found.values())
        if field:
            found[cell.column] = field
        else:
            refused.append((cell, fault))
    return found, refused


def _field(cell: RawCell, kind: Kind, before: Iterable[Field]) -> tuple[Field | None, str]:
    known = fields_by_label(kind)
    label = label_of(cell, kind)
    field = known.get(label) if cell.type == "s" else None
    if field is None:
        return None, _forbidden(label) or f"không có cột tên này{nearest(label, known)}"
    if field in before:
        return None, "cột này có hai lần: chỉ giữ một"
    return field, ""


def _forbidden(label: str) -> str:
    encoding = suspect(label)
    plain = f" {' '.join(words(fold(DECODERS[encoding](label) if encoding else label)))} "
    for what, names in _NEVER_STORED.items():
        if any(f" {name} " in plain for name in names):
            return (
                f"cột bị cấm: danh sách công khai không bao giờ lưu {what} (Luật TGPL Đ6; "
                "Luật Bảo vệ dữ liệu cá nhân 2025); hãy xóa cả cột"
            )
    return ""
