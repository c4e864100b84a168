"""Privacy in one place: what only staff may see, planted everywhere, stands in no public byte."""

from __future__ import annotations

import io
import logging
import re
import shutil
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader

from app import kinds
from app.kinds import KINDS
from app.web.static_copy import MARK
from tests.browser import serve
from tests.conftest import register_in
from tests.copied import known
from tests.doors.happenings import forget_redactions
from tests.pages import Visitor
from tests.planted import STAFF_KEYS, Planted, found

BULK = (
    *("/danh-sach.", "/danh-sach/", "/cong-bo.", "/cong-bo/thay-doi", "/du-lieu/", "/so-sanh.", "/nhung/"),
    *("/sitemap", "/api/v1/entries", "/api/v1/listings?", "/api/v1/search", "/goi-y", "/tim-kiem"),
)
MORE = (
    *("/api/v1/listings?limit=500&status=all", "/api/v1/entries?limit=500", "/so-sanh.json?tu=1&den=11"),
    *("/so-sanh.csv?tu=10&den=12", "/so-sanh?tu=11&den=12", "/so-sanh?tu=1&den=2", "/kiem-tra?q=mau"),
    *("/api/v1/search?q=luat+su&limit=100", "/tim-kiem?q=luat+su", "/goi-y?q=luat", "/en/search?q=lawyer"),
    *("/bao-sai/LS-0001", "/danh-sach?ngay=2026-10-20", "/danh-sach.csv?ngay=2026-10-20", "/can-bo"),
)
SIGN_IN = "/can-bo/dang-nhap"
LIVE = ("/", "/luat-su/LS-0001", "/danh-sach.csv", "/api/v1/listings/LS-0001", "/khong-co", SIGN_IN)
DATABASE = (".db", ".db-wal", ".db-shm")


@pytest.fixture(scope="module")
def planted(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    folder = tmp_path_factory.mktemp("planted") / "register"
    shutil.copytree(sample_folder, folder)
    with register_in(folder) as app:
        yield Planted(app)
    forget_redactions()


@pytest.fixture(scope="module")
def answers(planted: Planted) -> list[tuple[str, str]]:
    """Everything public that could tell something of what was planted: its address, and all that it says.

    Pages twice: as they are answered, and as they go into a static copy.
    """
    changed = {kind.public_id(1) for kind in KINDS}
    client, told = planted.app.test_client(), []
    for address in [*known(planted.app), *MORE]:
        parts = set(re.split("[/.]", address))
        other = any(kinds.of_id(part) for part in parts if "-" in part and part[:1].isupper())
        elsewhere = "/xa/" in address and "06529" not in address
        if (other and not parts & changed) or elsewhere or address.startswith("/static/"):
            continue
        for copied in ("", "1"):
            with client.get(address, environ_overrides={MARK: copied}) as answer:
                told.append((address, f"{answer.headers} {text_of(answer.get_data())}"))
            if answer.mimetype != "text/html":
                break
    return told


def text_of(content: bytes) -> str:
    """Return what a file says, with what a PDF hides and the parts of an archive."""
    text = content.decode(errors="replace")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return " ".join([text, *(f"{name} {text_of(archive.read(name))}" for name in archive.namelist())])
    if content.startswith(b"%PDF-1.7\n"):  # a whole one, not what was planted as one
        book = PdfReader(io.BytesIO(content))
        return " ".join([text, str(book.metadata), *(page.extract_text() for page in book.pages)])
    return text


def test_what_only_staff_may_see_is_in_no_public_byte(
    planted: Planted, answers: list[tuple[str, str]]
) -> None:
    assert len({*planted.staff}) > 100
    assert not [(address, one) for address, text in answers for one in found(planted.staff, text)]
    named = re.compile(rf"(?<![\w-])({'|'.join(STAFF_KEYS - {'rank'})})(?![\w-])")
    assert not [(address, said[0]) for address, text in answers if (said := named.search(text))]
    Visitor(planted.app).get(f"/tep/{planted.kept['sha256']}/{planted.kept['name']}", 404)


def test_no_search_finds_it_and_no_file_beside_the_database_holds_it(planted: Planted) -> None:
    visitor = Visitor(planted.app)
    for one in planted.staff[::5]:
        if one.isalpha():
            assert visitor.json(f"/api/v1/search?q={one}")["total"] == 0
    apart = ("attachments", "scans")
    files = [path for path in planted.folder.rglob("*") if path.is_file() and path.suffix not in DATABASE]
    for file in files:
        if not {*file.parts} & {*apart}:
            assert not found(planted.staff, file.read_bytes().decode(errors="replace")), file


def test_no_log_says_it(planted: Planted, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    said = tmp_path / "said"
    with said.open("wb") as file, serve(planted.folder, workers=1, says=file) as site:
        for path in LIVE:
            visit(f"{site}{path}")
            planted.app.test_client().get(path).close()
        for one in planted.staff[-6:]:
            form = urllib.parse.urlencode({"username": one, "password": one, "code": "123456"}).encode()
            visit(f"{site}{SIGN_IN}", form)
    assert not found(planted.staff, said.read_text() + caplog.text)


def visit(address: str, form: bytes | None = None) -> None:
    with suppress(urllib.error.HTTPError):  # what is not there, a form without its token
        urllib.request.urlopen(address, form, timeout=10).close()  # noqa: S310  (an address of our own)


def test_what_a_page_tells_is_in_no_bulk_file_but_on_the_page(
    planted: Planted, answers: list[tuple[str, str]]
) -> None:
    hidden = [mark for marks in planted.page.values() for mark in marks]
    assert len(hidden) > 40
    visitor = Visitor(planted.app)
    for kind in KINDS:
        told = visitor.client.get(f"/api/v1/listings/{kind.public_id(1)}").text.lower()
        first_ways = [one for one in planted.page.get(kind.key, []) if "/" not in one and not one.isdecimal()]
        assert all(one in told for one in first_ways), kind.key
    bulk = [(address, text) for address, text in answers if address.startswith(BULK)]
    assert not [(address, one) for address, text in bulk for one in found(hidden, text)]
