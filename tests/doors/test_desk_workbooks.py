"""A workbook handed in through the browser: told before it counts, mended, sent to review, taken back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook

from app.accounts.permissions import AUDITOR, CLERK_CENTRE, CLERK_DEPARTMENT
from tests.desk import seated
from tests.pages import Page, Visitor

PATH = "/can-bo/bang-tinh"


@pytest.fixture
def clerk(living: Flask) -> Visitor:
    return seated(living, CLERK_DEPARTMENT)


def exported(who: Visitor) -> bytes:
    return who.client.get(f"{PATH}/dang-co.xlsx").data


def edited(data: bytes, sheet: str, row: int, label: str, value: object) -> bytes:
    """Return the workbook with one cell changed, by the label of its column."""
    book = load_workbook(io.BytesIO(data))
    page = book[sheet]
    header = next(line for line in page.iter_rows() if line[0].value == "Mã")
    column = next(cell.column for cell in header if cell.value == label)
    page.cell(header[0].row + row, column).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def hand_in(who: Visitor, data: bytes, name: str = "danh-sach.xlsx") -> Page:
    sent = who.submit(who.get(PATH), PATH, 303, tep=(io.BytesIO(data), name))
    return who.get(sent.headers["Location"])


def test_what_was_exported_changes_nothing_when_it_comes_back(clerk: Visitor) -> None:
    told = hand_in(clerk, exported(clerk))
    assert "0 mục mới, 0 mục thay đổi" in told.text
    clerk.submit(told, told.path, 409)


def test_one_cell_changed_becomes_one_change_to_be_approved(clerk: Visitor) -> None:
    told = hand_in(clerk, edited(exported(clerk), "Tổ chức tham gia", 1, "Điện thoại", "0205 3000 444"))
    assert "1 mục thay đổi" in told.text
    assert "0205 3000 444" in told.text
    clerk.submit(told, told.path, 303)
    assert "chờ duyệt" not in clerk.get(PATH).text
    assert "Chờ duyệt (1)" in clerk.get("/can-bo/viec").text


def test_a_mistake_is_told_with_its_place_and_marked_in_a_copy(clerk: Visitor) -> None:
    told = hand_in(clerk, edited(exported(clerk), "Tổ chức tham gia", 1, "Điện thoại", "abc"))
    assert "Còn lỗi" in told.text
    assert "cột" in told.text
    clerk.submit(told, told.path, 422)
    copy = load_workbook(io.BytesIO(clerk.client.get(f"{told.path}/danh-dau-loi.xlsx").data))
    assert copy.sheetnames[0] == "Các lỗi cần sửa"


def test_a_row_left_out_is_not_proposed(clerk: Visitor) -> None:
    data = edited(exported(clerk), "Tổ chức tham gia", 1, "Điện thoại", "abc")
    told = hand_in(clerk, edited(data, "Tổ chức tham gia", 2, "Điện thoại", "0205 3000 445"))
    box = next(one for one in told.all("input[name=bo-dong]"))
    clerk.submit(told, told.path, 303, **{"bo-dong": [str(box.get("value"))]})
    assert "Chờ duyệt (1)" in clerk.get("/can-bo/viec").text


@pytest.mark.parametrize(
    ("name", "text"), [("x.txt", "hello"), ("x.xlsx", "no workbook"), ("../x.xlsx", ""), ("m.xlsm", "PK")]
)
def test_what_is_no_workbook_is_refused_and_nothing_is_kept(clerk: Visitor, name: str, text: str) -> None:
    clerk.submit(clerk.get(PATH), PATH, 422, tep=(io.BytesIO(text.encode()), name))
    folder: Path = clerk.app.extensions["instance"].settings.instance_dir / "uploads"
    assert list(folder.iterdir()) == []


def test_a_clerk_hands_in_only_what_is_theirs(living: Flask, clerk: Visitor) -> None:
    other = seated(living, CLERK_CENTRE)
    told = hand_in(other, edited(exported(clerk), "Tổ chức tham gia", 1, "Điện thoại", "0205 3000 446"))
    other.submit(told, told.path, 409)
    seated(living, AUDITOR).get(PATH, 403)


def test_a_whole_file_is_taken_back(clerk: Visitor) -> None:
    data = edited(exported(clerk), "Tổ chức tham gia", 1, "Điện thoại", "0205 3000 447")
    told = hand_in(clerk, edited(data, "Tổ chức tham gia", 2, "Điện thoại", "0205 3000 448"))
    clerk.submit(told, told.path, 303)
    page = clerk.get(PATH)
    (form,) = [one for one in page.all("form") if str(one.get("action")).startswith("/can-bo/dot/")]
    clerk.submit(page, str(form.get("action")), 303)
    assert "Không có việc nào" in clerk.get("/can-bo/viec").text


def test_a_file_that_nobody_wants_is_forgotten(clerk: Visitor) -> None:
    told = hand_in(clerk, exported(clerk))
    clerk.submit(told, f"{told.path}/bo", 303)
    clerk.get(told.path, 404)
    clerk.get(f"{PATH}/khongcotepnaynhuvay12", 404)
