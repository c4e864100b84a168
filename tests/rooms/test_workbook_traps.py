"""Traps of sheets made for printing: two header rows, numbered columns, ditto marks, cells too long."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.rooms.workbooks import CENTRE, only_line, put, reading, rewritten, said, sheet, workbook


def grouped(page: Worksheet) -> None:
    """Put a row of groups above the labels, its cells merged, as printed tables have it."""
    page.insert_rows(1)
    page["A1"] = "Mã"
    page["B1"] = "Thông tin chung"
    page.merge_cells("B1:F1")
    page["A2"] = None
    page.merge_cells("A1:A2")


def titled(page: Worksheet) -> None:
    page.insert_rows(1, amount=2)
    page["A1"] = "DANH SÁCH TRUNG TÂM"


@pytest.mark.parametrize(("twist", "row"), [(grouped, 2), (titled, 3)])
def test_labels_below_the_first_row_are_one_problem_with_its_place(
    tmp_path: Path, twist: Any, row: int
) -> None:
    line = only_line(reading(workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), twist=twist)))
    assert line.startswith(f"a.xlsx, trang “Trung tâm”, dòng {row}: dòng này có tên các cột")


def test_a_sheet_that_begins_with_its_entries_is_one_problem(tmp_path: Path) -> None:
    title, (_header, row) = sheet("centre", CENTRE)
    line = only_line(reading(workbook(tmp_path / "a.xlsx", (title, [row, row]))))
    assert "dòng 1" in line
    assert "dòng đầu của trang phải là tên các cột" in line


@pytest.mark.parametrize("number", ["({})", "{}"])
def test_a_row_that_numbers_the_columns_is_one_problem(tmp_path: Path, number: str) -> None:
    title, (header, row) = sheet("centre", CENTRE)
    numbers = [number.format(place) for place in range(1, len(header) + 1)]
    found = reading(workbook(tmp_path / "a.xlsx", (title, [header, numbers, row])))
    assert "dòng 2: đọc được" in only_line(found)
    assert "đánh số cột" in only_line(found)


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "N.T", "như trên", "Như dòng trên", '"', "”", "''", "//"])
@pytest.mark.parametrize("key", ["address", "status", "effective_from", "phone", "languages", "commune"])
def test_as_above_is_refused_in_any_cell(tmp_path: Path, key: str, ditto: str) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), twist=put("centre", key, ditto))
    assert "không viết tắt “như trên”" in only_line(reading(path))


def test_words_that_only_contain_as_above_are_no_ditto(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", {**CENTRE, "address": "Ngõ NT, như trên bản đồ"}))
    assert said(reading(path)) == []


def test_more_than_a_cell_can_hold_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", {**CENTRE, "former_names": "HERE"}))
    many = "; ".join(["a"] * 20_000).encode()
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"HERE", many))
    assert "“Tên cũ”: đọc được “a; a; " in only_line(reading(path))
    assert "nhiều nhất 32767 ký tự trong một ô" in only_line(reading(path))
