"""Workbooks into a living register: held to the law as a whole, told cell by cell, handed in for approval."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.accounts.roster import add_command_line_accounts
from app.faults import Stale
from app.kinds import find
from app.publishing.internal import accept_internal
from app.publishing.propose import Proposal, answer
from app.publishing.review import approve, fingerprint
from app.records.changes import ChangeSet
from app.workbook import Reading, RecordsKnown, told
from app.workbook.load import hand_in
from tests.rooms.staff import FIRST, Office, office_in
from tests.rooms.workbooks import only_line, reading, said, sheet, workbook

ENDING = {
    "status": "đã chấm dứt",
    "ended_on": "20/05/2025",
    "end_basis_number": "5-MẪU",
    "end_basis_date": "19/05/2025",
    "end_basis_issuer": "Sở Tư pháp (mẫu)",
}


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as made:
        made.publish(*FIRST)
        with made.work() as session:
            add_command_line_accounts(session)
        yield made


def only(kind: str, *entries: dict[str, Any]) -> tuple[str, list[list[Any]]]:
    """Rows of a sheet that has no columns but those that ``entries`` fill: all others stay as they are."""
    filled = {key for entry in entries for key in entry}
    return sheet(kind, *entries, without=[key for key in find(kind).by_key if key not in filled])


def read_by(office: Office, path: Path) -> tuple[Reading, list[str]]:
    with office.work() as session:
        known = RecordsKnown(session)
        found = reading(path, known=known)
        return found, list(told(found, known))


def test_ending_an_organisation_without_its_people_is_refused_at_its_row(
    office: Office, tmp_path: Path
) -> None:
    row = {"id": "TC-001", **ENDING, "end_ground": "không còn đủ điều kiện"}
    found, _ = read_by(office, workbook(tmp_path / "a.xlsx", only("organisation", row)))
    line = only_line(found)
    assert line.startswith("a.xlsx, trang “Tổ chức tham gia”, dòng 2, cột B “Tình trạng”")
    assert "LS-0001 Lành Mẫu" in line
    assert found.counts.refused == 1


def test_with_its_people_in_the_same_files_it_is_not(office: Office, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        only("organisation", {"id": "TC-001", **ENDING, "end_ground": "không còn đủ điều kiện"}),
        only("lawyer", {"id": "LS-0001", **ENDING, "end_ground": "qua đời"}),
    )
    found, _ = read_by(office, path)
    assert said(found) == []
    assert [one.act for one in found.proposals()] == ["ended", "ended"]


def test_of_people_whose_row_was_not_read_nothing_more_is_said(office: Office, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        only("organisation", {"id": "TC-001", **ENDING, "end_ground": "không còn đủ điều kiện"}),
        only("lawyer", {"id": "LS-0001", **ENDING, "end_ground": "?"}),
    )
    found, _ = read_by(office, path)
    assert "“Căn cứ chấm dứt”: đọc được “?”" in only_line(found)


def test_it_is_told_cell_by_cell_what_would_change_and_what_stays(office: Office, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        only("centre", {"id": "TT-01", "address": "Số 1"}),
        only("organisation", {"id": "TC-001", "address": "Số 2", "email": "a@example.vn"}),
    )
    found, lines = read_by(office, path)
    assert lines == [
        "dòng 2 trang “Tổ chức tham gia”: TC-001 Văn phòng luật sư Mẫu",
        "  Địa chỉ: Số 1 → Số 2",
        "  Thư điện tử: trống → a@example.vn",
        "trang “Trung tâm”: 1 mục không đổi",
        "trang “Luật sư”: 1 mục không có trong tệp, giữ nguyên",
    ]
    assert str(found.counts) == "new=0 changed=1 unchanged=1 refused=0"


def handed_in(office: Office, path: Path) -> int:
    found, _ = read_by(office, path)
    with office.work() as session:
        return hand_in(session, [path], found.proposals()).id


def test_what_only_the_desk_sees_is_handed_in_and_accepted_without_a_publication(
    office: Office, tmp_path: Path
) -> None:
    row = {"id": "LS-0001", "personal_phone": "0987 654 321"}
    number = handed_in(office, workbook(tmp_path / "a.xlsx", only("lawyer", row)))
    with office.work() as session:
        changes = session.get_one(ChangeSet, number).changes
        approver = office.person(session, "approver")
        assert [(one.state, one.author.username) for one in changes] == [("submitted", "nhap-lieu")]
        approve(changes[0], approver, fingerprint(changes[0]))
        accept_internal(session, changes, approver)
    assert office.record("LS-0001")["personal_phone"] == "0987654321"


def test_what_was_edited_while_the_file_was_read_is_not_overwritten(office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", only("centre", {"id": "TT-01", "address": "Số 2"}))
    found, _ = read_by(office, path)
    office.publish(Proposal("centre", office.record("TT-01") | {"address": "Số 3"}, "TT-01", "changed"))
    with office.work() as session, pytest.raises(Stale, match="TT-01"):
        hand_in(session, [path], found.proposals())


def test_words_that_were_answered_before_are_not_asked_about_again(office: Office, tmp_path: Path) -> None:
    noted = office.record("TC-001") | {"scope": "Nhận cả vụ có bị cáo Lành Mẫu An"}
    with office.work() as session:
        changes = office.propose(session, Proposal("organisation", noted, "TC-001", "changed"))
        answer(changes[0], ["scope"])
        office.approve_all(session, changes)
        office.publish_approved(session, changes)
    number = handed_in(
        office, workbook(tmp_path / "a.xlsx", only("organisation", {"id": "TC-001", "address": "Số 9"}))
    )
    assert number
    row = {"id": "TC-001", "scope": "Nhận cả vụ có bị cáo Lành Mẫu Bình"}
    found, _ = read_by(office, workbook(tmp_path / "b.xlsx", only("organisation", row)))
    assert "tên người trong vụ việc" in only_line(found)
