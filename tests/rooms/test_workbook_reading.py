"""What a good workbook becomes: proposals in order, references resolved, nothing where nothing changes."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.rooms.workbooks import (
    CENTRE,
    LAWYER,
    ORGANISATION,
    KnownRegister,
    known_of,
    only_line,
    put,
    reading,
    said,
    sheet,
    workbook,
)


def whole(path: Path, **lawyer: Any) -> Path:
    return workbook(
        path,
        sheet("lawyer", {**LAWYER, **lawyer}),
        sheet("organisation", ORGANISATION),
        sheet("centre", CENTRE),
    )


@pytest.fixture
def register(tmp_path: Path) -> KnownRegister:
    """A register that already holds one centre, one organisation and one lawyer."""
    return known_of(reading(whole(tmp_path / "first.xlsx")), "TT-01", "TC-001", "LS-0001")


def test_new_rows_become_proposals_in_the_order_of_the_kinds(tmp_path: Path) -> None:
    found = reading(whole(tmp_path / "a.xlsx"))
    assert said(found) == []
    assert [proposal.kind for proposal in found.proposals()] == ["centre", "organisation", "lawyer"]
    assert {proposal.act for proposal in found.proposals()} == {"listed"}
    assert str(found.counts) == "new=3 changed=0 unchanged=0 refused=0"


def test_a_name_leads_to_the_row_of_the_same_reading_even_in_another_file(tmp_path: Path) -> None:
    lawyers = workbook(tmp_path / "a.xlsx", sheet("lawyer", LAWYER))
    offices = workbook(tmp_path / "b.xlsx", sheet("centre", CENTRE), sheet("organisation", ORGANISATION))
    lawyer = reading(lawyers, offices).proposals()[2].fields
    assert (lawyer["contact_via"], lawyer["organisation"]) == ("@1", "@2")


def test_what_is_imported_unchanged_changes_nothing(tmp_path: Path, register: KnownRegister) -> None:
    path = workbook(
        tmp_path / "again.xlsx",
        sheet("centre", {**CENTRE, "id": "TT-01"}),
        sheet("organisation", {**ORGANISATION, "id": "TC-001"}),
        sheet("lawyer", {**LAWYER, "id": "LS-0001"}),
    )
    found = reading(path, known=register)
    assert said(found) == []
    assert found.proposals() == []
    assert str(found.counts) == "new=0 changed=0 unchanged=3 refused=0"


def test_a_changed_cell_changes_its_field_alone(tmp_path: Path, register: KnownRegister) -> None:
    rows = sheet("organisation", {**ORGANISATION, "id": "TC-001", "phone": "0205 3811 111"})
    found = reading(workbook(tmp_path / "b.xlsx", rows), known=register)
    (proposal,) = found.proposals()
    assert (proposal.act, proposal.listing_id) == ("changed", "TC-001")
    assert found.rows[0].changed == ["phone"]


def test_an_empty_cell_clears_and_a_missing_column_leaves(tmp_path: Path, register: KnownRegister) -> None:
    entry = {**ORGANISATION, "id": "TC-001", "email": None}
    rows = sheet("organisation", entry, without=["website", "scope"])
    (proposal,) = reading(workbook(tmp_path / "b.xlsx", rows), known=register).proposals()
    assert "email" not in proposal.fields
    assert proposal.fields["website"] == "https://example.vn"
    assert proposal.fields["scope"] == "Trong phạm vi tỉnh"


def test_ending_and_coming_back_are_their_own_acts(tmp_path: Path, register: KnownRegister) -> None:
    ending = {
        "status": "đã chấm dứt",
        "ended_on": "01/06/2026",
        "end_basis_number": "01/QĐ",
        "end_basis_date": "01/06/2026",
        "end_basis_issuer": "Sở Ví Dụ",
        "end_ground": "qua đời",
    }
    ended = reading(
        workbook(tmp_path / "b.xlsx", sheet("lawyer", {**LAWYER, "id": "LS-0001", **ending})), known=register
    )
    (proposal,) = ended.proposals()
    assert proposal.act == "ended"
    register.documents["LS-0001"] = proposal.fields
    back = reading(
        workbook(tmp_path / "c.xlsx", sheet("lawyer", {**LAWYER, "id": "LS-0001"})), known=register
    )
    assert [proposal.act for proposal in back.proposals()] == ["reinstated"]


def test_references_count_proposals_not_rows(tmp_path: Path, register: KnownRegister) -> None:
    office = {**ORGANISATION, "name": "Văn phòng luật sư Mới"}
    path = workbook(
        tmp_path / "b.xlsx",
        sheet("centre", {**CENTRE, "id": "TT-01"}),
        sheet("organisation", {**ORGANISATION, "id": "TC-001"}, office),
        sheet("lawyer", {**LAWYER, "name": "Lê Văn Mới", "organisation": office["name"]}),
    )
    proposals = reading(path, known=register).proposals()
    assert [proposal.kind for proposal in proposals] == ["organisation", "lawyer"]
    assert proposals[1].fields["organisation"] == "@1"
    assert proposals[1].fields["contact_via"] == "TT-01"


def test_an_empty_register_takes_the_ids_that_are_asked_for(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", {**CENTRE, "id": "TT-01"}),
        sheet("organisation", {**ORGANISATION, "id": "TC-007"}),
        sheet("lawyer", {**LAWYER, "organisation": "TC-007"}),
    )
    proposals = reading(path).proposals()
    assert [proposal.listing_id for proposal in proposals] == ["TT-01", "TC-007", None]
    assert proposals[2].fields["organisation"] == "@2"


@pytest.mark.parametrize(
    ("engagements", "left_empty", "office"),
    [
        ("theo hợp đồng với Trung tâm", ("organisation", "assignment_document"), "@1"),
        (
            "theo phân công của tổ chức tham gia",
            ("contract_number", "contract_signed_on", "contract_to"),
            "@2",
        ),
    ],
)
def test_a_lawyer_without_contact_is_reached_through_who_engages_them(
    tmp_path: Path, engagements: str, left_empty: tuple[str, ...], office: str
) -> None:
    empty = dict.fromkeys((*left_empty, "contact_via"))
    found = reading(whole(tmp_path / "a.xlsx", engagements=engagements, **empty))
    assert said(found) == []
    assert found.proposals()[2].fields["contact_via"] == office


def test_between_two_centres_nobody_chooses_for_the_clerk(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", CENTRE, {**CENTRE, "name": "Trung tâm Khác"}),
        sheet("organisation", ORGANISATION),
        sheet("lawyer", {**LAWYER, "contact_via": None}),
    )
    assert "“Liên hệ qua”: ô trống, cần điền" in only_line(reading(path))


@pytest.mark.parametrize("mac", [False, True])
def test_excel_dates_are_read_from_both_epochs(tmp_path: Path, mac: bool) -> None:
    path = workbook(
        tmp_path / "a.xlsx", sheet("centre", CENTRE), twist=put("centre", "basis_date", datetime(2026, 3, 5))
    )
    if mac:
        book = load_workbook(path)
        book.epoch = CALENDAR_MAC_1904
        book.save(path)
    assert reading(path).proposals()[0].fields["basis_date"] == "2026-03-05"


def test_numbers_stand_for_years_coordinates_and_commune_codes(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        sheet("centre", {**CENTRE, "latitude": 21.8536, "longitude": 106.75, "commune": 6529}),
        sheet("organisation", ORGANISATION),
        sheet(
            "lawyer",
            {**LAWYER, "experience_since": 2012.0},
            {**LAWYER, "experience_since": datetime(2012, 3, 1)},
        ),
    )
    centre, _, first, second = (proposal.fields for proposal in reading(path).proposals())
    assert (centre["latitude"], centre["longitude"], centre["commune"]) == ("21.8536", "106.75", "06529")
    assert (first["experience_since"], second["experience_since"]) == ("2012", "2012-03")


def test_words_are_the_same_however_they_were_typed(tmp_path: Path) -> None:
    spoiled = {
        key: f"\u00a0{unicodedata.normalize('NFD', text)}\u200b " if key != "opening_hours" else text
        for key, text in CENTRE.items()
    }
    rows = sheet("centre", spoiled)[1]
    rows[0] = [unicodedata.normalize("NFD", label) for label in rows[0]]
    odd = workbook(tmp_path / "a.xlsx", (unicodedata.normalize("NFD", "Trung tâm"), rows))
    plain = workbook(tmp_path / "b.xlsx", sheet("centre", CENTRE))
    assert reading(odd).proposals() == reading(plain).proposals()


def test_blank_rows_hidden_sheets_and_examples_do_not_matter(tmp_path: Path) -> None:
    title, rows = sheet("centre", {**CENTRE, "id": "Ví dụ", "phone": "không đọc"}, {}, CENTRE)
    path = workbook(tmp_path / "a.xlsx", (title, rows), ("Hướng dẫn", [["gì cũng được"]]), ("Sheet1", []))
    book = load_workbook(path)
    book[title].sheet_state = "hidden"
    book.save(path)
    found = reading(path)
    assert said(found) == []
    assert found.counts.new == 1


def test_a_reading_with_problems_proposes_nothing(tmp_path: Path) -> None:
    found = reading(whole(tmp_path / "a.xlsx", gender="khác"))
    assert str(found.counts) == "new=2 changed=0 unchanged=0 refused=1"
    with pytest.raises(ValueError, match="problems"):
        found.proposals()
