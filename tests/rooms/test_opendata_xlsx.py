"""A list as a workbook: typed, in words, complete, and the same bytes whenever and wherever it is made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from openpyxl.utils import get_column_letter

from app.canonical import encode
from app.catalogue.register import Register
from app.kinds import KINDS, Seen
from app.kinds.types import Day, Decimal, Int, Ref, Refs
from app.ledger import read
from app.ledger.commitment import redaction, without
from app.opendata.columns import columns
from app.opendata.extract import Extract
from app.opendata.formats import CSV, XLSX
from app.opendata.xlsx_cells import CUT, MOST
from app.opendata.xlsx_file import REDACTED, xlsx_file
from tests.rooms.every_kind import IDS, one_of_each
from tests.rooms.opened import facts, sheet, workbook
from tests.rooms.small_register import SmallRegister, listed, organisation, three_offices_and_four_lawyers

BASE = "https://tgpl.example.vn"
WHOLE = tuple({kind.collection for kind in KINDS})
ABOUT = ["Từ điển", "Điều khoản", "Lần công bố"]
MADE_ELSEWHERE = """
import sys
from datetime import date
from pathlib import Path
from app.canonical import sha256
from app.opendata.extract import Extract
from app.opendata.formats import CSV, XLSX
from app.catalogue import published
from app.db import make_engine
from app.ledger import read
from sqlalchemy.orm import Session

engine = make_engine(f"sqlite:///{sys.argv[1]}/register.db")
with Session(engine) as session:
    register = published.load(session, read.head(session), date(2026, 3, 2))
extract = Extract("Danh sách", tuple(sys.argv[2].split(",")), register, sys.argv[3])
print(*(sha256(form.build(extract)) for form in (CSV, XLSX)))
"""


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SmallRegister]:
    register = SmallRegister(tmp_path)
    register.publish("2026-03-01", *one_of_each())
    yield register
    register.engine.dispose()


@pytest.fixture
def everything(made: SmallRegister) -> Register:
    return made.at("2026-03-02")


def extract(register: Register, *collections: str, **more: str) -> Extract:
    return Extract("Danh sách công bố", collections or WHOLE, register, BASE, **more)


def built_elsewhere(folder: Path, **env: str) -> str:
    command = [sys.executable, "-W", "error", "-c", MADE_ELSEWHERE, str(folder), ",".join(WHOLE), BASE]
    return subprocess.run(  # noqa: S603  our own words
        command, env={**os.environ, **env}, check=True, capture_output=True, text=True
    ).stdout


def test_there_is_a_sheet_for_each_kind_and_three_that_explain(everything: Register) -> None:
    book = workbook(xlsx_file(extract(everything)))
    assert book.sheetnames == [*(kind.sheet for kind in KINDS), *ABOUT]
    offices = workbook(xlsx_file(extract(everything, "to-chuc")))
    assert offices.sheetnames == ["Trung tâm", "Chi nhánh", "Tổ chức tham gia", *ABOUT]


def test_the_header_is_in_words_stays_in_sight_and_filters(everything: Register) -> None:
    book = workbook(xlsx_file(extract(everything)))
    for kind in KINDS:
        page = book[kind.sheet]
        labels = [cell.value for cell in page[1]]
        assert labels[:3] == ["Mã", kind.by_key["name"].vi, "Tình trạng"]
        assert len(labels) == len(set(labels)) == len(columns(kind)) - 1
        assert page.freeze_panes == "C2"
        assert page.auto_filter.ref == f"A1:{get_column_letter(len(labels))}2"
        assert page.column_dimensions["B"].width > 40


def in_words(field: Any, value: Any, register: Register) -> Any:
    match field.type:
        case Day():
            return datetime.fromisoformat(value)
        case Int():
            return int(value)
        case Decimal():
            return float(value)
        case Ref():
            return f"{register.versions[value].name} ({value})"
        case Refs() if value != ["*"]:
            return "; ".join(f"{register.versions[one].name} ({one})" for one in value)
    return field.show(value)


def test_every_cell_holds_what_was_published_typed_and_in_words(everything: Register) -> None:
    book = workbook(xlsx_file(extract(everything)))
    for kind in KINDS:
        [row] = sheet(book, kind.sheet)
        document = everything.versions[IDS[kind.key]].document
        for field in kind.fields:
            if field.seen is Seen.LIST and field.key in document:
                assert row[field.vi] == in_words(field, document[field.key], everything), field.key
            elif field.seen is not Seen.LIST:
                assert field.vi not in row, f"{kind.key} tells {field.key}"
        assert row["Trang"] == f"{BASE}/{kind.path}/{IDS[kind.key]}"
        assert (row["Lần công bố"], row["Công bố lúc"]) == (1, datetime(2026, 3, 1, 12))


def test_a_phone_is_text_and_a_day_is_a_day(everything: Register) -> None:
    page = workbook(xlsx_file(extract(everything)))["Trung tâm"]
    cells = {page.cell(1, cell.column).value: cell for cell in page[2]}
    assert (cells["Điện thoại"].value, cells["Điện thoại"].number_format) == ("0205 3800 000", "@")
    day = cells["Hiệu lực từ ngày"]
    assert (day.value, day.is_date, day.number_format) == (datetime(2026, 3, 1), True, "dd/mm/yyyy")


def test_no_text_becomes_a_formula_or_a_link_and_every_text_reads_back(tmp_path: Path) -> None:
    made = SmallRegister(tmp_path)
    hostile = [
        '=HYPERLINK("https://evil.example")',
        "https://evil.example",
        "+1",
        "@x",
        "_x0041_",
        "{=1}",
        "a\nb",
    ]
    lines = [
        listed(f"TC-{place:03d}", organisation(f"Văn phòng {place}", address=text))
        for place, text in enumerate(hostile, start=1)
    ]
    made.publish("2025-03-01", *lines)
    book = workbook(xlsx_file(extract(made.at("2025-03-02"))))
    found = {row["Mã"]: row["Địa chỉ"] for row in sheet(book, "Tổ chức tham gia")}
    assert [found[f"TC-{place:03d}"] for place in range(1, len(hostile) + 1)] == hostile
    cells = [cell for row in book["Tổ chức tham gia"].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    made.engine.dispose()


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    made = SmallRegister(tmp_path)
    made.publish("2025-03-01", listed("TC-001", organisation("Văn phòng", scope="ộ" * (MOST + 1))))
    [row] = sheet(workbook(xlsx_file(extract(made.at("2025-03-02")))), "Tổ chức tham gia")
    assert len(row["Phạm vi thực hiện"]) == MOST
    assert row["Phạm vi thực hiện"].endswith(CUT)
    made.engine.dispose()


def test_what_was_taken_away_says_so(tmp_path: Path) -> None:
    small = three_offices_and_four_lawyers(tmp_path)
    with small.session() as session:
        body = read.bodies(session, [2])[2]
    small.publish("2025-08-01", listed("TC-001", redaction(["phone"]), "redacted", holds_from=None, target=2))
    small.replace_body(2, encode(without(body, ["phone"])))
    rows = sheet(workbook(xlsx_file(extract(small.at("2025-09-01")))), "Tổ chức tham gia")
    assert {row["Mã"]: row["Điện thoại"] for row in rows}["TC-001"] == REDACTED
    small.engine.dispose()


def test_the_dictionary_names_every_column_of_every_sheet(everything: Register) -> None:
    rows = sheet(workbook(xlsx_file(extract(everything))), "Từ điển")
    told = {(row["Trang tính"], row["Mã trường"]): row for row in rows}
    assert {*told} == {(kind.sheet, field.key) for kind in KINDS for field in columns(kind)}
    gender = told["Luật sư", "gender"]
    assert (gender["Nhãn"], gender["Kiểu"]) == ("Giới tính", "code")
    assert gender["Ghi chú"].startswith("male = nam; female = nữ")
    assert "lapsed = đã hết hạn" in told["Luật sư", "status"]["Ghi chú"]
    assert ("Luật sư", "personal_phone") not in told


def test_the_workbook_says_which_publication_it_shows_and_how_much(everything: Register) -> None:
    book = workbook(xlsx_file(extract(everything, "to-chuc", as_of="Như có hiệu lực ngày 02/03/2026")))
    told = facts(book, "Lần công bố")
    assert told == {
        "Danh sách": "Danh sách công bố",
        "Lưu ý": "DỮ LIỆU MẪU: người, số và văn bản đều hư cấu",
        "Thời điểm": "Như có hiệu lực ngày 02/03/2026",
        "Lần công bố": 1,
        "Công bố lúc": datetime(2026, 3, 1, 12),
        "Văn bản": "Quyết định số 2026/QĐ-STP ngày 01/03/2026",
        "Mã kiểm tra toàn vẹn": everything.publication(1).hash,
        "Xem tại": f"{BASE}/cong-bo/1",
        "Số dòng của trang “Trung tâm”": 1,
        "Số dòng của trang “Chi nhánh”": 1,
        "Số dòng của trang “Tổ chức tham gia”": 1,
    }
    terms = [row["Điều khoản sử dụng"] for row in sheet(book, "Điều khoản")]
    assert terms[0] == "Dự thảo, chờ Sở Tư pháp xác nhận."
    assert len(terms) > 1


def test_a_workbook_of_an_empty_register_opens(everything: Register) -> None:
    empty = Register((), {}, n=0, day=date(2026, 3, 2), chosen=(), contents={})
    book = workbook(xlsx_file(extract(empty)))
    assert sheet(book, "Luật sư") == []
    assert facts(book, "Lần công bố")["Lần công bố"] == "Chưa có lần công bố nào"


def test_every_date_inside_is_the_publications(everything: Register, tmp_path: Path) -> None:
    content = xlsx_file(extract(everything))
    properties = workbook(content).properties
    assert properties.created == properties.modified == datetime(2026, 3, 1, 12)
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    with ZipFile(path) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {part.compress_type for part in archive.infolist()} == {ZIP_STORED}


def test_files_are_the_same_wherever_and_whenever_they_are_made(made: SmallRegister) -> None:
    here = built_elsewhere(made.folder, PYTHONHASHSEED="1", TZ="Asia/Ho_Chi_Minh", LC_ALL="C")
    there = built_elsewhere(made.folder, PYTHONHASHSEED="2", TZ="America/Los_Angeles", LC_ALL="C.UTF-8")
    assert here == there
    assert [len(code) for code in here.split()] == [64, 64]


def test_files_stay_the_same_whatever_is_published_later(made: SmallRegister) -> None:
    def files() -> list[bytes]:
        return [form.build(extract(made.at("2026-03-01", 1))) for form in (CSV, XLSX)]

    before = files()
    made.publish("2026-06-01", listed("TC-002", organisation("Văn phòng luật sư Hoa Mận")))
    assert files() == before
