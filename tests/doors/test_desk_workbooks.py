"""A workbook handed in through the browser: told before it counts, mended, sent to review, taken back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook

from app.accounts.permissions import APPROVER, AUDITOR, CLERK_CENTRE, CLERK_DEPARTMENT
from app.workbook import kept, progress
from app.workbook.kept import Kept
from tests.conftest import BASE_URL, run
from tests.desk import seated
from tests.doors.test_desk_story import publish
from tests.pages import Page, Visitor, words

PATH = "/can-bo/bang-tinh"
PHONE = "0205 3000 444"


@pytest.fixture
def clerk(living: Flask) -> Visitor:
    return seated(living, CLERK_DEPARTMENT)


@pytest.fixture(scope="module")
def exported(sample: Flask, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook that a clerk takes along from the sample register."""
    path = tmp_path_factory.mktemp("exported") / "dang-co.xlsx"
    run(sample, "export-workbook", str(path))
    return path.read_bytes()


@pytest.fixture(scope="module")
def one_changed(exported: bytes) -> bytes:
    """The same with another phone of the first organisation."""
    return edited(exported, "Tổ chức tham gia", 1, "Điện thoại", PHONE)


@pytest.fixture(scope="module")
def one_mistaken(exported: bytes) -> bytes:
    """The same with what is no phone."""
    return edited(exported, "Tổ chức tham gia", 1, "Điện thoại", "abc")


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


def waiting(who: Visitor) -> Kept:
    """Return the one workbook that waits in the register of ``who``."""
    uploads = who.app.extensions["instance"].settings.instance_dir / "uploads"
    (folder,) = [one for one in uploads.iterdir() if one.is_dir()]
    return Kept(folder)


def test_what_was_exported_changes_nothing_when_it_comes_back(clerk: Visitor) -> None:
    told = hand_in(clerk, clerk.client.get(f"{PATH}/dang-co.xlsx").data)
    assert "0 mục mới, 0 mục thay đổi" in told.text
    clerk.submit(told, told.path, 409)


def test_one_cell_changed_becomes_one_change_to_be_approved(clerk: Visitor, one_changed: bytes) -> None:
    told = hand_in(clerk, one_changed)
    assert "1 mục thay đổi" in told.text
    assert PHONE in told.text
    clerk.submit(told, told.path, 303)
    assert "chờ duyệt" not in clerk.get(PATH).text
    assert "Chờ duyệt (1)" in clerk.get("/can-bo/viec").text


def test_a_mistake_is_told_with_its_place_and_marked_in_a_copy(clerk: Visitor, one_mistaken: bytes) -> None:
    told = hand_in(clerk, one_mistaken, "danh sách ấy.xlsx")
    assert "Còn lỗi" in told.text
    assert "cột" in told.text
    clerk.submit(told, told.path, 422)
    answer = clerk.client.get(f"{told.path}/danh-dau-loi.xlsx")
    assert "danh%20s%C3%A1ch%20%E1%BA%A5y-loi.xlsx" in answer.headers["Content-Disposition"]
    assert load_workbook(io.BytesIO(answer.data)).sheetnames[0] == "Các lỗi cần sửa"
    assert "đã sẵn sàng" in clerk.get(told.path).text


def test_a_row_left_out_is_not_proposed(clerk: Visitor, one_mistaken: bytes) -> None:
    told = hand_in(clerk, edited(one_mistaken, "Tổ chức tham gia", 2, "Điện thoại", "0205 3000 445"))
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


def test_a_clerk_hands_in_only_what_is_theirs(living: Flask, one_changed: bytes) -> None:
    other = seated(living, CLERK_CENTRE)
    told = hand_in(other, one_changed)
    other.submit(told, told.path, 409)
    seated(living, AUDITOR).get(PATH, 403)


def ending(data: bytes, sheet: str, count: int) -> bytes:
    """Return the workbook with the first ``count`` standing entries of a sheet ended."""
    book = load_workbook(io.BytesIO(data))
    page = book[sheet]
    column = {cell.value: cell.column for cell in page[1]}
    said = {
        "Tình trạng": "đã chấm dứt",
        "Chấm dứt từ ngày": "01/11/2026",
        "Số văn bản chấm dứt": "9-MẪU/QĐ",
        "Ngày văn bản chấm dứt": "01/11/2026",
        "Cơ quan ban hành văn bản chấm dứt": "Trung tâm (mẫu)",
        "Căn cứ chấm dứt": "tổ chức tham gia thay đổi người thực hiện",
    }
    rows = range(2, page.max_row + 1)
    standing = [row for row in rows if page.cell(row, column["Tình trạng"]).value == "đang thực hiện"]
    for row in standing[:count]:
        for label, value in said.items():
            page.cell(row, column[label]).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_file_that_ends_more_than_a_tenth_is_sent_by_a_second_person(
    living: Flask, clerk: Visitor, exported: bytes
) -> None:
    told = hand_in(clerk, ending(exported, "Tư vấn viên pháp luật", 3))
    assert "chấm dứt hơn 10% của một loại" in told.text
    assert words(told.find("code.secret")) == f"{BASE_URL}{told.path}"
    refused = clerk.submit(told, told.path, 409)
    assert "một người khác phải mở" in refused.text
    second = seated(living, APPROVER)
    seen = second.get(told.path)
    assert "Bạn là người thứ hai" in seen.text
    second.submit(seen, told.path, 303)
    assert "Chờ duyệt (3)" in clerk.get("/can-bo/viec").text


def test_a_whole_file_is_taken_back(clerk: Visitor, one_changed: bytes) -> None:
    told = hand_in(clerk, edited(one_changed, "Tổ chức tham gia", 2, "Điện thoại", "0205 3000 448"))
    clerk.submit(told, told.path, 303)
    page = clerk.get(PATH)
    (form,) = [one for one in page.all("form") if str(one.get("action")).startswith("/can-bo/dot/")]
    clerk.submit(page, str(form.get("action")), 303)
    assert "Không có việc nào" in clerk.get("/can-bo/viec").text


def test_a_file_that_nobody_wants_is_forgotten(clerk: Visitor, exported: bytes) -> None:
    told = hand_in(clerk, exported)
    clerk.submit(told, f"{told.path}/bo", 303)
    clerk.get(told.path, 404)
    clerk.get(f"{PATH}/khongcotepnaynhuvay12", 404)


def test_who_waits_for_a_long_reading_sees_how_far_it_is(clerk: Visitor, exported: bytes) -> None:
    sent = clerk.submit(clerk.get(PATH), PATH, 303, tep=(io.BytesIO(exported), "danh-sach.xlsx"))
    path = sent.headers["Location"]
    found = waiting(clerk)
    lock = kept.begin(found, "tell")
    assert lock
    with kept.under(lock, found, "tell"):
        progress.say(progress.OPENING, "Luật sư", 300)
        assert "đã thấy 300 dòng" in clerk.get(path).text
        progress.say(progress.CELLS, "Luật sư", 1200, 9000)
        page = clerk.get(path)
        assert page.headers["Refresh"] == "2"
        bar = page.find("progress")
        assert (bar.get("value"), bar.get("max")) == ("1200", "9000")
        assert "1.200 trong 9.000 dòng" in page.text
        assert "đang đọc" in clerk.get(PATH).text
        clerk.get(f"{path}/danh-dau-loi.xlsx", 303)
        token = page.find("input[name=csrf_token]").get("value")
        clerk.post(path, 303, {"csrf_token": token})
    assert "0 mục mới, 0 mục thay đổi" in clerk.get(path).text


def test_a_reading_that_died_says_so_and_begins_again(clerk: Visitor, one_changed: bytes) -> None:
    told = hand_in(clerk, one_changed)
    found = waiting(clerk)
    for name, says in (
        ("submit", "có thể các thay đổi đã vào hàng chờ"),
        ("tell", "Chưa có gì thay đổi"),
    ):
        lock = kept.begin(found, name)
        assert lock
        lock.close()
        page = clerk.get(told.path)
        assert "dừng giữa chừng" in page.heading
        assert says in page.text
        assert "đọc dở" in clerk.get(PATH).text
    clerk.submit(page, f"{told.path}/doc-lai", 303)
    clerk.submit(clerk.get(told.path), told.path, 303)
    assert "Chờ duyệt (1)" in clerk.get("/can-bo/viec").text


def test_what_was_told_is_read_again_once_the_register_has_changed(
    clerk: Visitor, one_changed: bytes
) -> None:
    told = hand_in(clerk, one_changed)
    clerk.submit(told, told.path, 303)
    again = hand_in(clerk, one_changed)
    assert "1 mục thay đổi" in again.text
    approver = seated(clerk.app, APPROVER)
    (number,) = re.findall(r"/can-bo/thay-doi/(\d+)", approver.get("/can-bo/viec").source)
    approver.submit(approver.get(f"/can-bo/duyet/{number}"), f"/can-bo/duyet/{number}")
    publish(approver, int(number))
    assert "0 mục thay đổi" in clerk.get(again.path).text
