"""The empty workbook: what clerks get, and that what they fill in is what the register reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from app.kinds import EVERY_KIND, find
from app.workbook import write_template
from app.workbook.headers import fields_by_label
from app.workbook.rows import EXAMPLE
from app.workbook.writing import add_sheet, open_book, texts_of
from tests.rooms.workbooks import (
    CENTRE,
    LAWYER,
    ORGANISATION,
    PROVINCE,
    KnownRegister,
    column,
    only_line,
    reading,
    said,
    sheet,
    workbook,
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    write_template(tmp_path / "mau-nhap.xlsx", PROVINCE)
    return tmp_path / "mau-nhap.xlsx"


@pytest.fixture
def book(template: Path) -> Workbook:
    return load_workbook(template)


def test_every_kind_has_its_sheet_between_the_guide_and_the_lists(book: Workbook) -> None:
    assert book.sheetnames == ["Hướng dẫn", *(kind.sheet for kind in EVERY_KIND), "Danh mục"]
    for kind in EVERY_KIND:
        assert [cell.value for cell in book[kind.sheet][1]] == list(fields_by_label(kind))
        assert book[kind.sheet].freeze_panes == "C2"


def test_each_label_names_one_column_of_its_kind() -> None:
    for kind in EVERY_KIND:
        assert len(fields_by_label(kind)) == len(kind.fields) + 1


def test_each_header_says_what_is_expected(book: Workbook) -> None:
    for kind in EVERY_KIND:
        assert all(cell.comment and cell.comment.text for cell in book[kind.sheet][1])
    note = book["Luật sư"].cell(1, column("lawyer", "gender")).comment
    assert note
    assert "Cần điền: bắt buộc." in note.text
    assert "TT 11/2014" in note.text


def test_codes_are_chosen_from_the_lists(book: Workbook) -> None:
    sources = {str(one.sqref): one.formula1 for one in book["Luật sư"].data_validations.dataValidation}
    gender = book["Luật sư"].cell(2, column("lawyer", "gender")).column_letter
    reference = next(source for place, source in sources.items() if place.startswith(f"{gender}2:"))
    page, cells = str(reference).split("!")
    assert page == "'Danh mục'"
    assert [row[0].value for row in book["Danh mục"][cells.replace("$", "")]] == ["nam", "nữ"]


def test_phones_are_text_and_dates_are_days(book: Workbook) -> None:
    page = book["Trung tâm"]
    assert page.cell(2, column("centre", "phone")).number_format == "@"
    assert page.cell(2, column("centre", "effective_from")).number_format == "dd/mm/yyyy"


def test_an_untouched_template_says_nothing(template: Path) -> None:
    assert "không có dòng dữ liệu nào" in only_line(reading(template))


def test_the_example_rows_would_be_accepted(template: Path, book: Workbook) -> None:
    for kind in EVERY_KIND:
        book[kind.sheet]["A2"] = None
    book.save(template)
    found = reading(template)
    (refused,) = said(found)  # nobody can have uploaded the sound of an example
    assert "Tệp âm thanh" in refused
    assert "sổ trống chưa có tệp nào" in refused
    others = [kind.key for kind in EVERY_KIND if kind.key != "recording"]
    book[find("recording").sheet]["A2"] = EXAMPLE
    book.save(template)
    assert [proposal.kind for proposal in reading(template).proposals()] == others


def test_a_template_filled_by_hand_reads_back(template: Path, book: Workbook) -> None:
    for kind_key, entry in (("centre", CENTRE), ("organisation", ORGANISATION), ("lawyer", LAWYER)):
        page = book[find(kind_key).sheet]
        for key, text in entry.items():
            page.cell(3, column(kind_key, key)).value = text
    book.save(template)
    by_hand = workbook(
        template.with_name("b.xlsx"),
        sheet("centre", CENTRE),
        sheet("organisation", ORGANISATION),
        sheet("lawyer", LAWYER),
    )
    assert reading(template).proposals() == reading(by_hand).proposals()


def test_documents_written_as_rows_read_back_unchanged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), sheet("organisation", ORGANISATION))
    proposals = reading(path).proposals()
    known = KnownRegister(dict(zip(["TT-01", "TC-001"], (one.fields for one in proposals), strict=True)))
    out = open_book(tmp_path / "b.xlsx")
    for listing_id, proposal in zip(known.documents, proposals, strict=True):
        kind = find(proposal.kind)
        add_sheet(out, kind, [texts_of(kind, listing_id, proposal.fields)])
    out.close()
    assert str(reading(tmp_path / "b.xlsx", known=known).counts) == "new=0 changed=0 unchanged=2 refused=0"


def test_the_same_template_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_template(tmp_path / name, PROVINCE)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
