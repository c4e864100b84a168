"""Sheets made for print: titles above, groups and labels in two rows, numbered columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.rooms.workbooks import (
    CENTRE,
    notes,
    only_line,
    reading,
    said,
    sheet,
    workbook,
)


def centre(path: Path, *rows: dict[str, Any], twist: Any = None) -> Path:
    return workbook(path, sheet("centre", *({**CENTRE, **row} for row in rows or ({},))), twist=twist)


def grouped(page: Worksheet) -> None:
    """A row of groups above the labels, some labels reaching over both, as printed tables have it."""
    page.insert_rows(1)
    for column in (1, 2):
        page.cell(1, column).value, page.cell(2, column).value = page.cell(2, column).value, None
        page.merge_cells(start_row=1, end_row=2, start_column=column, end_column=column)
    page["C1"] = "Thông tin chung"
    page.merge_cells("C1:F1")


def titled(page: Worksheet) -> None:
    grouped(page)
    page.insert_rows(1, amount=3)
    page["A1"] = "DANH SÁCH TRUNG TÂM"
    page["A2"] = "(Kèm theo Quyết định mẫu)"


def titled_only(page: Worksheet) -> None:
    page.insert_rows(1, amount=2)
    page["A1"] = "DANH SÁCH TRUNG TÂM"


@pytest.mark.parametrize(
    ("twist", "told"),
    [
        (
            grouped,
            ["dòng 1: đọc được “Thông tin chung”, đứng trên tên cột", "tên cột đã đọc từ các dòng 1-2"],
        ),
        (titled_only, ["dòng 1: đọc được “DANH SÁCH TRUNG TÂM”, đứng trên tên cột"]),
    ],
)
def test_a_header_made_for_print_is_read_and_what_stands_above_is_told(
    tmp_path: Path, twist: Any, told: list[str]
) -> None:
    path = centre(tmp_path / "a.xlsx", twist=twist)
    found = reading(path, repairing=True)
    assert said(found) == []
    assert [one.fields for one in found.proposals()] == [
        one.fields for one in reading(centre(tmp_path / "b.xlsx")).proposals()
    ]
    for part in told:
        assert any(part in one for one in notes(found)), notes(found)
    assert any("dòng này có tên các cột" in one for one in said(reading(path)))


def test_a_second_row_with_few_labels_is_header_too(tmp_path: Path) -> None:
    def split(page: Worksheet) -> None:
        page.insert_rows(2)
        for column in (6, 7):
            page.cell(2, column).value, page.cell(1, column).value = page.cell(1, column).value, None
        page["F1"] = "Nơi làm việc"
        page.merge_cells("F1:G1")

    found = reading(centre(tmp_path / "a.xlsx", twist=split), repairing=True)
    assert said(found) == []
    assert found.counts.new == 1


def doubled(page: Worksheet) -> None:
    page.insert_rows(1)
    for cell in page[2]:
        page.cell(1, cell.column).value = cell.value  # type: ignore[attr-defined]


def entry_above(page: Worksheet) -> None:
    page.insert_rows(1)
    page["A1"], page["B1"] = "TT-02", "Trung tâm Khác"


def repeated(page: Worksheet) -> None:
    for cell in page[1]:
        page.cell(4, cell.column).value = cell.value  # type: ignore[attr-defined]


@pytest.mark.parametrize("twist", [doubled, entry_above, repeated])
def test_a_header_that_may_hide_an_entry_is_refused(tmp_path: Path, twist: Any) -> None:
    path = centre(tmp_path / "a.xlsx", twist=twist)
    assert "dòng này có tên các cột" in only_line(reading(path, repairing=True))


def test_a_forbidden_column_is_seen_among_the_groups_above(tmp_path: Path) -> None:
    def group(page: Worksheet) -> None:
        grouped(page)
        page["C1"] = "Ngày sinh"

    assert "cột bị cấm" in only_line(reading(centre(tmp_path / "a.xlsx", twist=group), repairing=True))


def test_numbers_of_columns_right_below_the_labels_are_passed_over_and_told(tmp_path: Path) -> None:
    title, (header, row) = sheet("centre", CENTRE)
    numbers = [f"({place})" for place in range(1, len(header) + 1)]
    path = workbook(tmp_path / "a.xlsx", (title, [header, numbers, row]))
    found = reading(path, repairing=True)
    assert said(found) == []
    assert "dòng 2: đọc được “(1)”, dòng chỉ đánh số cột: không đọc" in notes(found)[0]
    late = workbook(tmp_path / "b.xlsx", (title, [header, row, numbers]))
    assert "hãy xóa dòng này" in only_line(reading(late, repairing=True))
