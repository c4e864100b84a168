"""What may be attached and how it is kept: once, by its content, whole."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.canonical import sha256
from app.records.attachments import MOST_BYTES, Attachment, Unkeepable, keep, known, path
from tests.rooms.staff import office_in

PDF = b"%PDF-1.7\n..."
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def archive(**parts: bytes) -> bytes:
    """Return a zip file with ``parts``; two underscores stand for a slash, one for a full stop."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return data.getvalue()


DOCX = archive(word__document_xml=b"<w/>")
GOOD = {
    "Quyết định.pdf": PDF,
    "ảnh.PNG": b"\x89PNG\r\n\x1a\n...",
    "ảnh.jpeg": b"\xff\xd8\xff\xe0...",
    "đơn.doc": OLE + "WordDocument".encode("utf-16-le"),
    "bảng.xls": OLE + "Workbook".encode("utf-16-le"),
    "đơn.docx": DOCX,
    "bảng.xlsx": archive(xl__workbook_xml=b"<x/>"),
    "đơn.odt": archive(mimetype=b"application/vnd.oasis.opendocument.text"),
}
BAD = {
    "a.exe": b"MZ",
    "a.pdf.exe": PDF,
    "a.pdf": b"MZ",
    "a.html": b"<script>",
    "a.svg": b"<svg>",
    "a.png": PDF,
    "a.docx": b"PK\x03\x04 broken",
    "b.docx": archive(xl__workbook_xml=b"<x/>"),
    "macro.docx": archive(word__document_xml=b"<w/>", word__vbaProject_bin=b"x"),
    "a.doc": OLE + "Workbook".encode("utf-16-le"),
    "a.odt": archive(mimetype=b"application/zip"),
    "empty.pdf": b"",
    "no extension": PDF,
    "": PDF,
    f"{'a' * 200}.pdf": PDF,
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with office_in(tmp_path) as office, office.work() as session:
        yield session


@pytest.mark.parametrize("name", GOOD)
def test_what_an_office_writes_with_is_kept_as_it_came(session: Session, tmp_path: Path, name: str) -> None:
    kept = keep(session, tmp_path, name, GOOD[name])
    assert kept == {"name": name, "sha256": sha256(GOOD[name])}
    assert path(tmp_path, kept["sha256"]).read_bytes() == GOOD[name]
    assert known(session, kept["sha256"])


@pytest.mark.parametrize("name", BAD)
def test_anything_else_is_refused_and_leaves_nothing(session: Session, tmp_path: Path, name: str) -> None:
    with pytest.raises(Unkeepable):
        keep(session, tmp_path / "attachments", name, BAD[name])
    assert not (tmp_path / "attachments").exists()
    assert not known(session, sha256(BAD[name]))


def test_twenty_megabytes_are_the_most(session: Session, tmp_path: Path) -> None:
    keep(session, tmp_path, "a.pdf", PDF.ljust(MOST_BYTES))
    with pytest.raises(Unkeepable, match="20 MB"):
        keep(session, tmp_path, "b.pdf", PDF.ljust(MOST_BYTES + 1))


def test_the_same_content_is_stored_once_under_whatever_names(session: Session, tmp_path: Path) -> None:
    first, second = (keep(session, tmp_path / "kept", name, PDF) for name in ("a.pdf", "b.pdf"))
    assert first["sha256"] == second["sha256"]
    assert second["name"] == "b.pdf"
    assert [file.name for file in (tmp_path / "kept").rglob("*") if file.is_file()] == [first["sha256"]]
    assert [(one.name, one.size) for one in session.scalars(select(Attachment))] == [("a.pdf", len(PDF))]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("C:\\Users\\x\\a.pdf", "a.pdf"), ("../../etc/a.pdf", "a.pdf"), ("a;\tb\x00.pdf", "a b .pdf")],
)
def test_a_name_is_one_line_without_folders(session: Session, tmp_path: Path, given: str, kept: str) -> None:
    assert keep(session, tmp_path, given, PDF)["name"] == kept


def test_a_file_lost_from_the_folder_is_stored_again(session: Session, tmp_path: Path) -> None:
    kept = keep(session, tmp_path, "a.pdf", PDF)
    path(tmp_path, kept["sha256"]).unlink()
    keep(session, tmp_path, "a.pdf", PDF)
    assert path(tmp_path, kept["sha256"]).read_bytes() == PDF
