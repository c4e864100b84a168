"""What a workbook says of itself: its fields, the terms of use, its publication. Rows of values; pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

from app.catalogue.publications import document
from app.kinds import Field, Kind
from app.kinds.types import Code, Codes, Day
from app.opendata.columns import columns
from app.opendata.extract import Extract

_TERMS = Path(__file__).parent / "terms.toml"

SAMPLE = "DỮ LIỆU MẪU: người, số và văn bản đều hư cấu"

Row = tuple[str | int | datetime, ...]


def dictionary(extract: Extract) -> Iterator[Row]:
    """Yield the header, then a row for each column of each sheet."""
    yield "Trang tính", "Mã trường", "Nhãn", "Kiểu", "Ghi chú"
    for kind in extract.kinds:
        for field in columns(kind):
            yield kind.sheet, field.key, field.vi, field.type.name, note(field, kind)


@cache
def stated() -> tuple[str, ...]:
    """Return the terms of use, one by one; first that they are a draft while they are."""
    told = tomllib.loads(_TERMS.read_text(encoding="utf-8"))
    return (told["draft"], *told["terms"]) if told["draft"] else tuple(told["terms"])


@cache
def terms() -> tuple[Row, ...]:
    """Return the header, then the terms one by one; first that they are a draft while they are."""
    return (("Điều khoản sử dụng",), *((line,) for line in stated()))


def publication(extract: Extract) -> Iterator[Row]:
    """Yield what the workbook shows: which list, of which publication, and how many rows each sheet has."""
    yield "Danh sách", extract.heading
    if extract.sample:
        yield "Lưu ý", SAMPLE
    if extract.as_of:
        yield "Thời điểm", extract.as_of
    yield from _published(extract)
    kinds = [version.kind.key for version in extract.versions]
    for kind in extract.kinds:
        yield f"Số dòng của trang “{kind.sheet}”", kinds.count(kind.key)


def _published(extract: Extract) -> Iterator[Row]:
    shown = extract.publication
    if shown is None:
        yield "Lần công bố", "Chưa có lần công bố nào"
        return
    yield "Lần công bố", shown.number
    yield "Công bố lúc", shown.published_at
    yield "Văn bản", document(shown)
    yield "Mã kiểm tra toàn vẹn", shown.hash
    yield "Xem tại", f"{extract.base_url}/cong-bo/{shown.number}"


def note(field: Field, kind: Kind) -> str:
    """Return the codes that data holds with wordings and source, when the field is needed, the article."""
    notes = []
    if isinstance(field.type, Code | Codes):
        codes = field.type.codes
        told = [(kind.key, kind.vi)] if field.key == "kind" else codes.pairs
        notes.append("; ".join(f"{code} = {wording}" for code, wording in told))
        notes.append(f"Nguồn: {codes.source} (đối chiếu ngày {Day().show(codes.compared_on)})")
    if field.need.words:
        notes.append(field.need.words)
    if field.law:
        notes.append(field.law)
    return ". ".join(notes)
