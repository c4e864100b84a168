"""Cells keyed for TCVN3 and VNI fonts: read where that is certain, told each time, else doubted aloud."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.vietnamese.legacy import FROM_TCVN3, FROM_VNI
from tests.rooms.workbooks import (
    CENTRE,
    ORGANISATION,
    known_of,
    notes,
    only_line,
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
