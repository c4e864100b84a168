"""What each kind of page weighs as sent: docs/weight.md says it, and no page weighs more than that."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.house.checkout import ROOT
from tests.kinds_of_page import KINDS_OF_PAGE
from tests.pages import Page, Visitor

TABLE = ROOT / "docs" / "weight.md"
LINE = re.compile(r"^\| ([\w-]+) \| `([^`]+)` \| ([\d.]+) \| ([\d.]+) \| (\d) \|$", re.M)
HTML, ALL, REQUESTS = 14.0, 25.0, 3
"""Kilobytes of the page alone and of all it loads, and how often the network is asked."""

SCRIPT = 6.0
"""Kilobytes of script of a page, as they are before anything is compressed."""


def loaded(page: Page) -> list[str]:
    """Return the addresses that a browser loads with the page."""
    sheets = [
        one.get("href", "") for one in page.all("link[href]") if one.get("rel") in ("stylesheet", "icon")
    ]
    others = [one.get("src", "") for one in [*page.all("script[src]"), *page.all("img[src]")]]
    return [address for address in {*sheets, *others} if not address.startswith("data:")]


def weight(visitor: Visitor, path: str) -> tuple[float, float, int]:
    """Return kilobytes of the page, kilobytes of everything, and requests."""
    page = visitor.get(path)
    parts = loaded(page)
    size = len(gzip.compress(page.body, 6))
    whole = size + sum(len(gzip.compress(visitor.client.get(part).data, 6)) for part in parts)
    return size / 1000, whole / 1000, 1 + len(parts)


def scripts(visitor: Visitor, path: str) -> float:
    """Return the kilobytes of script that a page loads, uncompressed."""
    sources = [one.get("src", "") for one in visitor.get(path).all("script[src]")]
    return sum(len(visitor.client.get(source).data) for source in sources) / 1000


def told() -> dict[str, tuple[float, float, int]]:
    lines = LINE.findall(TABLE.read_text(encoding="utf-8"))
    return {name: (float(size), float(whole), int(requests)) for name, _path, size, whole, requests in lines}


def test_the_table_has_every_kind_of_page_and_keeps_the_promises() -> None:
    assert told().keys() == KINDS_OF_PAGE.keys(), "write the table anew: python -m tests.weigh"
    for name, (size, whole, requests) in told().items():
        assert (size <= HTML, whole <= ALL, requests <= REQUESTS) == (True, True, True), name


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("name", KINDS_OF_PAGE)
def test_a_page_weighs_no_more_than_the_table_says(visitor: Visitor, name: str) -> None:
    path = KINDS_OF_PAGE[name]
    size, whole, requests = weight(visitor, path)
    most = told()[name]
    kept = (size <= most[0], whole <= most[1], requests <= most[2], scripts(visitor, path) <= SCRIPT)
    assert all(kept), "lighter, or write the table anew: python -m tests.weigh"
