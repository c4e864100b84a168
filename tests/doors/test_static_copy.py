"""The exit promise: every address ever issued, served from files by a web server that knows nothing of us."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from flask import Flask

from app.ledger.signing import from_base64
from app.public.copying.addresses import addresses
from tests.conftest import BASE_URL, register_in, run
from tests.doors.happenings import change, forget_redactions, publish, redact, withdraw
from tests.house.test_addresses import spelled_out
from tests.rooms.every_kind import keep_sound, one_of_each, unlisted
from tests.rooms.small_register import listed, organisation

NGINX = """daemon off; {user} pid {folder}/pid; error_log stderr crit; worker_processes 1;
events {{}}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
include {folder}/site.conf; }}
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A register with one of each kind, a change, a withdrawal, a listing redacted whole."""
    with register_in(tmp_path_factory.mktemp("filled")) as app:
        app.extensions["instance"].prepare()
        publish(app, *one_of_each(), *unlisted())
        keep_sound(app.extensions["instance"].settings.instance_dir)
        many = [listed(f"TC-{number:03d}", organisation(f"Tổ chức Mẫu {number}")) for number in range(2, 64)]
        publish(app, *many)
        change(app, "TC-002", phone="02053000024")
        withdraw(app, "TC-003")
        redact(app, "TC-004", 16)
        yield app
    forget_redactions()


@pytest.fixture(scope="module")
def copy(filled: Flask, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "copy"
    run(filled, "export-site", str(folder))
    return folder


@pytest.fixture(scope="module")
def served(copy: Path) -> Iterator[int]:
    """The port at which nginx serves the copy."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder, told = copy.parent, (copy / "nginx.conf").read_text()
    assert "listen 80;" in told
    (folder / "site.conf").write_text(
        told.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/register/site", f"{copy}/site")
    )
    configuration = folder / "nginx.conf"
    user = "user root;" if os.getuid() == 0 else ""
    configuration.write_text(NGINX.format(folder=folder, user=user))
    server = subprocess.Popen([nginx, "-c", str(configuration), "-p", str(folder)])  # noqa: S603
    try:
        _wait(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _attempt in range(100):
        assert server.poll() is None, "nginx does not take the configuration"
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not answer")


def ask(port: int, address: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.headers), body


def known(app: Flask) -> list[str]:
    with app.test_request_context():
        return addresses()


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
    assert missing <= {"public.attached_file"}, "no file is attached in this register"


def test_every_address_ever_issued_answers_as_it_did(filled: Flask, served: int) -> None:
    client, wrong = filled.test_client(), []
    for address in known(filled):
        with client.get(address) as answer:
            expected = (answer.status_code, answer.mimetype)
        status, headers, _body = ask(served, address)
        told = (status, headers.get("Content-Type", "").partition(";")[0])
        if told != expected:
            wrong.append((address, told, expected))
    assert not wrong


def test_no_link_is_broken(filled: Flask, served: int) -> None:
    asked: dict[str, int] = {}
    broken = []
    for address in known(filled):
        status, headers, body = ask(served, address)
        if not headers.get("Content-Type", "").startswith("text/html"):
            continue
        for href in re.findall(r'(?:href|src|action)="([^"]+)"', body.decode()):
            target = urljoin(f"{BASE_URL}{address}", unescape(href)).partition("#")[0]
            if not target.startswith(BASE_URL):
                continue
            path = quote(target.removeprefix(BASE_URL) or "/", safe="/?&=%.-_~+:,")
            if path not in asked:
                asked[path] = _followed(served, path)
            if asked[path] not in (200, 410):
                broken.append((address, status, path, asked[path]))
    assert not broken[:20]
    assert len(asked) > 300


def _followed(port: int, path: str) -> int:
    for _hop in range(3):
        status, headers, _body = ask(port, path)
        if status not in (301, 302):
            return status
        path = urlsplit(headers["Location"])._replace(scheme="", netloc="").geturl()
    return 0


def test_what_is_gone_moved_or_never_was_is_told_so(served: int) -> None:
    status, headers, body = ask(served, "/to-chuc/TC-003")
    assert (status, "đã rút" in body.decode()) == (410, True)
    assert ask(served, "/to-chuc/TC-003.json")[0] == 410
    assert ask(served, "/to-chuc/TC-003/ban/15")[0] in (200, 410)
    status, headers, _body = ask(served, "/luat-su/TC-002/lich-su")
    assert (status, headers["Location"]) == (301, "/to-chuc/TC-002/lich-su")
    assert ask(served, "/danh-sach/")[:2][1]["Location"] == "/danh-sach"
    assert ask(served, "/en/")[0] == 200
    assert ask(served, "/en/listing/TTHC-01")[1]["Location"] == "/thu-tuc/TTHC-01"
    status, _headers, body = ask(served, "/khong-co")
    assert (status, "<form" in body.decode()) == (404, True)
    status, headers, body = ask(served, "/api/v1/listings/LS-9999")
    assert (status, headers["Content-Type"]) == (404, "application/json; charset=utf-8")
    assert b'"not_found"' in body
    assert ask(served, "/_da-rut/to-chuc/TC-003.html")[0] == 404


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
        assert (status, headers["Location"]) == (302, "/ban-tinh")
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
