"""The starter workbook of the law is what `seed/law/` says, and goes in alone or beside others."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from app.kinds import KINDS
from app.workbook.law import WORKBOOK, entries, write
from app.workbook.writing import fields_of, texts_of
from tests.rooms.workbooks import CENTRE, ORGANISATION, reading, said, sheet, workbook

AGAIN = "seed/phap-luat.xlsx is not what seed/law/ says: run python -m app.workbook.law"


def cells(path: Path) -> dict[str, list[list[object]]]:
    return {page.title: [[cell.value for cell in row] for row in page.rows] for page in load_workbook(path)}


def test_the_committed_workbook_is_what_the_files_say_cell_by_cell(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", list(entries()))
    assert cells(WORKBOOK) == cells(tmp_path / "a.xlsx"), AGAIN


def test_each_cell_holds_the_words_of_its_field() -> None:
    book = load_workbook(WORKBOOK)
    for kind in KINDS:
        told = [texts_of(kind, "", document) for of, document in entries() if of is kind]
        rows = list(book[kind.sheet].iter_rows(min_row=2)) if told else []
        assert len(rows) == len(told)
        for row, words in zip(rows, told, strict=True):
            shown = [f"{one.value:%d/%m/%Y}" if one.is_date else one.value or "" for one in row]
            assert shown == [words.get(field.key, "") for field in fields_of(kind)]


def test_written_again_it_is_the_same_file(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write(tmp_path / name, list(entries()))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_it_goes_into_an_empty_register_on_its_own() -> None:
    found = reading(WORKBOOK)
    assert said(found) == []
    assert str(found.counts) == "new=28 changed=0 unchanged=0 refused=0"


def test_an_organisation_of_another_workbook_names_whom_it_helps(tmp_path: Path) -> None:
    office = {**ORGANISATION, "beneficiaries": "Trẻ em; Người thuộc hộ nghèo"}
    offices = workbook(tmp_path / "a.xlsx", sheet("centre", CENTRE), sheet("organisation", office))
    found = reading(offices, WORKBOOK)
    assert said(found) == []
    proposals = found.proposals()
    [organisation] = [one for one in proposals if one.kind == "organisation"]
    helped = [proposals[int(one[1:]) - 1] for one in organisation.fields["beneficiaries"]]
    assert [(one.kind, one.fields["name"]) for one in helped] == [
        ("eligibility", "Trẻ em"),
        ("eligibility", "Người thuộc hộ nghèo"),
    ]


def test_a_group_that_ended_leads_to_the_one_that_took_its_place() -> None:
    proposals = reading(WORKBOOK).proposals()
    led = [proposals[int(one.fields["successor"][1:]) - 1] for one in proposals if "successor" in one.fields]
    assert len(led) == 3
    assert all(one.fields["status"] == "active" for one in led)
