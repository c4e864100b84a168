"""Letters handed to a real mail server, over TLS and not; and the password, which nobody sees."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from app.mail.letter import Letter
from app.mail.server import NotSent, server_of
from config import from_environment
from tests.certificate import make_certificate
from tests.mail_server import PASSWORD, USER, context, mail_server

BASE = "https://tgpl.example.vn"
LETTER = Letter("Việc chờ xử lý ngày 23/11/2026", "Kính gửi ông/bà,\n\nĐến hạn: một việc.\n")
SIGNED_IN = f"{quote(USER, safe='')}:{quote(PASSWORD, safe='')}@"


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = make_certificate(tmp_path / "mail.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return path


def test_a_letter_arrives_whole_and_asks_for_no_answer() -> None:
    with mail_server() as box:
        server_of(f"smtp://127.0.0.1:{box.port}", BASE).send("nguoi.mau@example.vn", LETTER)
    [came] = box.letters
    assert came["Subject"] == LETTER.subject
    assert came.get_content().splitlines() == LETTER.body.splitlines()
    assert (came["Auto-Submitted"], came["To"]) == ("auto-generated", "nguoi.mau@example.vn")
    assert box.envelopes == [("khong-tra-loi@tgpl.example.vn", ["nguoi.mau@example.vn"])]
    assert came["Message-ID"].endswith("@tgpl.example.vn>")


def test_a_letter_goes_over_starttls_with_user_and_password(certificate: Path) -> None:
    with mail_server(certificate) as box:
        server_of(f"smtp://{SIGNED_IN}127.0.0.1:{box.port}", BASE).send("nguoi.mau@example.vn", LETTER)
    assert box.envelopes == [(USER, ["nguoi.mau@example.vn"])]


def test_a_letter_goes_over_tls_from_the_start(certificate: Path) -> None:
    with mail_server(ssl_context=context(certificate)) as box:
        url = f"smtps://127.0.0.1:{box.port}?from=so%40example.vn"
        server_of(url, BASE).send("nguoi.mau@example.vn", LETTER)
    assert box.envelopes == [("so@example.vn", ["nguoi.mau@example.vn"])]


def test_a_server_that_nobody_vouches_for_gets_nothing(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with mail_server(certificate) as box, pytest.raises(NotSent, match="SSLCertVerificationError"):
        server_of(f"smtp://{SIGNED_IN}127.0.0.1:{box.port}", BASE).send("nguoi.mau@example.vn", LETTER)
    assert box.letters == []


def test_a_server_elsewhere_without_tls_gets_nothing() -> None:
    elsewhere = "127.0.0.2"  # as far as the register knows
    with mail_server(host=elsewhere) as box, pytest.raises(NotSent, match="NotSupported"):
        server_of(f"smtp://{elsewhere}:{box.port}", BASE).send("nguoi.mau@example.vn", LETTER)
    assert box.letters == []


def test_a_wrong_password_a_refused_address_and_no_server_are_told_without_secrets(certificate: Path) -> None:
    refused = pytest.raises(NotSent, match="SMTPAuthenticationError")
    with mail_server(certificate) as box, refused as wrong:
        server_of(f"smtp://a%40b.vn:geheim@127.0.0.1:{box.port}", BASE).send("x@example.vn", LETTER)
    assert "geheim" not in str(wrong.value)
    with mail_server() as box:
        box.refuses.add("x@example.vn")
        with pytest.raises(NotSent):
            server_of(f"smtp://127.0.0.1:{box.port}", BASE).send("x@example.vn", LETTER)
        for hostile in ("x@example.vn\nBcc: y@example.vn", "x@example.vn\r\n\r\nhi"):
            with pytest.raises(NotSent):
                server_of(f"smtp://127.0.0.1:{box.port}", BASE).send(hostile, LETTER)
    with pytest.raises(NotSent):
        server_of(f"smtp://127.0.0.1:{box.port}", BASE).send("x@example.vn", LETTER)
    assert box.letters == []


def test_nothing_shows_the_password() -> None:
    url = "smtps://ai%40example.vn:geheim@mail.example.vn"
    server, settings = server_of(url, BASE), from_environment({"SMTP_URL": url})
    assert (server.port, server.user, server.password) == (465, "ai@example.vn", "geheim")
    assert "geheim" not in f"{server!r}{settings!r}"


@pytest.mark.parametrize(
    "url", ["smtp://u:ge/heim@h", "smtp://u:geheim@", "http://u:geheim@h", "geheim", "smtp://h:99999999"]
)
def test_a_setting_that_cannot_be_read_is_not_quoted(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP_URL must be") as told:
        server_of(url, BASE)
    assert not {"geheim", "heim"} & set(str(told.value).replace("/", " ").split())
    assert told.value.__cause__ is None
