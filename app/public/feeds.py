"""What feed readers follow: the publications, the newest first; all, or those about a kind or a commune."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from flask import Response

from app import kinds, places
from app.catalogue import published
from app.catalogue.api import commune_of
from app.catalogue.register import Register
from app.catalogue.steps import Step
from app.kinds import KINDS
from app.ledger import read
from app.ledger.read import EntryView
from app.opendata.atom import Feed, atom
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.asked import commune
from app.public.door import public
from app.public.parameters import Given
from app.public.words import ACTS
from app.web import site
from app.web.links import address, base_url
from app.web.session import reading

MOST = 50
"""Publications that one feed tells; the page has them all."""

KIND, COMMUNE = "loai", "xa"


@public.get("/cong-bo.atom")
def publications_feed() -> Response:
    """Answer with the newest publications and what each changed, of one kind or in one commune if asked."""
    given = parameters.read(KIND, COMMUNE)
    word = parameters.among(given, KIND, [kind.path for kind in KINDS])
    place = commune(given, COMMUNE)
    register = as_of.show(AsOf())
    lines = _lines(register, word, place.code if place else None)
    told = [
        (register.publication(number), _sentence(lines_of))
        for number, same in groupby(lines[::-1], key=lambda line: line.publication)
        for lines_of in [list(same)]
    ][:MOST]
    sample = bool(register.n and register.publication(1).sample)
    feed = Feed(_title(given, sample=sample), site.department(), base_url(), query=address("", given))
    return Response(atom(feed, told), mimetype="application/atom+xml")


def _lines(register: Register, word: str | None, code: str | None) -> Sequence[EntryView]:
    """Return the lines of the kind and the commune asked for, the oldest first."""
    known = read.entries(reading(), up_to=register.n)
    lines = [line for line in known if word is None or _is_of(line, word)]
    head = site.newest()
    if code is None or head is None:
        return lines
    steps = published.steps(reading(), head, register, lines)
    return [step.line for step in steps if code in _communes(step, register)]


def _is_of(line: EntryView, word: str) -> bool:
    kind = kinds.of_id(line.listing_id)
    return kind is not None and kind.path == word


def _communes(step: Step, register: Register) -> set[str | None]:
    """Return where the listing was before and after: who moves is told in both places."""
    return {commune_of(version, register) for version in (step.before, step.after) if version}


def _title(given: Given, *, sample: bool) -> str:
    kind = next((kind.vi for kind in KINDS if kind.path == given.get(KIND)), "")
    place = places.commune(given.get(COMMUNE, ""))
    narrowed = ", ".join(filter(None, [kind, place.name if place else ""]))
    title = f"Các lần công bố của {site.department()}" + (f": {narrowed}" if narrowed else "")
    return f"{title} (dữ liệu mẫu)" if sample else title


def _sentence(lines: Iterable[EntryView]) -> str:
    """``6 mục: 2 mới công bố, 4 thay đổi.``"""
    counts = Counter(line.act for line in lines)
    acts = ", ".join(f"{counts[act]} {words}" for act, words in ACTS.items() if counts[act])
    return f"{counts.total()} mục: {acts}."
