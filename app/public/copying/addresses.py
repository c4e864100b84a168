"""Every address that was ever issued, as far as a static file can answer there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from flask import current_app

from app import kinds, places
from app.catalogue import published
from app.guidance.problems import problems
from app.kinds import KINDS, Kind, Nature
from app.ledger import read
from app.public.lists import LISTS
from app.web import site
from app.web.access import ACCESS, PUBLIC
from app.web.assets import asset, names
from app.web.language import OTHERS
from app.web.session import reading

COMPUTED = (
    *("/tim-kiem", "/so-sanh", "/goi-y", "/api/v1/search", "/healthz", "/readyz"),
    *("/bao-sai", "/bao-doi-tien", "/danh-gia"),
    *(f"/{tongue}/search" for tongue in OTHERS),
)
"""What only a running server can answer."""

LIST_FILES = ("", ".json", ".csv", ".xlsx", ".pdf", ".docx")
PUBLICATION_FILES = ("", ".json", *(f"/danh-sach{suffix}" for suffix in (".json", ".csv", ".xlsx")))


def addresses() -> list[str]:
    """Return every address, each once."""
    return list(
        dict.fromkeys(
            [*_fixed(), *_lists(), *_listings(), *_publications(), *_places(), *_translated(), *_files()]
        )
    )


def _fixed() -> Iterator[str]:
    """Yield the addresses in which nothing varies."""
    for rule in current_app.url_map.iter_rules():
        varies = rule.arguments - (rule.defaults or {}).keys()
        if ACCESS.get(rule.endpoint) == PUBLIC and not varies and not rule.rule.startswith(COMPUTED):
            yield rule.rule


def _lists() -> Iterator[str]:
    yield from (listed.path + suffix for listed in LISTS.values() for suffix in LIST_FILES)


def _listings() -> Iterator[str]:
    for line in read.entries(reading()):
        kind = kinds.of_id(line.listing_id)
        if kind is None:
            continue
        path = f"/{kind.path}/{line.listing_id}"
        yield from _of_listing(kind, path, line.listing_id)
        if line.holds_from is not None:
            yield f"{path}/ban/{line.number}"


def _of_listing(kind: Kind, path: str, listing_id: str) -> Iterator[str]:
    yield from (path, f"{path}.json", f"{path}/lich-su")
    yield from (f"/api/v1/listings/{listing_id}", f"/api/v1/listings/{listing_id}/versions")
    if kind.nature is Nature.OFFICE:
        yield f"{path}.vcf"
    if kind.key == "centre":
        yield f"/nhung{path}"


def _translated() -> Iterator[str]:
    issued = dict.fromkeys(line.listing_id for line in read.entries(reading()))
    for tongue in OTHERS:
        yield from (f"/{tongue}/", f"/{tongue}/entitlement")
        yield from (f"/{tongue}/listing/{one}" for one in issued if _gives_aid(one))


def _gives_aid(listing_id: str) -> bool:
    kind = kinds.of_id(listing_id)
    return kind is not None and kind.nature.gives_aid


def _publications() -> Iterator[str]:
    head = site.newest()
    for number in range(1, head.number + 1 if head else 1):
        yield from (f"/cong-bo/{number}{suffix}" for suffix in PUBLICATION_FILES)
        yield f"/api/v1/publications/{number}"
    yield from (f"/cong-bo.atom?loai={kind.path}" for kind in KINDS)


def _places() -> Iterator[str]:
    for commune in places.communes(site.province()):
        yield from (f"/xa/{commune.code}", f"/xa/{commune.code}.pdf", f"/nhung/xa/{commune.code}")
        yield f"/cong-bo.atom?xa={commune.code}"
    yield from (f"/van-de/{problem.slug}" for problem in problems())


def _files() -> Iterator[str]:
    head = site.newest()
    known = published.files(reading(), head) if head else ()
    yield from (f"/tep/{sha256}/{quote(name)}" for sha256, name in sorted(known))
    yield from map(asset, sorted(names()))
