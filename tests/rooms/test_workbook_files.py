"""Files that are no workbooks, or dangerous ones: one clear message each, nothing unpacked or executed."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.workbook import archive
from tests.rooms.workbooks import CENTRE, only_line, reading, rewritten, sheet, workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
TYPES_PART = "[Content_Types].xml"


def zipped(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, "a")


def good(path: Path) -> Path:
    return workbook(path, sheet("centre", CENTRE))


@pytest.mark.parametrize(
    ("make", "needed"),
    [
        (lambda path: path.touch(), "tệp rỗng"),
        (lambda path: path.write_text("Mã;Tên"), "không phải sổ tính Excel"),
        (lambda path: path.write_bytes(OLE), ".xls"),
        (lambda path: path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le")), "mật khẩu"),
        (lambda path: path.write_bytes(OLE + "_VBA_PROJECT".encode("utf-16-le")), "macro"),
        (lambda path: path.write_bytes(OLE + "WordDocument".encode("utf-16-le")), "không phải sổ tính"),
        (lambda path: path.write_bytes(OLE + "Workbook".encode("utf-16-le")), "tệp hỏng"),
        (lambda path: zipped(path, "thu.txt"), "được đổi tên"),
        (lambda path: zipped(path, TYPES_PART, "word/document.xml"), "được đổi tên"),
        (lambda path: zipped(path, TYPES_PART, "xl/workbook.xml"), "tệp hỏng"),
        (lambda path: path.write_bytes(b"PK\x03\x04 cut short"), "tệp hỏng"),
        (lambda path: path.mkdir(), "không mở được tệp"),
        (lambda path: Workbook().save(path), "không có dòng dữ liệu nào"),
        (lambda path: workbook(path, sheet("centre")), "không có dòng dữ liệu nào"),
        (lambda path: rewritten(good(path), "xl/vbaProject.bin", lambda _: b"x"), "macro"),
        (lambda path: rewritten(good(path), "xl/worksheets/sheet1.xml", lambda xml: xml[:900]), "tệp hỏng"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_file_that_is_no_workbook_gets_one_clear_line(
    tmp_path: Path, make: Callable[[Path], object], needed: str
) -> None:
    make(tmp_path / "a.xlsx")
    found = reading(tmp_path / "a.xlsx")
    line = only_line(found)
    assert line.startswith("a.xlsx: ")
    assert needed in line
    assert found.counts.refused == 1


def test_a_workbook_with_macros_is_refused_by_its_name_too(tmp_path: Path) -> None:
    assert "macro" in only_line(reading(good(tmp_path / "a.xlsx").rename(tmp_path / "a.xlsm")))


def test_a_missing_file_gets_a_line(tmp_path: Path) -> None:
    assert "không mở được tệp" in only_line(reading(tmp_path / "a.xlsx"))


def test_a_zip_bomb_is_refused_from_its_directory(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", archive.MOST_UNPACKED + 1)
    path.write_bytes(data)
    assert "giải nén quá lớn" in only_line(reading(path))


def test_a_directory_that_lies_about_sizes_is_refused(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 10)
        at = data.find(b"PK\x01\x02", at + 1)
    path.write_bytes(data)
    assert "tệp hỏng" in only_line(reading(path))


def test_entities_in_a_workbook_are_not_expanded(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><x>&l11;</x>'.encode()
    path = rewritten(good(tmp_path / "a.xlsx"), "xl/worksheets/sheet1.xml", lambda _: bomb)
    assert "DOCTYPE" in only_line(reading(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"])
def test_a_file_outside_is_never_asked_for(tmp_path: Path, part: str, encoding: str) -> None:
    secret = tmp_path / "bi-mat.txt"
    secret.write_text("KÍN")
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]><x>&e;</x>'
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{outside}'.encode(encoding)
    line = only_line(reading(rewritten(good(tmp_path / "a.xlsx"), part, lambda _: xml)))
    assert "DOCTYPE" in line
    assert "KÍN" not in line


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "xl\\..\\..\\a.xml", "C:/a.xml"])
def test_a_part_whose_name_leads_away_is_refused(tmp_path: Path, name: str) -> None:
    assert "đường dẫn" in only_line(reading(rewritten(good(tmp_path / "a.xlsx"), name, lambda _: b"x")))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("wb") as sparse:
        sparse.truncate(archive.MOST_BYTES + 1)
    assert "quá lớn" in only_line(reading(tmp_path / "a.xlsx"))


def test_a_sheet_that_claims_a_million_columns_is_read_as_it_is(tmp_path: Path) -> None:
    path = rewritten(
        good(tmp_path / "a.xlsx"),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', xml),
    )
    assert reading(path).counts.new == 1
