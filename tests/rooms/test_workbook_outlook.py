"""What pages show of a workbook before anything is proposed, and how rows are left out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.workbook import outlook, told
from tests.rooms.workbooks import (
    CENTRE,
    LAWYER,
    ORGANISATION,
    KnownRegister,
    known_of,
    reading,
    said,
    sheet,
    workbook,
)

ENDING = {
    "status": "đã chấm dứt",
    "ended_on": "01/06/2026",
    "end_basis_number": "01/QĐ",
    "end_basis_date": "01/06/2026",
    "end_basis_issuer": "Sở Ví Dụ",
    "end_ground": "qua đời",
}


def register(path: Path, lawyers: int = 3) -> KnownRegister:
    """A register of one centre, one organisation and some lawyers."""
    rows = [{**LAWYER, "name": f"Lành Mẫu {number}"} for number in range(1, lawyers + 1)]
    found = reading(
        workbook(path, sheet("centre", CENTRE), sheet("organisation", ORGANISATION), sheet("lawyer", *rows))
    )
    return known_of(found, "TT-01", "TC-001", *(f"LS-{number:04d}" for number in range(1, lawyers + 1)))


def lawyer(number: int, **cells: Any) -> dict[str, Any]:
    return {**LAWYER, "id": f"LS-{number:04d}", "name": f"Lành Mẫu {number}", **cells}


def test_every_row_is_told_by_its_state_cell_by_cell(tmp_path: Path) -> None:
    known = register(tmp_path / "first.xlsx")
    path = workbook(
        tmp_path / "a.xlsx",
        sheet(
            "lawyer",
            lawyer(1),
            lawyer(2, card_number="12-MẪU", bar="Đoàn khác (mẫu)"),
            {**LAWYER, "name": "Lành Mới", "personal_phone": 912345678},
            {**LAWYER, "name": "Lành Sai", "gender": "?"},
        ),
    )
    found = reading(path, known=known, repairing=True)
    seen = outlook(found, known)
    lawyers = next(one for one in seen.sheets if one.kind.key == "lawyer")
    assert [row.state for row in lawyers.rows] == ["unchanged", "changed", "new", "refused"]
    same, changed, new, refused = lawyers.rows
    assert same.cells == ()
    assert [(cell.field.key, cell.before, cell.after) for cell in changed.cells] == [
        ("card_number", LAWYER.get("card_number") or "", "12-MẪU"),
        ("bar", LAWYER["bar"], "Đoàn khác (mẫu)"),
    ] or {(cell.field.key, cell.after) for cell in changed.cells} == {
        ("card_number", "12-MẪU"),
        ("bar", "Đoàn khác (mẫu)"),
    }
    assert (new.name, new.listing_id) == ("Lành Mới", "")
    assert {cell.before for cell in new.cells} == {""}
    assert [note.read for note in new.notes] == ["912345678"]
    assert [problem.column for problem in refused.problems] == ["Giới tính"]
    assert lawyers.missing == (("LS-0003", "Lành Mẫu 3"),)
    assert [(one.kind.key, one.missing[0][0]) for one in seen.sheets if not one.rows] == [
        ("centre", "TT-01"),
        ("organisation", "TC-001"),
    ]
    assert str(seen.counts) == "new=1 changed=1 unchanged=1 refused=1"
    assert seen.problems == ()


def test_what_belongs_to_no_row_is_told_with_its_sheet_or_with_the_file(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE, without=["phone"]), ("Lạ", [["x"]]))
    found = reading(path)
    seen = outlook(found, KnownRegister(empty=True))
    assert [one.sheet for one in seen.problems] == ["Lạ"]
    (centres,) = seen.sheets
    assert "thiếu cột “Điện thoại”" in centres.problems[0].expected
    assert [row.state for row in centres.rows] == ["refused"]


def test_a_row_is_left_out_with_its_problems_and_the_rest_goes_in(tmp_path: Path) -> None:
    known = register(tmp_path / "first.xlsx")
    rows = sheet(
        "lawyer", lawyer(1, gender="?"), lawyer(2, bar="Đoàn khác (mẫu)"), lawyer(3, bar="Đoàn khác (mẫu)")
    )
    path = workbook(tmp_path / "a.xlsx", rows)
    assert said(reading(path, known=known))
    found = reading(path, known=known, leave_out={("Luật sư", 2), ("Luật sư", 4), ("Trung tâm", 3)})
    assert said(found) == []
    assert [one.listing_id for one in found.proposals()] == ["LS-0002"]
    lawyers = next(one for one in outlook(found, known).sheets if one.kind.key == "lawyer")
    assert [(row.place, row.state) for row in lawyers.rows] == [
        (("Luật sư", 2), "left_out"),
        (("Luật sư", 3), "changed"),
        (("Luật sư", 4), "left_out"),
    ]
    assert lawyers.rows[0].name == "Lành Mẫu 1"
    assert [one for one, _ in lawyers.missing] == ["LS-0001", "LS-0003"]


def test_what_names_a_row_that_is_left_out_is_refused(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", CENTRE),
        sheet("organisation", ORGANISATION),
        sheet("lawyer", LAWYER),
    )
    assert said(reading(path)) == []
    found = reading(path, leave_out={("Tổ chức tham gia", 2)})
    assert any("“Tổ chức phân công”: đọc được" in line for line in said(found))


def test_as_above_still_means_the_row_that_is_left_out(tmp_path: Path) -> None:
    rows = sheet("centre", CENTRE, {**CENTRE, "name": "Trung tâm Khác", "address": "nt"})
    found = reading(workbook(tmp_path / "a.xlsx", rows), repairing=True, leave_out={("Trung tâm", 2)})
    assert found.proposals()[0].fields["address"] == CENTRE["address"]


@pytest.mark.parametrize(
    ("ended", "of", "asked"), [(1, 10, False), (2, 10, True), (1, 9, True), (0, 3, False)]
)
def test_a_file_that_ends_more_than_a_tenth_of_a_kind_asks_for_a_second_person(
    tmp_path: Path, ended: int, of: int, asked: bool
) -> None:
    known = register(tmp_path / "first.xlsx", lawyers=of)
    rows = [lawyer(number, **(ENDING if number <= ended else {})) for number in range(1, of + 1)]
    path = workbook(tmp_path / "a.xlsx", sheet("lawyer", *rows))
    found = reading(path, known=known)
    assert said(found) == []
    seen = outlook(found, known)
    assert seen.needs_second_person is asked
    assert [(one.kind.key, one.ended, one.of) for one in seen.endings] == (
        [("lawyer", ended, of)] if ended else []
    )
    warned = f"trang “Luật sư”: tệp này chấm dứt {ended} trên {of} mục đang có" in "\n".join(
        told(found, known)
    )
    assert warned is asked
