"""Making or renewing a copy: every address asked, every answer kept, configurations beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from flask import current_app
from flask.testing import FlaskClient

from app import clock
from app.canonical import sha256
from app.ledger import read
from app.ledger.acts import REDACTED
from app.ledger.signing import Signer
from app.public.copying.addresses import addresses
from app.public.copying.fetching import Broken, fetch, prefix
from app.public.copying.folder import Folder
from app.public.copying.servers import APART, SERVERS, Apart, configuration
from app.web import site
from app.web.links import base_url
from app.web.session import reading

LASTING = re.compile(r"/(cong-bo/[0-9]+/danh-sach\.[a-z]+|tep/.+|static/.+)")
"""Addresses whose content stays while nothing is redacted."""

SOURCES = ("app", "templates", "static")
SITE = "site"
MISSING = {"/khong-co-trang-nay": "/404.html", "/api/v1/khong-co": "/api/404.json"}

Watch = Callable[[Iterable[str], int], Iterator[str]]


class Done(NamedTuple):
    """How many files the copy has, and how many of them had to be written."""

    files: int
    written: int


def export(root: Path, signer: Signer, watch: Watch) -> Done:
    """Make or renew the copy in ``root``; ``watch`` sees each address go by."""
    folder, about = Folder(root, signer), _about()
    if folder.about == about and folder.is_whole():
        return Done(0, 0)
    lasts = _lasts(folder.about, about)
    client, apart = current_app.test_client(), Apart({}, {})
    asked = set[str]()
    waiting = addresses()
    while waiting:
        asked.update(waiting)
        further = [
            more
            for address in watch(waiting, len(waiting))
            if not (lasts and LASTING.fullmatch(address) and folder.keep(_name(address)))
            for more in _copy(client, address, folder, apart)
        ]
        waiting = [one for one in dict.fromkeys(further) if one not in asked]
    _finish(client, folder, apart)
    folder.close(about)
    return Done(folder.files, folder.written)


def _copy(client: FlaskClient, address: str, folder: Folder, apart: Apart) -> tuple[str, ...]:
    """Keep one answer; return the further addresses that it leads to."""
    fetched = fetch(client, address)
    if fetched.status == 200:
        folder.put(_name(fetched.file), fetched.content)
        return fetched.further
    if fetched.status == 404 and not _begins_later(address):
        raise Broken(f"{address}: 404")
    page = APART + fetched.file
    (apart.gone if fetched.status == 410 else apart.to_come)[prefix() + address] = prefix() + page
    folder.put(_name(page), fetched.content)
    return ()


def _begins_later(address: str) -> bool:
    """Whether ``address`` is that of a listing announced for a day to come."""
    register = site.today()
    issued = (part for part in re.split(r"[/.]", address) if register.issued(part))
    return any(register.get(part) is None for part in issued)


def _finish(client: FlaskClient, folder: Folder, apart: Apart) -> None:
    for address, file in MISSING.items():
        folder.put(_name(file), fetch(client, address).content)
    for server in SERVERS:
        folder.put(server, configuration(server, apart).encode())


def _name(file: str) -> str:
    return f"{SITE}{prefix()}{file}"


def _about() -> dict[str, str]:
    """Return all that the content of a copy depends on."""
    head = site.newest()
    return {
        "publication": f"{head.number} {head.hash}" if head else "0 -",
        "day": clock.today().isoformat(),
        "base": base_url(),
        "build": _build(),
    }


def _build() -> str:
    """Return the hash of the program's own files."""
    root = Path(__file__).parents[3]
    files = (path for part in SOURCES for path in sorted((root / part).rglob("*")) if path.is_file())
    told = [
        f"{path.relative_to(root)} {sha256(path.read_bytes())}" for path in files if path.suffix != ".pyc"
    ]
    return sha256("\n".join(told).encode())[:16]


def _lasts(before: dict[str, str], now: dict[str, str]) -> bool:
    """Whether files of the past are as the copy of before has them."""
    if not before or any(before.get(key) != now[key] for key in ("base", "build")):
        return False
    number, digest = before["publication"].split(" ")
    known = read.publication(reading(), int(number))
    lines = read.entries(reading(), after=int(number))
    return known is not None and known.hash == digest and all(line.act != REDACTED for line in lines)
