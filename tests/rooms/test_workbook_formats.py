"""Workbooks as .xls and .ods: read as the .xlsx would be, and what is hidden in them is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.workbook import Reading
from app.workbook.sheets import MOST_CELLS, MOST_ROWS
from tests.rooms.spreadsheets import Formula, Twists, packed_ods, write_ods, write_xls
from tests.rooms.workbooks import (
    CENTRE,
    LAWYER,
    ORGANISATION,
    column,
    notes,
    only_line,
    reading,
    said,
    sheet,
    workbook,
)

WRITERS = [pytest.param(write_xls, id="xls"), pytest.param(write_ods, id="ods")]
Writer = Callable[..., Path]


def twisted(path: Path, twists: Twists, *sheets: Any) -> Path:
    """The .xlsx with the same twists."""
    made = workbook(path, *sheets)
    book = load_workbook(made)
    for page in book.worksheets:
        page.sheet_state = "hidden" if page.title in twists.hidden else "visible"
        for number in twists.hidden_rows:
            page.row_dimensions[number].hidden = True
        for number in twists.hidden_columns:
            page.column_dimensions["ABCDEFGHIJ"[number - 1]].hidden = True
    book.save(made)
    return made


@pytest.mark.parametrize("write", WRITERS)
def test_every_format_is_read_alike(tmp_path: Path, write: Writer) -> None:
    typed = {
        "basis_date": datetime(2026, 3, 5),
        "latitude": 21.5,
        "longitude": 106.75,
        "public_note": "a\nb  c",
    }
    sheets = (
        sheet("centre", {**CENTRE, **typed, "commune": 6529}),
        sheet("organisation", ORGANISATION),
        sheet("lawyer", {**LAWYER, "experience_since": 2012}),
        ("Hướng dẫn", [["gì cũng được"]]),
    )
    found = reading(write(tmp_path / "a.tep", *sheets))
    assert said(found) == []
    assert found.proposals() == reading(workbook(tmp_path / "a.xlsx", *sheets)).proposals()


@pytest.mark.parametrize("write", WRITERS)
def test_dates_counted_from_1904_are_read_and_told(tmp_path: Path, write: Writer) -> None:
    rows = sheet("centre", {**CENTRE, "basis_date": date(2026, 3, 5)})
    path = write(tmp_path / "a", rows, twists=Twists(from_1904=True))
    found = reading(path)
    assert found.proposals()[0].fields["basis_date"] == "2026-03-05"
    assert any("từ năm 1904" in one for one in notes(found))


@pytest.mark.parametrize("write", [*WRITERS, pytest.param(None, id="xlsx")])
def test_what_is_hidden_is_read_and_told_by_name(tmp_path: Path, write: Writer | None) -> None:
    centres = sheet("centre", *({**CENTRE, "name": f"Trung tâm {one}"} for one in "ABCDE"))
    twists = Twists(hidden_rows=(3, 4, 6), hidden_columns=(2, 5), hidden=("Luật sư",))
    sheets = (
        centres,
        sheet("organisation", ORGANISATION),
        sheet("lawyer", {**LAWYER, "contact_via": LAWYER["organisation"]}),
    )
    path = (
        write(tmp_path / "a", *sheets, twists=twists)
        if write
        else twisted(tmp_path / "a.xlsx", twists, *sheets)
    )
    found = reading(path)
    assert said(found) == []
    assert found.counts.new == 7
    told = notes(found)
    assert any("trang “Trung tâm”: 3 dòng đang ẩn hoặc bị lọc (3-4, 6): vẫn được đọc" in one for one in told)
    assert any("trang “Trung tâm”: cột đang ẩn (B, E): vẫn được đọc" in one for one in told)
    assert any("trang “Luật sư”: trang đang ẩn: vẫn được đọc" in one for one in told)


@pytest.mark.parametrize("write", WRITERS)
def test_a_hidden_sheet_of_no_kind_is_refused_by_name(tmp_path: Path, write: Writer) -> None:
    sheets = (sheet("centre", CENTRE), ("Nháp", [["x"]]))
    line = only_line(reading(write(tmp_path / "a", *sheets, twists=Twists(hidden=("Nháp",)))))
    assert "trang “Nháp”: không có trang tên này" in line
    assert "đang ẩn" in line


@pytest.mark.parametrize("write", WRITERS)
def test_merged_cells_are_seen_in_every_format(tmp_path: Path, write: Writer) -> None:
    path = write(tmp_path / "a", sheet("centre", CENTRE, CENTRE), twists=Twists(merged=(2, 6, 3, 6)))
    assert "dòng 2, cột F: đọc được “F2:F3”, ô gộp" in only_line(reading(path))


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    ("key", "value", "needed"),
    [
        ("basis_number", Formula(), "không phải công thức"),
        ("basis_number", True, "TRUE/FALSE"),
        ("basis_number", 12, "đọc được “12”"),
        ("basis_number", date(2026, 5, 1), "thành ngày hoặc giờ"),
        ("phone", 2053800000, "có phải “0205 3800 000”?"),
    ],
)
def test_what_a_spreadsheet_made_of_a_cell_is_seen_in_every_format(
    tmp_path: Path, write: Writer, key: str, value: Any, needed: str
) -> None:
    title, rows = sheet("centre", CENTRE)
    rows[1][column("centre", key) - 1] = value
    assert needed in only_line(reading(write(tmp_path / "a", (title, rows))))


def one_cell(attributes: str = "", row: str = "", text: str = "x") -> str:
    cell = (
        f'<table:table-cell office:value-type="string"{attributes}><text:p>{text}</text:p></table:table-cell>'
    )
    return f'<table:table table:name="Trung tâm"><table:table-row{row}>{cell}</table:table-row></table:table>'


@pytest.mark.parametrize(
    ("content", "needed"),
    [
        (one_cell(row=' table:number-rows-repeated="2000000000"'), f"quá {MOST_ROWS} dòng"),
        (one_cell(' table:number-columns-repeated="2000000000"'), "dòng đầu của trang phải là tên các cột"),
        (
            one_cell(' table:number-columns-repeated="16384"', ' table:number-rows-repeated="20000"'),
            f"quá {MOST_CELLS} ô",
        ),
        (one_cell(text='<text:s text:c="2000000000"/>x'), "dòng đầu của trang phải là tên các cột"),
        (one_cell(' table:number-columns-repeated="nhiều"'), "tệp hỏng"),
    ],
    ids=["rows", "columns", "cells", "spaces", "no number"],
)
def test_what_is_repeated_without_end_is_not_unrolled(tmp_path: Path, content: str, needed: str) -> None:
    assert needed in only_line(reading(write_ods(tmp_path / "a.ods", content=content)))


@pytest.mark.parametrize(
    ("make", "needed"),
    [
        (
            lambda path: packed_ods(
                path, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
            ),
            "DOCTYPE",
        ),
        (lambda path: packed_ods(path, "<x/>", Basic__a="x"), "macro"),
        (lambda path: packed_ods(path, "<x/>", manifest="<m><encryption-data/></m>"), "mật khẩu"),
        (lambda path: packed_ods(path, "<x>"), "tệp hỏng"),
        (lambda path: packed_ods(path, "<x/>", encoding="USF-8"), "tệp hỏng"),
        (lambda path: packed_ods(path, "<x/>"), "không có dòng dữ liệu nào"),
        (
            lambda path: write_xls(path, ("Trung tâm", [["x"]])).write_bytes(path.read_bytes()[:3000]),
            "không phải sổ tính",
        ),
    ],
    ids=["entity", "macro", "password", "broken", "no such encoding", "nothing", "cut short"],
)
def test_a_file_of_another_format_that_is_no_workbook_gets_one_clear_line(
    tmp_path: Path, make: Callable[[Path], object], needed: str
) -> None:
    make(tmp_path / "a.ods")
    assert needed in only_line(reading(tmp_path / "a.ods"))


def test_remarks_and_tables_inside_cells_are_not_read(tmp_path: Path) -> None:
    header, row = sheet("centre", CENTRE)[1]
    inner = (
        "<office:annotation><text:p>ghi chú</text:p></office:annotation><table:table><table:table-row>"
        "<table:table-cell office:value-type='string'><text:p>z</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    path = write_ods(tmp_path / "a.ods", ("Trung tâm", [header, row]))
    body = _content(path).replace("<text:p>Trung tâm", f"{inner}<text:p>Trung tâm", 1)
    found = reading(packed_ods(path, body))
    assert said(found) == []
    assert _fields(found) == _fields(reading(workbook(tmp_path / "a.xlsx", ("Trung tâm", [header, row]))))


def _content(path: Path) -> str:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read("content.xml").decode().partition("?>")[2]


def _fields(found: Reading) -> object:
    return [one.fields for one in found.proposals()]
