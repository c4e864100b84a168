"""Workbooks into a living register and out of it, and taking back what went in, as an operator does it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.kinds import find
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, fingerprint
from app.records.changes import Change, ChangeSet
from app.web.session import unit_of_work
from app.workbook.law import WORKBOOK
from tests.conftest import register_in, run
from tests.rooms.spreadsheets import write_ods, write_xls
from tests.rooms.workbooks import CENTRE, LAWYER, ORGANISATION, column, sheet, workbook

DECISION = ("--decision", "12-MẪU/QĐ-STP", "--decision-date", "2026-11-20")
UNCHANGED = "new=0 changed=0 unchanged=3 refused=0"


@pytest.fixture(scope="module")
def real_folder(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instance folder of `real`; nobody may write there."""
    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(empty_folder, folder, dirs_exist_ok=True)
    sheets = (sheet("centre", CENTRE), sheet("organisation", ORGANISATION), sheet("lawyer", LAWYER))
    first = workbook(tmp_path_factory.mktemp("first") / "first.xlsx", *sheets)
    with register_in(folder) as app:
        run(app, "load", str(first), *DECISION)
    return folder


@pytest.fixture
def real(real_folder: Path, tmp_path: Path) -> Iterator[Flask]:
    """A register that is no sample: a centre, an organisation, a lawyer, in one publication."""
    folder = tmp_path / "real"
    shutil.copytree(real_folder, folder)
    with register_in(folder) as app:
        yield app


def exported(app: Flask, path: Path) -> Path:
    run(app, "export-workbook", str(path))
    return path


def changed(path: Path, kind: str, key: str, value: Any, row: int = 2) -> Path:
    """Write into one cell of an exported workbook, as a clerk does."""
    book = load_workbook(path)
    book[find(kind).sheet].cell(row, column(kind, key)).value = value
    book.save(path)
    return path


def last_line(said: str) -> str:
    return said.splitlines()[-1]


def changes(app: Flask) -> list[tuple[int, str | None, str]]:
    with app.app_context(), Session(app.extensions["instance"].engine) as session:
        rows = session.scalars(select(Change).order_by(Change.id))
        return [(one.change_set_id, one.listing_id, one.state) for one in rows]


def publish_set(app: Flask, number: int) -> None:
    """Approve and publish a change set, as a person at the desk would."""
    with app.app_context(), unit_of_work() as session:
        person = Account(username="nguoi-duyet", name="Người Duyệt", role="approver")
        session.add(person)
        session.flush()
        waiting = session.get_one(ChangeSet, number).changes
        for one in waiting:
            approve(one, person, fingerprint(one))
        signer = app.extensions["instance"].signer
        under = Instrument(instrument="contact_update")
        publish(session, signer, person, waiting, under, register="20")


def test_an_export_handed_in_unchanged_leaves_no_change_set(real: Flask, tmp_path: Path) -> None:
    path = exported(real, tmp_path / "a.xlsx")
    before = changes(real)
    assert last_line(run(real, "load", "--submit", str(path))) == UNCHANGED
    assert changes(real) == before


def test_a_changed_cell_is_told_and_waits_for_a_person(real: Flask, tmp_path: Path) -> None:
    path = changed(exported(real, tmp_path / "a.xlsx"), "organisation", "phone", "0205 3811 111")
    tried = run(real, "load", "--submit", "--dry-run", str(path))
    assert "TC-001 Văn phòng luật sư Ví Dụ\n  Điện thoại: 0205 3800 000 → 0205 3811 111\n" in tried
    assert len(changes(real)) == 3
    said = run(real, "load", "--submit", str(path))
    assert last_line(said) == "new=0 changed=1 unchanged=2 refused=0"
    assert changes(real)[3:] == [(2, "TC-001", "submitted")]
    publish_set(real, 2)
    assert last_line(run(real, "load", "--submit", str(path))) == UNCHANGED


def test_what_is_refused_leaves_nothing(real: Flask, tmp_path: Path) -> None:
    path = changed(exported(real, tmp_path / "a.xlsx"), "organisation", "phone", "nt")
    said = run(real, "load", "--submit", str(path), exits=1)
    assert "“Điện thoại”: đọc được “nt”" in said
    assert last_line(said) == "new=0 changed=0 unchanged=2 refused=1"
    assert len(changes(real)) == 3


def test_what_excel_changed_is_repaired_and_told_where_a_person_will_approve(
    real: Flask, tmp_path: Path
) -> None:
    path = changed(exported(real, tmp_path / "a.xlsx"), "organisation", "phone", 2053811111)
    tried = run(real, "load", "--submit", "--dry-run", str(path))
    assert "đọc được “2053811111”, đã đọc là “0205 3811 111”" in tried
    assert last_line(tried) == "new=0 changed=1 unchanged=2 refused=0"


def test_what_excel_changed_is_only_suggested_where_one_operator_publishes(
    empty: Flask, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet("centre", {**CENTRE, "phone": 2053811111}))
    said = run(empty, "load", str(path), *DECISION, exits=1)
    assert "mất số 0 đứng đầu" in said
    assert "có phải “0205 3811 111”?" in said
    assert changes(empty) == []


@pytest.mark.parametrize("write", [write_xls, write_ods])
def test_other_formats_are_loaded_like_xlsx(empty: Flask, tmp_path: Path, write: Any) -> None:
    path = write(tmp_path / "a.tep", sheet("centre", CENTRE))
    assert last_line(run(empty, "load", str(path), *DECISION)) == "new=1 changed=0 unchanged=0 refused=0"


def test_new_rows_and_the_law_are_handed_in_together(real: Flask, tmp_path: Path) -> None:
    office = {**ORGANISATION, "name": "Văn phòng luật sư Mới", "beneficiaries": "Trẻ em"}
    path = workbook(tmp_path / "b.xlsx", sheet("organisation", office))
    said = run(real, "load", "--submit", str(path), str(WORKBOOK))
    assert "mới: Văn phòng luật sư Mới" in said
    assert "trang “Tổ chức tham gia”: 1 mục không có trong tệp, giữ nguyên" in said
    assert last_line(said) == "new=29 changed=0 unchanged=0 refused=0"
    assert {state for *_, state in changes(real)[3:]} == {"submitted"}


def test_nothing_is_handed_in_to_a_sample_register(living: Flask, tmp_path: Path) -> None:
    path = exported(living, tmp_path / "a.xlsx")
    assert "dữ liệu mẫu" in run(living, "load", "--submit", str(path), exits=1)


def test_an_export_overwrites_nothing_unless_it_is_told_to(real: Flask, tmp_path: Path) -> None:
    path = exported(real, tmp_path / "a.xlsx")
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("của tôi")
    assert "--force" in run(real, "export-workbook", str(path), exits=1)
    assert path.read_text() == "của tôi"
    run(real, "export-workbook", str(path), "--force")
    assert path.read_bytes().startswith(b"PK")
    assert "Không ghi được" in run(real, "export-workbook", str(tmp_path / "khong-co" / "a.xlsx"), exits=1)
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix != "") == ["a.xlsx"]


def test_a_loaded_publication_is_undone_by_a_change_set_that_waits(real: Flask) -> None:
    said = run(real, "undo", "1", "--author", "nhap-lieu")
    assert "TC-001 Văn phòng luật sư Ví Dụ: rút khỏi danh sách" in said
    assert "3 thay đổi chờ người khác duyệt" in last_line(said)
    assert changes(real)[3:] == [(2, one, "submitted") for one in ("TT-01", "TC-001", "LS-0001")]


def test_an_undoing_tells_what_it_would_restore(real: Flask, tmp_path: Path) -> None:
    path = changed(exported(real, tmp_path / "a.xlsx"), "organisation", "phone", "0205 3811 111")
    run(real, "load", "--submit", str(path))
    publish_set(real, 2)
    assert "  Điện thoại: 0205 3811 111 → 0205 3800 000\n" in run(real, "undo", "2")


def test_an_import_that_waits_is_dropped_as_a_whole(real: Flask, tmp_path: Path) -> None:
    path = changed(exported(real, tmp_path / "a.xlsx"), "organisation", "phone", "0205 3811 111")
    run(real, "load", "--submit", str(path))
    assert "đã bỏ cả nhóm" in run(real, "undo", "--change-set", "2")
    assert changes(real)[3:] == [(2, "TC-001", "dropped")]
    assert "đã được bỏ" in run(real, "undo", "--change-set", "2", exits=1)


def test_an_import_that_is_published_is_restored_as_a_whole(real: Flask) -> None:
    said = run(real, "undo", "--change-set", "1", "--author", "nhap-lieu")
    assert "TC-001 Văn phòng luật sư Ví Dụ: rút khỏi danh sách" in said
    assert "3 thay đổi chờ người khác duyệt" in last_line(said)
    assert changes(real)[3:] == [(2, one, "submitted") for one in ("TT-01", "TC-001", "LS-0001")]


@pytest.mark.parametrize(
    ("command", "exits"),
    [
        (("undo",), 2),
        (("undo", "1", "--change-set", "1"), 2),
        (("undo", "9"), 1),
        (("undo", "--change-set", "9"), 1),
        (("undo", "1", "--author", "ai-do"), 1),
        (("load", str(WORKBOOK)), 2),
        (("load", str(WORKBOOK), "--decision", "1"), 2),
    ],
)
def test_what_cannot_be_done_changes_nothing(real: Flask, command: tuple[str, ...], exits: int) -> None:
    run(real, *command, exits=exits)
    assert len(changes(real)) == 3
