"""The files opened by a real office program, LibreOffice, and compared cell by cell with what was written."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.pages import Visitor

LISTS = ("/danh-sach", "/danh-sach/nguoi-thuc-hien", "/cong-bo/thay-doi")
UTF8_WITH_COMMAS = "CSV:44,34,76,1,,0,true"
"""As its dialogue asks: by commas, in quotes, UTF-8, from the first line, what is quoted is text."""


class Office:
    """LibreOffice without a screen, with a profile of its own in ``folder``."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder

    def opened(self, suffix: str, *files: Path, how: str = "") -> list[Path]:
        """Let it open ``files`` and save them again as ``suffix``; return what it saved."""
        command = [
            self._program,
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            "--headless",
        ]
        command += [f"--infilter={how}"] if how else []
        command += ["--convert-to", suffix, "--outdir", str(self._folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
        return [self._folder / f"{file.stem}.{suffix}" for file in files]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return Office(program, tmp_path_factory.mktemp("office"))


def saved(visitor: Visitor, path: str, folder: Path) -> Path:
    """Save the file at ``path`` as a browser does."""
    file = folder / path.strip("/").replace("/", "-")
    file.write_bytes(visitor.client.get(path).data)
    return file


def test_a_workbook_has_every_cell_in_libreoffice(visitor: Visitor, office: Office, tmp_path: Path) -> None:
    file = saved(visitor, "/danh-sach.xlsx", tmp_path)
    ours, theirs = load_workbook(file), load_workbook(office.opened("xlsx", file)[0])
    assert theirs.sheetnames == ours.sheetnames
    cells = 0
    for sheet in ours:
        assert theirs[sheet.title].auto_filter.ref == sheet.auto_filter.ref
        for row in sheet.iter_rows():
            for cell in row:
                found = theirs[sheet.title][cell.coordinate]
                assert (found.value or None) == (cell.value or None), f"{sheet.title} {cell.coordinate}"
                cells += 1
    assert cells > 5000


def test_a_csv_has_every_cell_in_libreoffice(visitor: Visitor, office: Office, tmp_path: Path) -> None:
    files = [saved(visitor, f"{path}.csv", tmp_path) for path in LISTS]
    for file, opened in zip(files, office.opened("xlsx", *files, how=UTF8_WITH_COMMAS), strict=True):
        written = list(csv.reader(file.read_text("utf-8-sig").splitlines(keepends=True)))
        rows = list(load_workbook(opened).worksheets[0].iter_rows(values_only=True))
        assert [[shown(value) for value in row] for row in rows] == written


def shown(value: object) -> str:
    """Return a cell as a CSV file writes it: what looked like a day has become one."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    return "" if value is None else str(value)


def test_a_document_has_every_row_in_libreoffice(visitor: Visitor, office: Office, tmp_path: Path) -> None:
    file = saved(visitor, "/danh-sach/to-chuc.docx", tmp_path)
    pages = PdfReader(office.opened("pdf", file)[0]).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    listed = visitor.json("/danh-sach/to-chuc.json")
    for one in [*listed["items"], *listed["apart"]]:
        assert one["id"] in text
        assert "".join(one["name"].split()) in text
