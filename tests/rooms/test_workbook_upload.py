"""A workbook that somebody sends is taken in under a plain name, never too much of it, or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.workbook import Refused, archive, receive
from tests.rooms.spreadsheets import write_ods, write_xls
from tests.rooms.workbooks import CENTRE, sheet, workbook


class Endless(io.RawIOBase):
    """A stream that never ends, and how much of it was asked for."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        self.given += size
        return b"PK" * (size // 2)


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_workbook_is_kept_as_it_came_for_its_owner_alone(tmp_path: Path, suffix: str) -> None:
    write = {"xlsx": workbook, "xls": write_xls, "ods": write_ods}[suffix]
    source = write(tmp_path / f"a.{suffix}", sheet("centre", CENTRE))
    (tmp_path / "in").mkdir()
    with source.open("rb") as stream:
        kept = receive(stream, f"Danh sách.{suffix.upper()}", tmp_path / "in")
    assert kept.read_bytes() == source.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("../a.xlsx", "đường dẫn"),
        ("..\\a.xlsx", "đường dẫn"),
        ("C:\\Users\\a.xlsx", "đường dẫn"),
        ("a\0.xlsx", "ký tự lạ"),
        ("a\u202exslx.xlsx", "ký tự lạ"),
        (".xlsx", "ký tự lạ"),
        ("", "trống"),
        ("a" * 300 + ".xlsx", "quá dài"),
        ("a.xlsm", "macro"),
        ("a.csv", ".xlsx, .xls, .ods"),
        ("a", ".xlsx, .xls, .ods"),
        ("a.xlsx", "không phải sổ tính"),
    ],
)
def test_what_may_not_come_in_leaves_nothing_behind(tmp_path: Path, name: str, needed: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with pytest.raises(Refused, match=needed):
        receive(io.BytesIO(b"Ma;Ten"), name, folder)
    assert list(tmp_path.rglob("*")) == [folder]


def test_no_more_is_read_than_may_come_in(tmp_path: Path) -> None:
    stream = Endless()
    with pytest.raises(Refused, match="50 MB"):
        receive(stream, "a.xlsx", tmp_path)  # type: ignore[arg-type]
    assert stream.given <= archive.MOST_BYTES + 200_000
    assert list(tmp_path.iterdir()) == []
