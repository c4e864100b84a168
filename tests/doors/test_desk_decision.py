"""The scan of a decision: kept if it is a plain PDF, read by staff, served by no public address."""

from __future__ import annotations

import io
import re
import zlib
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from app.accounts.permissions import ADMINISTRATOR, APPROVER, AUDITOR, CLERK_CENTRE
from app.canonical import sha256
from app.records import scans
from app.records.plain_pdf import is_plain
from app.web.access import ACCESS, PUBLIC
from tests.desk import seated
from tests.pages import Page, Visitor, words

PATH = "/can-bo/cong-bo/1/quyet-dinh"


def written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def scan(mark: str = "") -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": f"Quyết định mẫu {mark}"})
    return writer


def with_script() -> bytes:
    writer = scan()
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('x')")}
    action = DictionaryObject({NameObject(key): value for key, value in script.items()})
    writer.root_object[NameObject("/OpenAction")] = action
    return written(writer)


def with_a_file() -> bytes:
    writer = scan()
    writer.add_attachment("a.txt", b"x")
    return written(writer)


def locked() -> bytes:
    writer = scan()
    writer.encrypt("x", algorithm="RC4-128")
    return written(writer)


def packed(held: bytes, filtered: bytes = b"/Filter /FlateDecode") -> bytes:
    """Return a PDF that has dictionaries in an object stream."""
    opening = b"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 " + filtered + b" >>\nstream\n"
    return written(scan()).replace(
        b"xref\n", opening + zlib.compress(held) + b"\nendstream\nendobj\nxref\n", 1
    )


BAD = {
    "nothing": b"",
    "a page": b"<!doctype html><title>%PDF-1.4</title>",
    "only its beginning": b"%PDF-1.7\n1 0 obj",
    "a page before the PDF": b"<script>alert(1)</script>" + written(scan()),
    "with a script": with_script(),
    "with a script spelled otherwise": with_script().replace(b"/JavaScript", b"/J#61v#61Script"),
    "with a file inside": with_a_file(),
    "locked": locked(),
    "with a packed script": packed(b"7 0 << /S /JavaScript /JS (x) >>"),
    "packed so that nobody can look": packed(b"\x02\x00 x"),
}


def add(who: Visitor, data: bytes, status: int = 303, name: str = "quyết định.pdf") -> Page:
    return who.submit(who.get("/can-bo/cong-bo"), PATH, status, tep=(io.BytesIO(data), name))


def folder(app: Flask) -> Path:
    where: Path = app.extensions["instance"].settings.instance_dir / "scans"
    return where


def files(app: Flask) -> list[str]:
    return sorted(file.name for file in folder(app).rglob("*") if file.is_file())


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_plain_pdf_is_refused_and_not_kept(living: Flask, name: str) -> None:
    assert not is_plain(BAD[name])
    page = add(seated(living, APPROVER), BAD[name], 422)
    assert "PDF thường" in words(page.find("#tep-1-problem"))
    assert page.find("#tep-1").get("aria-invalid") == "true"
    assert files(living) == []


def test_too_large_a_scan_is_refused_at_its_field(living: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "MOST_BYTES", 100)
    assert "Tệp quá lớn" in words(add(seated(living, APPROVER), written(scan()), 422).find("#tep-1-problem"))


def test_pdfs_of_every_day_are_plain(visitor: Visitor) -> None:
    commune = next(path for path in visitor.get("/xa").links.values() if re.fullmatch(r"/xa/\d+", path))
    assert is_plain(written(scan()))
    assert is_plain(packed(b"7 0 << /Type /Page >>"))
    assert is_plain(visitor.client.get(f"{commune}.pdf").data)


def test_a_scan_is_kept_once_and_read_by_those_who_read_the_register(living: Flask) -> None:
    approver, first, second = seated(living, APPROVER), written(scan("1")), written(scan("2"))
    approver.get(PATH, 404)
    add(approver, first)
    assert "đã có rồi" in add(approver, first, 422).text
    assert "Hãy chọn" in approver.submit(approver.get("/can-bo/cong-bo"), PATH, 422).text
    add(approver, second)
    assert files(living) == sorted([sha256(first), sha256(second)])
    assert folder(living).stat().st_mode & 0o077 == 0
    for role in (APPROVER, CLERK_CENTRE, AUDITOR):
        reader = seated(living, role)
        page = reader.get("/can-bo/cong-bo")
        assert page.link("Tải bản quét lần 1") == PATH
        assert bool(page.all(f"form[action={PATH}]")) == (role == APPROVER)
        answer = reader.client.get(PATH)
        assert (answer.data, answer.mimetype) == (second, "application/pdf")
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Cache-Control"] == "no-store"
    seated(living, ADMINISTRATOR).get(PATH, 403)
    token = approver.get("/can-bo").find("input[name=csrf_token]").get("value")
    approver.post(
        "/can-bo/cong-bo/999/quyet-dinh", 404, {"csrf_token": token, "tep": (io.BytesIO(first), "a.pdf")}
    )


def test_no_public_address_serves_a_scan(living: Flask) -> None:
    data = written(scan("chỉ nội bộ"))
    add(seated(living, APPROVER), data)
    digest, stranger = sha256(data), living.test_client()
    assert stranger.get(PATH).status_code == 302
    names = {"sha256": digest, "name": "quyết định.pdf", "digest": digest, "number": "1", "entry": "1"}
    asked = 0
    for rule in living.url_map.iter_rules():
        if ACCESS.get(rule.endpoint) != PUBLIC:
            continue
        path = re.sub(r"<(?:\w+:)?(\w+)>", lambda place: names.get(place[1], digest), rule.rule)
        answer = stranger.get(path)
        asked += 1
        assert data not in answer.data, path
        assert digest in path or digest.encode() not in answer.data, path
    assert asked > 50
    for path in (f"/scans/{digest[:2]}/{digest}", f"/static/{digest}/../scans/{digest[:2]}/{digest}"):
        assert stranger.get(path).status_code == 404
