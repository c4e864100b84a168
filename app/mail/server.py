"""The mail server that SMTP_URL names, and handing it one letter. Nothing the setting says is ever shown."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from app import clock
from app.faults import Fault
from app.mail.letter import Letter

PORTS = {"smtp": 587, "smtps": 465}
PATIENCE = 30
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class NotSent(Fault):
    """A letter could not be handed over."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed over. ``here`` is the name by which this machine introduces itself."""

    host: str
    port: int
    tls_from_the_start: bool
    sender: str
    here: str
    user: str | None = field(repr=False)
    password: str | None = field(repr=False)

    def send(self, address: str, letter: Letter) -> None:
        """Hand over one letter to one person. Raises NotSent."""
        try:
            with self._connected() as smtp:
                if self.user is not None:
                    smtp.login(self.user, self.password or "")
                smtp.send_message(self._message(address, letter))
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise NotSent(f"máy chủ thư không nhận ({type(error).__name__})") from None

    def _connected(self) -> smtplib.SMTP:
        trusted = ssl.create_default_context()
        if self.tls_from_the_start:
            return smtplib.SMTP_SSL(self.host, self.port, self.here, timeout=PATIENCE, context=trusted)
        smtp = smtplib.SMTP(self.host, self.port, self.here, timeout=PATIENCE)
        try:
            smtp.ehlo()
            if smtp.has_extn("starttls"):
                smtp.starttls(context=trusted)
            elif self.host not in _THIS_MACHINE:
                raise smtplib.SMTPNotSupportedError("no TLS")
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _message(self, address: str, letter: Letter) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["Subject"] = letter.subject
        message["From"] = self.sender
        message["To"] = address
        message["Date"] = format_datetime(clock.now())
        message["Message-ID"] = make_msgid(domain=self.here)
        message["Auto-Submitted"] = "auto-generated"  # so that nobody's absence answers it
        message.set_content(letter.body, cte="quoted-printable")
        return message


def server_of(url: str, base_url: str) -> Server:
    """Return the server of ``url``. Raises ValueError, whose words quote nothing of it."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise _unreadable() from None
    if not parts.hostname:
        raise _unreadable()
    here = urlsplit(base_url).hostname or "localhost"
    return Server(
        host=parts.hostname,
        port=port,
        tls_from_the_start=parts.scheme == "smtps",
        sender=_sender(parts, here),
        here=here,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _sender(parts: SplitResult, here: str) -> str:
    asked = parse_qs(parts.query).get("from", [""])[0]
    user = unquote(parts.username or "")
    return asked or (user if "@" in user else f"khong-tra-loi@{here}")


def _unreadable() -> ValueError:
    return ValueError("SMTP_URL must be smtp://USER:PASSWORD@HOST:PORT or smtps://…")
