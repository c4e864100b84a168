"""One address asked of the application itself, and the file in which its answer is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qsl, unquote, urlsplit

from flask import current_app
from flask.testing import FlaskClient

from app.web import site
from app.web.links import base_url, link
from app.web.static_copy import MARK

QUERIES = ("trang", "cursor", "loai", "xa")
"""Parameters by which a path has several files."""

KEPT = (200, 404, 410)


class Broken(RuntimeError):
    """An address that was issued and does not answer."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: its file below the root of the site, and further addresses of the same path."""

    file: str
    status: int
    content: bytes
    further: tuple[str, ...]


def fetch(client: FlaskClient, address: str) -> Fetched:
    """Return what a static copy answers at ``address``. Raises Broken for an error of ours.

    Asked by itself, as from outside: what one answer notes for its end is not there at the next. All show
    one publication, whatever is published meanwhile.
    """
    shown = site.newest()
    with current_app.app_context():
        site.answer_for(shown)
        return _answered(client, address)


def _answered(client: FlaskClient, address: str) -> Fetched:
    with client.get(address, environ_overrides={MARK: "1"}) as response:
        if response.status_code not in KEPT:
            raise Broken(f"{address}: {response.status_code}")
        content, mimetype = response.get_data(), response.mimetype or ""
        further = [*_pages(address, content.decode())] if mimetype == "text/html" else []
        following = re.match(r'<([^>]+)>; rel="next"', response.headers.get("Link", ""))
    if following:
        cursor = dict(parse_qsl(urlsplit(following[1]).query))["cursor"]
        further.append(f"{urlsplit(address).path}?cursor={cursor}")
    return Fetched(file_of(address, mimetype), response.status_code, content, tuple(further))


def file_of(address: str, mimetype: str) -> str:
    """Return the file of an address: ``/luat-su/LS-0001`` is in ``/luat-su/LS-0001.html``."""
    path, _, query = address.partition("?")
    given = dict(parse_qsl(query))
    mark = next((f".{name}-{given[name]}" for name in QUERIES if name in given), "")
    path = unquote(path)
    if mimetype == "text/html":
        return f"{path}index{mark}.html" if path.endswith("/") else f"{path}{mark}.html"
    if mimetype == "application/json" and not path.endswith(".json"):
        return f"{path}{mark}.json"
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}{mark}{dot}{suffix}"


def prefix() -> str:
    """Return the path below which the site lies on its host; "" at the root."""
    return urlsplit(base_url()).path


def _pages(address: str, page: str) -> list[str]:
    """Return the other pages of the same path that a page leads to."""
    path = address.partition("?")[0]
    led = (unescape(href) for href in re.findall(r'href="([^"]*[?&](?:amp;)?trang=[^"]*)"', page))
    return [
        f"{path}?trang={dict(parse_qsl(urlsplit(one).query))['trang']}"
        for one in led
        if urlsplit(one).path == link(path)
    ]
