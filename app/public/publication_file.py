"""The list as one publication left it, as a file that anybody can verify without asking us."""

from __future__ import annotations

import json
from collections.abc import Collection

from flask import Response

from app import kinds
from app.catalogue import published
from app.kinds import Seen
from app.ledger.export import export
from app.public import parameters
from app.public.as_of import shown
from app.public.door import public
from app.public.publications import at
from app.web import headers, site
from app.web.session import reading


@public.get("/cong-bo/<int:number>/danh-sach.json")
def publication_file(number: int) -> Response:
    """Answer with the chain up to ``number`` and the snapshots that count at it on its own day.

    The same bytes for ever, until something in it is redacted.
    """
    parameters.read()
    _, publication = at(number)
    register = shown(published.load(reading(), site.newest(), publication.day, number))
    chosen = [version.entry for version in register.versions.values()]
    content = export(reading(), number, chosen, _not_in_bulk)
    content["snapshots"].sort(key=lambda snapshot: int(snapshot["entry"]))
    headers.lasting()
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Response(text, mimetype="application/json")


def _not_in_bulk(listing_id: str) -> Collection[str]:
    """Return the fields that only a listing's own page tells; in bulk their commitment stands for them."""
    kind = kinds.of_id(listing_id)
    return kind.keys_seen(Seen.PAGE) if kind else ()
