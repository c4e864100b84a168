"""The empty workbook that clerks fill in: a sheet per kind with notes, drop-downs, an example; a guide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from app import places
from app.kinds import EVERY_KIND, Field, Kind, Seen
from app.kinds.alternatives import AND, OR, Alternatives
from app.kinds.contact import Email, PhoneNumber, WebAddress
from app.kinds.files import Files
from app.kinds.hours import Hours
from app.kinds.types import (
    SEPARATOR,
    Bool,
    Code,
    Codes,
    Commune,
    Communes,
    Day,
    Decimal,
    Int,
    Month,
    Ref,
    Refs,
    Texts,
)
from app.workbook.choices import add_choices, offer
from app.workbook.examples import EXAMPLES
from app.workbook.headers import ID
from app.workbook.reading import CHOICES, GUIDE
from app.workbook.rows import EXAMPLE
from app.workbook.sheets import MOST_ROWS
from app.workbook.writing import LAST_ROW, Book, Words, add_sheet, fields_of, open_book

_SHAPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (Day, "Ngày, viết dd/mm/yyyy."),
    (Month, "Tháng mm/yyyy, hoặc chỉ năm yyyy."),
    (Int, "Số nguyên."),
    (Decimal, "Số, nhiều nhất 6 chữ số thập phân."),
    (Bool, "Có hoặc Không."),
    (Code, "Chọn một giá trị trong danh sách."),
    (Codes, f"Một hoặc nhiều giá trị của trang Danh mục, cách nhau bằng dấu {SEPARATOR}"),
    (Commune, "Tên hoặc mã xã, phường hiện nay; tên cũ nếu chỉ dẫn tới một xã, phường."),
    (Communes, f"Tên hoặc mã các xã, phường, cách nhau bằng dấu {SEPARATOR} hoặc: cả tỉnh."),
    (Ref, "Mã, hoặc đúng tên của một mục có trong danh sách hoặc trong tệp này."),
    (Refs, f"Mã hoặc đúng tên các mục, cách nhau bằng dấu {SEPARATOR} hoặc * cho tất cả."),
    (Texts, f"Các giá trị cách nhau bằng dấu {SEPARATOR}"),
    (PhoneNumber, "Số điện thoại, đủ số 0 đứng đầu."),
    (Email, "Thư điện tử."),
    (WebAddress, "Địa chỉ bắt đầu bằng https:// hoặc http://"),
    (Hours, "Lịch theo tuần, rồi các ngày khác thường."),
    (Files, "TÊN sha256:MÃ của tệp đã tải lên."),
    (
        Alternatives,
        f"Các cách chứng minh cách nhau bằng dấu {OR} giấy phải có cùng nhau nối bằng dấu {AND}",
    ),
)
_SEEN = {
    Seen.LIST: "Công khai trong danh sách.",
    Seen.PAGE: "Công khai ở trang riêng.",
    Seen.STAFF: "Chỉ cán bộ thấy.",
}


def write_template(path: Path, province: str) -> None:
    """Write the empty workbook to ``path``, with the communes of ``province`` (its code)."""
    write_book(path, province, {kind.key: [_example(kind, province)] for kind in EVERY_KIND})


def write_book(path: Path, province: str, entries: Mapping[str, Sequence[Words]]) -> None:
    """Write the whole workbook to ``path``, the sheet of each kind with its ``entries``, by its key.

    Raises Unwritable for a text that no cell holds.
    """
    book = open_book(path)
    _add_guide(book, province)
    sheets = [(kind, add_sheet(book, kind, entries.get(kind.key, ()))) for kind in EVERY_KIND]
    ranges = add_choices(book, CHOICES, province)
    for kind, sheet in sheets:
        for column, field in enumerate(fields_of(kind)):
            sheet.write_comment(0, column, "\n".join(note(field)), {"x_scale": 2.2, "y_scale": 1.4})
            offer(sheet, column, field, ranges)
            _prompt(sheet, column, field)
    book.close()


def _example(kind: Kind, province: str) -> dict[str, str]:
    commune = {"commune": places.communes(province)[0].name} if "commune" in kind.by_key else {}
    return {ID.key: EXAMPLE, **commune, **EXAMPLES.get(kind.key, {})}


def note(field: Field) -> Iterator[str]:
    """Yield what a clerk needs to know of a column: its shape, its need, who sees it, its law."""
    if field is ID:
        yield f"Để trống cho mục mới; dòng có mã {EXAMPLE} không được đọc."
        return
    shape = _shape(field)
    if shape:
        yield shape
    if field.hint:
        yield f"Ví dụ: {field.hint}"
    yield f"Cần điền: {field.need.words}." if field.need.words else "Có thể để trống."
    yield _SEEN[field.seen]
    if field.law:
        yield f"Căn cứ: {field.law}."


def _shape(field: Field) -> str:
    return next((words for type_, words in _SHAPES if isinstance(field.type, type_)), "")


def _prompt(sheet: Any, column: int, field: Field) -> None:
    """A cell that takes several values can have no drop-down: say so when it is entered."""
    if isinstance(field.type, Codes):
        choices = field.type.codes.choices
        message = choices if len(choices) <= 200 else "Xem trang Danh mục."
        prompt = {"validate": "any", "input_title": "Một hoặc nhiều, cách bằng ;", "input_message": message}
        sheet.data_validation(1, column, LAST_ROW, column, prompt)


def _add_guide(book: Book, province: str) -> None:
    sheet = book.book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 110, book.formats["plain"])
    sheet.write_string(
        0, 0, f"Nhập danh sách trợ giúp pháp lý, {places.province_name(province)}", book.formats["title"]
    )
    sheet.write_column(2, 0, list(_guide()), book.formats["plain"])


def _guide() -> Iterator[str]:
    yield "Mỗi trang là một loại mục; mỗi dòng là một mục. Trang không dùng thì để nguyên hoặc xóa cả trang."
    yield f"Dòng có mã {EXAMPLE} là dòng mẫu: chương trình bỏ qua, không cần xóa."
    yield "Cột Mã: để trống cho mục mới; ghi mã đã có để sửa mục đó."
    yield "Ô trống xóa giá trị đang có. Cột bị xóa khỏi trang, dòng không ghi: giữ nguyên giá trị đang có."
    yield "Không đổi tên cột, không thêm cột. Rê chuột lên tiêu đề để xem cách điền; cột màu cam phải điền."
    yield f"Nhiều giá trị trong một ô cách nhau bằng dấu {SEPARATOR} Các giá trị cho phép ở trang {CHOICES}."
    yield "Ngày viết dd/mm/yyyy. Số điện thoại giữ số 0 đứng đầu: các cột đã định dạng sẵn là văn bản."
    yield "Không gộp ô, không dùng công thức, không đặt mật khẩu, không dùng macro."
    yield (
        "Không ghi số căn cước, ngày sinh, dân tộc, nơi cư trú, ảnh, hay điều gì về vụ việc và người được "
        "trợ giúp: tệp có các cột đó bị từ chối."
    )
    yield f"Mỗi trang nhiều nhất {MOST_ROWS} dòng."
    yield "Mọi lỗi được báo một lần, kèm trang, dòng, cột; chưa sửa hết thì chưa nhận gì."
