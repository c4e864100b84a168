"""``make audit``: what others' tools say of the pages, written to docs/audit.md. Never in a test run."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.progress import track

from app import clock
from tests.audit import lighthouse, markup, weak_network
from tests.audit.lighthouse import Marks
from tests.audit.weak_network import Visit
from tests.browser import ROOT, serve
from tests.conftest import register_in, run
from tests.kinds_of_page import KINDS_OF_PAGE
from tests.proxy import CHAIN, OWN

REPORT = ROOT / "docs" / "audit.md"

HEAD = """# What other people's tools say

Written by `make audit` over a sample register, on {day}. It needs Java 11 and Node.js 20 besides; their
tools come in the versions of `.ci/audit/package-lock.json`. Run it again with each change to how pages look
or load: it fails where they fall short.
"""
CHECKED = """
## Markup

The Nu HTML checker of the W3C on {count} pages, one of each kind that the public sees and that staff see:
{found}.
"""
MARKED = """
## Lighthouse

A phone on slow 4G as Lighthouse simulates both, marks of 100; the best of at most {runs} runs, for the
machine does other things too: its speed then, as Lighthouse measured it, would be 1000 or more when idle, and
performance is marked too low below that. A dash: the page asks search engines to leave it out.

| page | performance | accessibility | practices | SEO | first paint | largest paint | blocked | speed | run |
|---|---|---|---|---|---|---|---|---|---|
"""
PAINTED = """
## A very weak network

Seconds until the call button is painted on a first visit with nothing kept, at 50 kbit/s each way and 800 ms
there and back, on a screen of 360 by 560; the median of {visits} visits. The promise: {most:.0f} s. A relay
between Chromium and nginx makes every byte slow and late, making the connection included; nginx is set up by
[nginx.conf](nginx.conf): TLS 1.3, HTTP/2. Only looking up the name of the site is not in it.

A certificate of this machine's own weighs {own:.1f} kB. A public authority's for an elliptic key weighs
{chain:.1f} kB with its issuer's, and all of it comes before the first request: the second figure.

| page | address | seconds | with {chain:.1f} kB of certificate | requests | connections |
|---|---|---|---|---|---|
"""


def main(folder: Path, tools: Path) -> bool:
    """Measure everything, write it down, and return whether it is as promised."""
    register = folder / "register"
    with register_in(register) as app:
        run(app, "seed")
    with serve(register, workers=1) as site:
        marks = dict(_marks(tools, site))
        visits, heavy = (dict(_visits(site, certificate)) for certificate in (OWN, CHAIN))
    with register_in(register) as app:  # last, for it writes there
        pages = markup.every_page(app)
        wrong = markup.complaints(tools, pages, folder / "pages")
    REPORT.write_text(
        "".join([*_told(len(pages), wrong), *_lighthouse(marks), *_network(visits, heavy)]), encoding="utf-8"
    )
    late = [f"{name}: {one.seconds:.1f} s" for name, one in visits.items() if one.seconds > weak_network.MOST]
    short = [f"{name}: {one.missed}" for name, one in marks.items() if one.missed]
    print(*wrong, *short, *late, f"written to {REPORT.relative_to(ROOT)}", sep="\n")  # noqa: T201
    return not (wrong or short or late)


def _marks(tools: Path, site: str) -> Iterator[tuple[str, Marks]]:
    for name in track(lighthouse.PAGES, "Lighthouse"):
        yield name, lighthouse.measure(tools, name, site + KINDS_OF_PAGE[name])


def _visits(site: str, certificate: int) -> Iterator[tuple[str, Visit]]:
    with sync_playwright() as playwright, weak_network.first_visits(playwright, site, certificate) as visit:
        for name in track(weak_network.PAGES, "weak network"):
            yield name, visit(KINDS_OF_PAGE[name])


def _told(count: int, wrong: list[str]) -> Iterable[str]:
    yield HEAD.format(day=clock.today())
    yield CHECKED.format(count=count, found="\n".join(wrong) or "no error and no warning")


def _lighthouse(marks: Mapping[str, Marks]) -> Iterator[str]:
    yield MARKED.format(runs=lighthouse.RUNS)
    for name, one in marks.items():
        given = [str(one.categories.get(category, "-")) for category in lighthouse.CATEGORIES]
        yield f"| {name} | {' | '.join([*given, *one.metrics.values(), str(one.machine), str(one.run)])} |\n"


def _network(visits: Mapping[str, Visit], heavy: Mapping[str, Visit]) -> Iterator[str]:
    promised = {"visits": weak_network.VISITS, "most": weak_network.MOST}
    yield PAINTED.format(**promised, own=OWN / 1000, chain=CHAIN / 1000)
    for name, one in visits.items():
        told = f"{one.seconds:.1f} | {heavy[name].seconds:.1f} | {one.requests} | {one.connections}"
        yield f"| {name} | `{KINDS_OF_PAGE[name]}` | {told} |\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(not main(Path(temporary), Path(sys.argv[1]).resolve()))
