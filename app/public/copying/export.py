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
from app.kinds import EVERY_KIND
from app.ledger import read
from app.ledger.acts import REDACTED
from app.ledger.signing import Signer
from app.public.copying.addresses import COMPUTED, addresses
from app.public.copying.fetching import KEPT, QUERIES, Broken, fetch, prefix
from app.public.copying.folder import Folder
from app.web import site
from app.web.headers import CSP, FRAMED_CSP
from app.web.language import OTHERS
from app.web.links import base_url
from app.web.session import reading

LASTING = re.compile(r"/(cong-bo/[0-9]+/danh-sach\.[a-z]+|tep/.+|static/.+)")
"""Addresses whose content stays while nothing is redacted."""

SOURCES = ("app", "templates", "static")
SITE = "site"
GONE = "/_da-rut"
MISSING = {"/khong-co-trang-nay": "/404.html", "/api/v1/khong-co": "/api/404.json"}
SERVERS = ("nginx.conf", "apache.conf")

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
    client, gone = current_app.test_client(), dict[str, str]()
    asked = set[str]()
    waiting = addresses()
    while waiting:
        asked.update(waiting)
        further = [
            more
            for address in watch(waiting, len(waiting))
            if not (lasts and LASTING.fullmatch(address) and folder.keep(_name(address)))
            for more in _copy(client, address, folder, gone)
        ]
        waiting = [one for one in dict.fromkeys(further) if one not in asked]
    _finish(client, folder, gone)
    folder.close(about)
    return Done(folder.files, folder.written)


def _copy(client: FlaskClient, address: str, folder: Folder, gone: dict[str, str]) -> tuple[str, ...]:
    """Keep one answer; return the further addresses that it leads to."""
    fetched = fetch(client, address)
    if fetched.status not in KEPT:
        raise Broken(f"{address}: {fetched.status}")
    if fetched.status == 410:
        gone[prefix() + address] = prefix() + GONE + fetched.file
        folder.put(_name(GONE + fetched.file), fetched.content)
    else:
        folder.put(_name(fetched.file), fetched.content)
    return fetched.further


def _finish(client: FlaskClient, folder: Folder, gone: dict[str, str]) -> None:
    for address, file in MISSING.items():
        folder.put(_name(file), fetch(client, address).content)
    for server in SERVERS:
        folder.put(server, _configuration(server, gone).encode())


def _configuration(server: str, gone: dict[str, str]) -> str:
    return current_app.jinja_env.get_template(f"servers/{server}").render(
        prefix=prefix(),
        host=base_url().split("/")[2].partition(":")[0],
        gone=gone,
        gone_folder=prefix() + GONE,
        words="|".join(kind.path for kind in EVERY_KIND),
        kinds=EVERY_KIND,
        untranslated=[kind for kind in EVERY_KIND if not kind.nature.gives_aid],
        tongues="|".join(OTHERS),
        computed="|".join(re.escape(one[1:]) for one in COMPUTED if not one.startswith("/api")),
        queries=QUERIES,
        policy=CSP,
        framed_policy=FRAMED_CSP,
    )


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
