"""A real mail server on this machine, with or without TLS and sign-in; it keeps what it is given."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "register@example.vn", "pass: @/?#%"


@dataclass
class MailServer:
    """Where it listens and what came in, with the envelope's addresses."""

    port: int
    letters: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)

    async def handle_RCPT(self, *asked: Any) -> str:
        _server, _session, envelope, address, _options = asked
        if address in self.refuses:
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.letters.append(message_from_bytes(envelope.content, EmailMessage, policy=policy.default))
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        return "250 OK"


@contextmanager
def mail_server(
    certificate: Path | None = None, host: str = "127.0.0.1", **more: Any
) -> Iterator[MailServer]:
    """Yield a server; ``certificate`` makes it ask for STARTTLS and for USER with PASSWORD."""
    box = MailServer(_free_port())
    if certificate:
        more |= {"tls_context": context(certificate), "require_starttls": True}
        more |= {"authenticator": _authenticate, "auth_required": True}
    controller = Controller(box, hostname=host, port=box.port, **more)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def context(certificate: Path) -> ssl.SSLContext:
    """Return what a server needs to speak TLS with ``certificate``, which holds its key too."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificate)
    return made


def _authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    right = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=data == right, handled=False)  # so that the server answers a refusal


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
