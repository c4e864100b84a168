"""What feed readers follow: every publication, the newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from flask import Response

from app.ledger import read
from app.ledger.read import EntryView
from app.opendata.atom import Feed, atom
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.words import ACTS
from app.web import site
from app.web.links import base_url
from app.web.session import reading

MOST = 50
"""Publications that one feed tells; the page has them all."""


@public.get("/cong-bo.atom")
def publications_feed() -> Response:
    """Answer with the newest publications and what each changed."""
    parameters.read()
    register = as_of.show(AsOf())
    newest = as_of.chain(register)[::-1][:MOST]
    lines = read.entries(reading(), after=register.n - len(newest), up_to=register.n)
    told = [(one, _sentence(line for line in lines if line.publication == one.number)) for one in newest]
    feed = Feed(_title(sample=bool(newest and register.publication(1).sample)), site.department(), base_url())
    return Response(atom(feed, told), mimetype="application/atom+xml")


def _title(*, sample: bool) -> str:
    title = f"Các lần công bố của {site.department()}"
    return f"{title} (dữ liệu mẫu)" if sample else title


def _sentence(lines: Iterable[EntryView]) -> str:
    """``6 mục: 2 mới công bố, 4 thay đổi.``"""
    counts = Counter(line.act for line in lines)
    acts = ", ".join(f"{counts[act]} {words}" for act, words in ACTS.items() if counts[act])
    return f"{counts.total()} mục: {acts}."
