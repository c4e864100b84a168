"""What can mean one thing only is taken and told where a person sees it, and suggested where nobody does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.rooms.workbooks import (
    CENTRE,
    notes,
    only_line,
    put,
    reading,
    said,
    sheet,
    workbook,
)


def centre(path: Path, *rows: dict[str, Any], twist: Any = None) -> Path:
    return workbook(path, sheet("centre", *({**CENTRE, **row} for row in rows or ({},))), twist=twist)


@pytest.mark.parametrize(
    ("key", "value", "meant", "told"),
    [
        ("phone", 2053800000, "02053800000", "đọc được “2053800000”, đã đọc là “0205 3800 000”"),
        ("hotline", 912345678, "0912345678", "đã đọc là “0912 345 678”"),
        ("hotline", 19001234, "19001234", "đã đọc là"),
        ("basis_date", 46086, "2026-03-05", "đã đọc là “05/03/2026” (số thứ tự ngày"),
        ("basis_date", "2026-03-05", "2026-03-05", "đã đọc là “05/03/2026”"),
        ("basis_date", "2026/3/5 00:00:00", "2026-03-05", "đã đọc là “05/03/2026”"),
        ("basis_date", "05-03-2026", "2026-03-05", "đã đọc là “05/03/2026”"),
        ("basis_date", "5.3.2026", "2026-03-05", "đã đọc là “05/03/2026”"),
        ("basis_date", "Ngày 5 tháng 3 năm 2026", "2026-03-05", "đã đọc là “05/03/2026”"),
    ],
)
def test_what_can_mean_one_thing_only_is_taken_and_told_or_only_suggested(
    tmp_path: Path, key: str, value: Any, meant: str, told: str
) -> None:
    path = centre(tmp_path / "a.xlsx", twist=put("centre", key, value))
    found = reading(path, repairing=True)
    assert said(found) == []
    assert found.proposals()[0].fields[key] == meant
    (note,) = notes(found)
    assert note.startswith("a.xlsx, trang “Trung tâm”, dòng 2, cột")
    assert told in note
    assert "; có phải “" in only_line(reading(path))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("phone", 12345),
        ("phone", 2053800000.5),
        ("basis_date", 2026),
        ("basis_date", 20260305),
        ("basis_date", 46086.5),
        ("basis_date", "46086"),
        ("basis_date", "05/03/26"),
        ("basis_date", "12/31/2026"),
        ("basis_date", "2026-13-05"),
        ("basis_date", "05-03/2026"),
        ("basis_number", 12),
        ("basis_number", datetime(2026, 5, 1)),
    ],
)
def test_what_could_mean_several_things_is_refused_all_the_same(tmp_path: Path, key: str, value: Any) -> None:
    found = reading(centre(tmp_path / "a.xlsx", twist=put("centre", key, value)), repairing=True)
    assert "có phải" not in only_line(found)
    assert notes(found) == []


def test_a_number_of_a_day_is_counted_from_the_files_own_first_day(tmp_path: Path) -> None:
    path = centre(tmp_path / "a.xlsx", twist=put("centre", "basis_date", 44624))
    book = load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    found = reading(path, repairing=True)
    assert found.proposals()[0].fields["basis_date"] == "2026-03-05"


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "Như trên", '"', "〃"])
def test_as_above_takes_the_value_above_down_a_whole_column_and_says_so(tmp_path: Path, ditto: str) -> None:
    rows = [
        {"name": f"Trung tâm {one}", "address": ditto, "commune": ditto, "languages": ditto} for one in "BC"
    ]
    path = centre(tmp_path / "a.xlsx", {}, *rows)
    found = reading(path, repairing=True)
    assert said(found) == []
    documents = [one.fields for one in found.proposals()]
    for key in ("address", "commune", "languages"):
        assert len({str(one[key]) for one in documents}) == 1
    assert (
        f"dòng 4, cột J “Địa chỉ”: đọc được “{ditto}”, đã đọc là “{CENTRE['address']}” (như dòng 3)"
        in notes(found)[3]
    )
    assert len(said(reading(path))) == 6


def test_as_above_means_nothing_at_the_top_in_a_name_or_an_id_below_a_gap_or_below_nothing(
    tmp_path: Path,
) -> None:
    def first(page: Worksheet) -> None:
        put("centre", "address", "nt")(page)

    def gap(page: Worksheet) -> None:
        page.insert_rows(3)
        put("centre", "address", "nt", row=4)(page)

    two: list[dict[str, Any]] = [{}, {"name": "Trung tâm B"}]
    spoiled = [first, gap, *(put("centre", key, "nt", row=3) for key in ("id", "name", "hotline"))]
    for number, twist in enumerate(spoiled):
        path = centre(tmp_path / f"{number}.xlsx", *two, twist=twist)
        assert "không viết tắt “như trên”" in only_line(reading(path, repairing=True))


def test_as_above_is_not_taken_from_a_row_that_nobody_saw(tmp_path: Path) -> None:
    def hide(page: Worksheet) -> None:
        page.row_dimensions[3].hidden = True
        put("centre", "address", "nt", row=4)(page)

    rows = ({"name": f"Trung tâm {one}"} for one in "ABC")
    found = reading(centre(tmp_path / "a.xlsx", *rows, twist=hide), repairing=True)
    assert "dòng 4, cột J “Địa chỉ”: đọc được “nt”" in only_line(found)


def test_loose_marks_and_odd_spaces_are_counted_not_told_one_by_one(tmp_path: Path) -> None:
    rows = [{"name": normalize("NFD", f"Trung tâm {one}"), "address": f"Số\u00a0{one}"} for one in "123"]
    found = reading(centre(tmp_path / "a.xlsx", *rows))
    assert said(found) == []
    assert found.proposals()[0].fields["name"] == "Trung tâm 1"
    loose, spaces = notes(found)
    assert "3 ô có dấu rời khỏi chữ (NFD, thường từ máy Mac), ô đầu tiên B2" in loose
    assert "3 ô có khoảng trắng đặc biệt hoặc ký tự ẩn" in spaces


@pytest.mark.parametrize("text", ["21,5", " 21,5 ", "21.5"])
def test_a_decimal_comma_is_a_decimal_point(tmp_path: Path, text: str) -> None:
    found = reading(centre(tmp_path / "a.xlsx", {"latitude": text, "longitude": "106,75"}))
    assert found.proposals()[0].fields["latitude"] == "21.5"


@pytest.mark.parametrize("text", ["1,5", "1.000", "1,0"])
def test_a_fraction_of_what_is_counted_whole_is_refused(tmp_path: Path, text: str) -> None:
    rows = sheet("branch", {"name": "Chi nhánh mẫu", "ordinal": text})
    lines = said(reading(workbook(tmp_path / "a.xlsx", rows), repairing=True))
    assert any(f"đọc được “{text}”, cần số nguyên" in line for line in lines)
