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

from app.vietnamese.legacy import FROM_TCVN3, FROM_VNI
from tests.rooms.workbooks import (
    CENTRE,
    ORGANISATION,
    known_of,
    notes,
    only_line,
    put,
    reading,
    said,
    sheet,
    workbook,
)

TO_TCVN3 = {letter: chr(code) for code, letter in FROM_TCVN3.items()}
TO_VNI = {letter: written for written, letter in FROM_VNI.items()}
TO_VNI |= {letter.upper(): written.upper() for letter, written in TO_VNI.items()}
FONTS = [pytest.param("TCVN3", TO_TCVN3, id="TCVN3"), pytest.param("VNI", TO_VNI, id="VNI")]


def keyed(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text)


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


@pytest.mark.parametrize(("font", "letters"), FONTS)
def test_a_sheet_keyed_for_an_old_font_is_read_and_told_cell_by_cell(
    tmp_path: Path, font: str, letters: dict[str, str]
) -> None:
    title, (header, row) = sheet("centre", CENTRE)
    old = [[keyed(one, letters) for one in header], [one and keyed(str(one), letters) for one in row]]
    path = workbook(tmp_path / "a.xlsx", (keyed(title, letters), old))
    found = reading(path, repairing=True)
    assert said(found) == []
    assert found.proposals() == reading(centre(tmp_path / "b.xlsx")).proposals()
    told = notes(found)
    assert any(f"đã đọc là “{CENTRE['name']}” (chữ gõ bằng phông {font})" in one for one in told)
    assert any("tên cột gõ bằng phông cũ, đã đọc là “Địa chỉ”" in one for one in told)
    assert any("tên trang gõ bằng phông cũ, đã đọc là “Trung tâm”" in one for one in told)
    assert f"có phải “{CENTRE['name']}”?" in " ".join(said(reading(path)))


def test_a_word_that_reads_both_ways_is_taken_with_its_column_and_doubted_without(tmp_path: Path) -> None:
    names = [keyed(f"Trung tâm trợ giúp pháp lý {one}", TO_TCVN3) for one in "ABC"]
    rows = [{"name": name, "internal_note": "Bà Hà"} for name in names]
    column = reading(centre(tmp_path / "a.xlsx", *rows, {"name": "hé"}), repairing=True)
    assert column.rows[3].values["name"] == "hộ"
    doubted = reading(centre(tmp_path / "b.xlsx", *rows, {"internal_note": "hé"}), repairing=True)
    assert any(
        "đọc được “hé”, cần chữ Unicode; chữ này có thể gõ bằng phông TCVN3 (“hộ”)" in one
        for one in said(doubted)
    )


@pytest.mark.parametrize(("written", "meant"), [("12/Q§-STP", "12/QĐ-STP"), ("5/NÑ-CP", "5/NĐ-CP")])
def test_the_number_of_a_decision_alone_shows_its_font(tmp_path: Path, written: str, meant: str) -> None:
    found = reading(centre(tmp_path / "a.xlsx", {"basis_number": written}), repairing=True)
    assert found.proposals()[0].fields["basis_number"] == meant
    assert len(notes(found)) == 1


@pytest.mark.parametrize("text", ["Müller", "José García", "Bà Hà", "25°C, 3m²", "§ 5", "© Sở"])
def test_other_signs_among_unicode_are_left_as_they_are(tmp_path: Path, text: str) -> None:
    found = reading(centre(tmp_path / "a.xlsx", {"internal_note": text}))
    assert found.proposals()[0].fields["internal_note"] == text
    assert notes(found) == []


def test_a_forbidden_column_is_known_in_an_old_font_too(tmp_path: Path) -> None:
    title, (header, row) = sheet("centre", CENTRE)
    path = workbook(tmp_path / "a.xlsx", (title, [[*header, keyed("Ngày sinh", TO_TCVN3)], [*row, "x"]]))
    assert "cột bị cấm" in only_line(reading(path, repairing=True))


def test_what_was_accepted_as_it_stands_is_no_slip_of_a_keyboard(tmp_path: Path) -> None:
    odd = "Vü Céng hßa"
    register = known_of(reading(centre(tmp_path / "a.xlsx")), "TT-01")
    register.documents["TT-01"]["internal_note"] = odd
    path = centre(tmp_path / "b.xlsx", {"id": "TT-01", "internal_note": odd})
    for repairing in (True, False):
        assert (
            str(reading(path, known=register, repairing=repairing).counts)
            == "new=0 changed=0 unchanged=1 refused=0"
        )


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


def test_a_name_that_was_repaired_is_found_by_who_names_it(tmp_path: Path) -> None:
    office = {**ORGANISATION, "name": keyed(ORGANISATION["name"], TO_TCVN3)}
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", CENTRE),
        sheet(
            "organisation",
            ORGANISATION,
            {**office, "name": keyed("Văn phòng luật sư Mới", TO_TCVN3), "successor": office["name"]},
        ),
    )
    found = reading(path, repairing=True)
    assert said(found) == []
    assert found.proposals()[2].fields["successor"] == "@2"
