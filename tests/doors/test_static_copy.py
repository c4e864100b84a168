"""The exit promise: every address ever issued, served from files by a web server that knows nothing of us."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from flask import Flask

from app.ledger.signing import from_base64
from app.web.static_copy import MARK
from tests.conftest import BASE_URL, register_in, run
from tests.copied import Copied, known
from tests.doors.happenings import attach, change, forget_redactions, publish, redact, withdraw
from tests.file_servers import SERVERS, ask, files_served_by
from tests.house.test_addresses import spelled_out
from tests.rooms.every_kind import keep_sound, one_of_each, public, unlisted
from tests.rooms.small_register import listed, organisation

MOVED = (
    ("/luat-su/TC-002/lich-su", 301, "/to-chuc/TC-002/lich-su"),
    ("/to-chuc/tc-002.json", 301, "/to-chuc/TC-002.json"),
    ("/luat-su/tc-002/ban/13", 301, "/to-chuc/TC-002/ban/13"),
    ("/to-chuc/TC-002/", 301, "/to-chuc/TC-002"),
    ("/danh-sach/", 301, "/danh-sach"),
    ("/en/listing/TTHC-01", 302, "/thu-tuc/TTHC-01"),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A register with one of each kind, a change, one withdrawn, redacted, to come, an attached file."""
    with register_in(tmp_path_factory.mktemp("filled")) as app:
        app.extensions["instance"].prepare()
        publish(app, *one_of_each(), *unlisted())
        keep_sound(app.extensions["instance"].settings.instance_dir)
        many = [listed(f"TC-{number:03d}", organisation(f"Tổ chức Mẫu {number}")) for number in range(2, 64)]
        publish(app, *many)
        change(app, "TC-002", phone="02053000024")
        withdraw(app, "TC-003")
        redact(app, "TC-004", 17)
        publish(app, listed("TC-070", organisation("Tổ chức Mẫu 70"), holds_from=date(2099, 1, 1)))
        form = attach(app, "Mẫu số 02.pdf", b"%PDF-1.4")
        publish(app, listed("TTHC-90", public("procedure", forms=[form])))
        yield app
    forget_redactions()


@pytest.fixture(scope="module")
def copied(filled: Flask, tmp_path_factory: pytest.TempPathFactory) -> Copied:
    return Copied(filled, tmp_path_factory.mktemp("copied") / "copy", BASE_URL)


@pytest.fixture(scope="module")
def copy(copied: Copied) -> Path:
    return copied.folder


@pytest.fixture(scope="module", params=SERVERS)
def served(request: pytest.FixtureRequest, copy: Path) -> Iterator[int]:
    """The port at which a web server hands out the copy."""
    with files_served_by(request.param, copy) as port:
        yield port


def test_every_public_address_is_in_the_copy_or_needs_a_server(filled: Flask) -> None:
    from app.public.copying.addresses import COMPUTED
    from app.web.access import ACCESS

    adapter = filled.url_map.bind("localhost")
    answered = {adapter.match(address.partition("?")[0])[0] for address in known(filled)}
    public = {rule.endpoint: rule.rule for rule in filled.url_map.iter_rules()}
    missing = {
        endpoint
        for endpoint, rule in public.items()
        if ACCESS.get(endpoint) == "public" and endpoint not in answered
        if not all(one.startswith(COMPUTED) for one in spelled_out(rule, filled))
    }
    assert not missing


def test_every_address_ever_issued_answers_as_it_did(copied: Copied, served: int) -> None:
    assert set(known(copied.app)) <= copied.answers.keys()
    assert not list(islice(copied.differences(served), 10))


def test_no_link_is_broken(copied: Copied, served: int) -> None:
    assert not copied.broken_links(served)[:20]


def test_a_page_says_what_the_register_says(filled: Flask, served: int) -> None:
    for address in ("/", "/danh-sach", "/to-chuc/TC-002", "/xa/06529", "/thong-bao/TB-0001", "/en/"):
        with filled.test_client().get(address, environ_overrides={MARK: "1"}) as answer:
            assert ask(served, address)[2] == answer.get_data(), address


def test_what_is_gone_moved_or_never_was_is_told_so(served: int) -> None:
    status, headers, body = ask(served, "/to-chuc/TC-003")
    assert (status, "đã rút" in body.decode()) == (410, True)
    assert ask(served, "/to-chuc/TC-003.json")[0] == 410
    assert ask(served, "/to-chuc/TC-003/ban/16")[0] in (200, 410)
    assert ask(served, "/en/")[0] == ask(served, "/en")[0] == 200
    for address, status, path in MOVED:
        now, headers, _body = ask(served, address)
        assert (now, urlsplit(headers["Location"]).path) == (status, path)
    for address in ("/to-chuc/TC-070", "/api/v1/listings/TC-070"):
        status, _headers, body = ask(served, address)
        assert (status, "có hiệu lực từ ngày 01/01/2099" in body.decode()) == (404, True)
    status, _headers, body = ask(served, "/khong-co")
    assert (status, "<form" in body.decode()) == (404, True)
    status, headers, body = ask(served, "/api/v1/listings/LS-9999")
    assert (status, headers["Content-Type"]) == (404, "application/json")
    assert b'"not_found"' in body
    assert ask(served, "/_rieng/to-chuc/TC-003.html")[0] == 404


def test_what_needs_a_server_leads_to_the_page_that_says_so(served: int) -> None:
    for path in (
        "/tim-kiem?q=a",
        "/so-sanh",
        "/bao-sai/TC-002",
        "/en/search",
        "/danh-sach?ngay=2024-01-01",
        "/api/v1/listings?kind=lawyer",
    ):
        status, headers, _body = ask(served, path)
        assert (status, urlsplit(headers["Location"]).path) == (302, "/ban-tinh")
    assert "Bản sao không tìm kiếm" in ask(served, "/ban-tinh")[2].decode()


def test_a_second_page_and_a_further_cursor_are_there(filled: Flask, served: int) -> None:
    first, second = (ask(served, f"/danh-sach/to-chuc{query}")[2] for query in ("", "?trang=2"))
    assert first != second
    assert "Tổ chức Mẫu 63" in second.decode() or "Tổ chức Mẫu 63" in first.decode()


def test_headers_are_those_of_the_register(served: int) -> None:
    assert "frame-ancestors *" in ask(served, "/nhung/trung-tam/TT-01")[1]["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in ask(served, "/")[1]["Content-Security-Policy"]
    assert ask(served, "/to-chuc/TC-002/lich-su")[1]["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in ask(served, "/to-chuc/TC-002")[1]
    assert ask(served, "/danh-sach.csv")[1]["Access-Control-Allow-Origin"] == "*"
    assert ask(served, "/danh-sach.csv")[1]["Content-Disposition"] == "attachment"


def test_nothing_in_a_copy_is_true_only_for_now(copy: Path) -> None:
    for page in (copy / "site").rglob("*.html"):
        text = page.read_text()
        assert "Đang mở cửa" not in text
        assert "đang mở" not in text.lower().replace("đang mở cửa ", "")
    assert "Bản sao tĩnh của lần công bố" in (copy / "site" / "index.html").read_text()


def test_the_manifest_names_every_file_and_is_signed(copy: Path) -> None:
    manifest = (copy / "SHA256SUMS").read_bytes()
    key = load_pem_public_key((copy / "public-key.pem").read_bytes())
    key.verify(from_base64((copy / "SHA256SUMS.sig").read_text().strip()), manifest)  # type: ignore
    command = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)  # noqa: S603
    named = {line.split("  ", 1)[1] for line in manifest.decode().splitlines() if not line.startswith("#")}
    there = {str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()}
    assert there - named == {"SHA256SUMS", "SHA256SUMS.sig", "public-key.pem"}


def test_a_second_run_writes_only_what_changed(filled: Flask, copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(copy, folder)
    assert "không có gì mới" in run(filled, "export-site", str(folder))
    (folder / "site" / "index.html").write_text("altered")
    again = run(filled, "export-site", str(folder))
    assert again.strip().endswith("ghi mới 1.")
    assert "altered" not in (folder / "site" / "index.html").read_text()


def test_a_folder_with_other_things_in_it_is_left_alone(filled: Flask, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    assert "có thứ khác" in run(filled, "export-site", str(tmp_path), exits=1)
