"""Attached files: handed out under the names that versions give them, for as long as one does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import pytest
from flask import Flask

from app import attachments
from app.canonical import sha256
from tests.doors.happenings import attach, forget_redactions, publish, redact
from tests.pages import Visitor
from tests.rooms.every_kind import public
from tests.rooms.small_register import listed
from tests.sample import NEXT

PDF, DOCX, SECRET = b"%PDF-1.4 one", b"PK two", b"%PDF-1.4 three"
NAMES = {"Mẫu số 02.pdf": PDF, "Dự thảo.docx": DOCX}


def address(name: str, content: bytes) -> str:
    return f"/tep/{sha256(content)}/{quote(name)}"


@pytest.fixture
def attached(living: Flask) -> Iterator[Flask]:
    """A register in which a procedure names two files; a third lies in the folder and nobody names it."""
    attach(living, "khác.pdf", SECRET)
    forms = [attach(living, name, content) for name, content in NAMES.items()]
    publish(living, listed("TTHC-90", public("procedure", forms=forms)))
    yield living
    forget_redactions()


def test_a_listing_leads_to_its_files(attached: Flask) -> None:
    visitor = Visitor(attached)
    page = visitor.get("/thu-tuc/TTHC-90")
    for name, content in NAMES.items():
        assert page.link(name) == address(name, content)
        assert visitor.get(page.link(name)).body == content


def test_what_browsers_can_show_is_shown_and_the_rest_saved(attached: Flask) -> None:
    shown = Visitor(attached).get(address("Mẫu số 02.pdf", PDF)).headers
    saved = Visitor(attached).get(address("Dự thảo.docx", DOCX)).headers
    assert shown["Content-Type"] == "application/pdf"
    assert shown["Content-Disposition"].startswith("inline; filename*=UTF-8''M%E1%BA%ABu")
    assert saved["Content-Disposition"].startswith("attachment;")
    for headers in (shown, saved):
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "immutable" not in headers["Cache-Control"], "a redaction may take it away"
        assert "must-revalidate" in headers["Cache-Control"]
        assert headers["X-Publication"] == str(NEXT)


def test_a_file_that_nobody_names_is_not_found_nor_one_under_another_name(attached: Flask) -> None:
    visitor = Visitor(attached)
    for path in (
        address("Mẫu số 02.pdf", SECRET),
        address("khác.pdf", PDF),
        address("Mẫu số 02.xlsx", PDF),
        "/tep/../secret-key/x",
        "/tep/x/x",
    ):
        assert visitor.get(path, 404).is_html


def test_a_file_of_an_old_version_stays_until_it_is_redacted(attached: Flask) -> None:
    visitor = Visitor(attached)
    first = visitor.json("/api/v1/listings/TTHC-90/versions")["items"][0]["entry"]
    without_files = listed("TTHC-90", public("procedure"), "changed", holds_from=date(2026, 3, 1))
    publish(attached, without_files)
    assert visitor.get(visitor.get(f"/thu-tuc/TTHC-90/ban/{first}").link("Mẫu số 02.pdf")).body == PDF
    redact(attached, "TTHC-90", first, "forms")
    visitor.get(address("Mẫu số 02.pdf", PDF), 404)


def test_a_file_that_is_missing_says_whom_to_ask(attached: Flask) -> None:
    folder = attachments.folder(attached.extensions["instance"].settings.instance_dir)
    attachments.path(folder, sha256(PDF)).unlink()
    assert "gọi Trung tâm" in Visitor(attached).get(address("Mẫu số 02.pdf", PDF), 404).text
