"""Bad workbooks: each fault is told once, with file, sheet, row, column, what was read and what is needed."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.workbook import lines
from app.workbook.problem import MOST_LINES
from app.workbook.sheets import MOST_ROWS
from tests.rooms.workbooks import (
    CENTRE,
    LAWYER,
    ORGANISATION,
    KnownRegister,
    only_line,
    put,
    reading,
    rewritten,
    said,
    sheet,
    workbook,
)


def centre(path: Path, **cells: Any) -> Path:
    return workbook(path, sheet("centre", {**CENTRE, **cells}))


def headed(path: Path, header: str, value: object = "x") -> Path:
    """A good sheet with one more column."""
    title, rows = sheet("centre", CENTRE)
    return workbook(path, (title, [[*rows[0], header], [*rows[1], value]]))


def test_a_problem_names_file_sheet_row_column_what_was_read_and_what_is_needed(tmp_path: Path) -> None:
    line = only_line(reading(centre(tmp_path / "a.xlsx", status="đang chạy")))
    assert line == (
        "a.xlsx, trang “Trung tâm”, dòng 2, cột D “Tình trạng”: đọc được “đang chạy”, "
        "cần một trong: đang thực hiện; đã chấm dứt"
    )


def test_an_unknown_column_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    line = only_line(reading(headed(tmp_path / "a.xlsx", "Thư điện tữ")))
    assert "dòng 1" in line
    assert "đọc được “Thư điện tữ”" in line
    assert "có phải “Thư điện tử”?" in line


def test_a_column_twice_is_refused(tmp_path: Path) -> None:
    assert "hai lần" in only_line(reading(headed(tmp_path / "a.xlsx", "Điện thoại", "0205 3800 000")))


def test_a_column_without_header_is_refused_once(tmp_path: Path) -> None:
    title, rows = sheet("centre", CENTRE, {**CENTRE, "name": "Trung tâm Khác"})
    path = workbook(tmp_path / "a.xlsx", (title, [rows[0], *([*row, None, "x"] for row in rows[1:])]))
    assert "không có tiêu đề" in only_line(reading(path))


def test_a_sheet_without_ids_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE, without=["id"]))
    assert "thiếu cột “Mã”" in only_line(reading(path))


def test_a_needed_column_is_missed_once_not_row_by_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE, CENTRE, CENTRE, without=["phone"]))
    found = reading(path)
    line = only_line(found)
    assert "thiếu cột “Điện thoại”" in line
    assert "3 dòng" in line
    assert found.counts.refused == 3


@pytest.mark.parametrize(
    "header",
    [
        "CCCD",
        "Số CCCD/CMND",
        "Căn cước công dân",
        "Số định danh cá nhân",
        "Ngày sinh",
        "NĂM SINH",
        "Dân tộc",
        "Địa chỉ thường trú",
        "Nơi cư trú hiện nay",
        "dan toc",
    ],
)
def test_what_may_never_be_stored_is_refused_by_name(tmp_path: Path, header: str) -> None:
    line = only_line(reading(headed(tmp_path / "a.xlsx", header, "bí mật")))
    assert f"đọc được “{header}”, cột bị cấm" in line
    assert "Luật TGPL Đ6" in line
    assert "bí mật" not in line


def test_an_unknown_sheet_is_refused_by_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), ("Trung tam", [["Mã"]]))
    assert only_line(reading(path)) == (
        "a.xlsx, trang “Trung tam”: không có trang tên này; có phải “Trung tâm”?"
    )


@pytest.mark.parametrize(
    ("key", "value", "needed"),
    [
        ("phone", 2053800000, "mất số 0 đứng đầu"),
        ("phone", "12345", "số điện thoại Việt Nam"),
        ("effective_from", "2026-03-01", "dd/mm/yyyy"),
        ("effective_from", "31/02/2026", "dd/mm/yyyy"),
        ("effective_from", 46082, "không phải một con số"),
        ("effective_from", time(7, 30), "thành ngày hoặc giờ"),
        ("basis_number", datetime(2026, 5, 1), "thành ngày hoặc giờ"),
        ("basis_number", 12, "số 0 đứng đầu có thể đã mất"),
        ("basis_number", True, "TRUE/FALSE"),
        ("basis_number", "=1+1", "không phải công thức"),
        ("basis_number", "#REF!", "ô báo lỗi"),
        ("basis_number", "x" * 501, "500 ký tự"),
        ("basis_number", "a_x0007_b", "ký tự điều khiển"),
        ("basis_number", "a\u202eb", "ký tự điều khiển"),
        ("email", "a\u2066@example.vn", "ký tự điều khiển"),
        ("website", "javascript:alert(1)", "https://"),
        ("commune", "Hòa Bình", "hãy ghi mã"),
        ("commune", "Xã Không Có", "mã xã, phường hiện nay"),
        ("languages", "Việt; Pháp", "một trong: Việt"),
        ("opening_hours", "cả ngày", "lịch như"),
        ("latitude", 106.75, "số từ 8 đến 24"),
        ("former_names", False, "TRUE/FALSE"),
        ("director", "Ai Đó", "cần mã hoặc đúng tên"),
    ],
)
def test_a_cell_of_the_wrong_shape_is_refused(tmp_path: Path, key: str, value: object, needed: str) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), twist=put("centre", key, value))
    line = only_line(reading(path))
    assert "dòng 2" in line
    assert needed in line


def test_a_date_that_excel_cannot_hold_is_refused_without_a_warning(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", sheet("centre", CENTRE), twist=put("centre", "basis_date", datetime(2026, 3, 5))
    )
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>46086</v>", b"<v>99999999</v>"))
    assert "ô báo lỗi" in only_line(reading(path))


def test_merged_cells_are_refused_with_their_place_and_nothing_is_said_twice(tmp_path: Path) -> None:
    def merge(page: Worksheet) -> None:
        page.merge_cells("F2:F3")

    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE, CENTRE), twist=merge)
    found = reading(path)
    assert only_line(found).startswith("a.xlsx, trang “Trung tâm”, dòng 2, cột F: đọc được “F2:F3”, ô gộp")
    assert found.counts.refused == 2


def test_too_many_rows_are_refused_where_reading_stops(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", ("Trung tâm", [["Mã", "Tên"], *([None, "x"] for _ in range(50_000))])
    )
    line = only_line(reading(path))
    assert f"quá {MOST_ROWS} dòng" in line
    assert "trang “Trung tâm”" in line


def test_needed_cells_and_rules_are_told_with_their_column(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", CENTRE),
        sheet("organisation", {**ORGANISATION, "contract_to": "01/03/2030", "licence_number": None}),
    )
    needed, broken = said(reading(path))
    assert "“Số Giấy đăng ký hoạt động”: ô trống, cần điền (bắt buộc" in needed
    assert "“Hợp đồng đến ngày”: đọc được “01/03/2030”" in broken
    assert "TT 08/2017/TT-BTP Đ15" in broken


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "c.xlsx").touch()
    found = reading(
        centre(tmp_path / "a.xlsx", status="?", phone=1, commune="?"),
        workbook(tmp_path / "b.xlsx", sheet("lawyer", {**LAWYER, "gender": "?"})),
        tmp_path / "c.xlsx",
    )
    assert [problem.column for problem in found.problems] == [
        "",
        "Tình trạng",
        "Xã/phường",
        "Điện thoại",
        "Giới tính",
        "Tổ chức phân công",
    ]
    assert str(found.counts) == "new=0 changed=0 unchanged=0 refused=2"


def test_beyond_what_anybody_reads_the_rest_is_counted(tmp_path: Path) -> None:
    rows = [{**CENTRE, "status": "?"}] * (MOST_LINES + 3)
    printed = list(lines(reading(workbook(tmp_path / "a.xlsx", sheet("centre", *rows))).problems))
    assert len(printed) == MOST_LINES + 1
    assert printed[-1] == "… và 3 lỗi nữa."


@pytest.mark.parametrize(
    ("code", "needed"),
    [("TT-1", "TT-01"), ("TT-00", "TT-01"), ("TT-001", "TT-01"), ("LS-0001", "TT-01"), (7, "số 0 đứng đầu")],
)
def test_an_id_that_this_kind_could_not_have_is_refused(tmp_path: Path, code: object, needed: str) -> None:
    line = only_line(reading(centre(tmp_path / "a.xlsx", id=code)))
    assert "cột A “Mã”" in line
    assert needed in line


def test_one_id_twice_is_refused(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", sheet("centre", {**CENTRE, "id": "TT-01"}, {**CENTRE, "id": "TT-01"})
    )
    assert "đã có ở dòng 2 trang “Trung tâm”" in only_line(reading(path))


def test_an_unknown_id_and_one_of_another_kind_are_refused_in_a_living_register(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", sheet("centre", {**CENTRE, "id": "TT-09"}, {**CENTRE, "id": "LS-0001"})
    )
    unknown, other = said(reading(path, known=KnownRegister({"LS-0001": {"name": "A"}})))
    assert "mã chưa có" in unknown
    assert "trang “Luật sư”" in other


def test_a_name_that_two_entries_bear_is_refused_naming_both(tmp_path: Path) -> None:
    known = KnownRegister({"TC-005": {"name": ORGANISATION["name"]}})
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", CENTRE),
        sheet("organisation", ORGANISATION),
        sheet("lawyer", LAWYER),
    )
    line = only_line(reading(path, known=known))
    assert "“Tổ chức phân công”" in line
    assert "TC-005; dòng 2 trang “Tổ chức tham gia”" in line


def test_an_entry_cannot_refer_to_itself(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", sheet("organisation", {**ORGANISATION, "successor": ORGANISATION["name"]})
    )
    assert "chính nó" in only_line(reading(path))
