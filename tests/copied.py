"""A static copy, and what the register itself answered while it was made: where the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

import pytest
from flask import Flask
from werkzeug.datastructures import Headers

from app.public.copying.addresses import addresses
from app.public.copying.export import MISSING
from tests.conftest import run
from tests.file_servers import ask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SAME = (
    *("Content-Type", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Head"),
    *("Access-Control-Allow-Origin", "Access-Control-Expose-Headers"),
)
HOPS = 3


class Overheard:
    """Stands before ``site`` and remembers how each address was answered: status and headers."""

    def __init__(self, site: WSGIApplication) -> None:
        self._site = site
        self.answers: dict[str, tuple[int, Headers]] = {}

    def __call__(self, environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        def note(status: str, headers: list[tuple[str, str]], *failed: Any) -> Any:
            self.answers[environment["REQUEST_URI"]] = (int(status[:3]), Headers(headers))
            return start(status, headers, *failed)

        return self._site(environment, note)


class Copied:
    """The copy of ``app`` in ``folder``, whose addresses begin with ``base``."""

    def __init__(self, app: Flask, folder: Path, base: str) -> None:
        self.app, self.folder, self._base = app, folder, base
        self._prefix = urlsplit(base).path
        overheard = Overheard(app.wsgi_app)
        with pytest.MonkeyPatch.context() as here:
            here.setattr(app, "wsgi_app", overheard)
            run(app, "export-site", str(folder))
        self.answers = overheard.answers

    def differences(self, port: int) -> Iterator[tuple[str, object, object]]:
        """Yield address, what is answered at ``port`` and what the register answered, where they differ."""
        for address in self.answers.keys() - MISSING.keys():
            status, headers, _body = ask(port, self._prefix + address)
            now, before = _told(address, status, headers), _told(address, *self.answers[address])
            yield from ((address, *each) for each in zip(now, before, strict=True) if each[0] != each[1])

    def broken_links(self, port: int) -> list[tuple[str, str, int]]:
        """Return page, link and status, for each link of a page at ``port`` that leads nowhere.

        Where the register itself says that a listing is yet to come, the copy may.
        """
        asked: dict[str, int] = {}
        broken = []
        for address in known(self.app):
            _status, headers, body = ask(port, self._prefix + address)
            if headers.get("Content-Type", "").startswith("text/html"):
                for path in self._led(address, body.decode()):
                    if path not in asked:
                        asked[path] = _followed(port, path)
                    if asked[path] not in (200, 410) and not self._to_come(path):
                        broken.append((address, path, asked[path]))
        assert len(asked) > 300, "the pages lead to hardly anything"
        return broken

    def _to_come(self, path: str) -> bool:
        status, _headers = self.answers.get(path.removeprefix(self._prefix), (0, None))
        return status == 404

    def _led(self, address: str, page: str) -> Iterator[str]:
        """Yield the paths on this host that a page leads to."""
        for href in re.findall(r'(?:href|src|action)="([^"]+)"', page):
            target = urljoin(f"{self._base}{address}", unescape(href)).partition("#")[0]
            if target.startswith(self._base):
                path = target.removeprefix(self._base.removesuffix(self._prefix))
                yield quote(path or "/", safe="/?&=%.-_~+:,")


def known(app: Flask) -> list[str]:
    """Return every address that was ever issued."""
    with app.test_request_context():
        return addresses()


def _told(address: str, status: int, headers: Mapping[str, str]) -> list[tuple[str, object]]:
    """Return what must be the same in a copy. Of an old version only the page tells the publication."""
    disposition = headers.get("Content-Disposition", "").partition(";")[0]
    silent = "/ban/" in address or address.startswith("/static/")
    return [
        ("status", status),
        ("saved", disposition == "attachment"),
        ("kept", "no-store" not in headers["Cache-Control"]),
        ("publication", "" if silent else headers.get("X-Publication", "")),
        ("unindexed", status == 200 and headers.get("X-Robots-Tag", "")),
        *((name, headers.get(name, "")) for name in SAME),
    ]


def _followed(port: int, path: str) -> int:
    for _hop in range(HOPS):
        status, headers, _body = ask(port, path)
        if status not in (301, 302):
            return status
        path = urlsplit(headers["Location"])._replace(scheme="", netloc="").geturl()
    return 0
