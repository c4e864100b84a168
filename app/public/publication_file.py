"""The list as one publication left it, as a file that anybody can verify without asking us."""

from __future__ import annotations

from flask import Response

from app.catalogue import published
from app.catalogue.register import Register
from app.ledger.export import as_text, export
from app.opendata.bulk import kept_back
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
    register = as_it_left(number)
    chosen = [version.entry for version in register.versions.values()]
    content = export(reading(), number, chosen, kept_back)
    content["snapshots"].sort(key=lambda snapshot: int(snapshot["entry"]))
    headers.lasting()
    return Response(as_text(content), mimetype="application/json")


def as_it_left(number: int) -> Register:
    """Return the register as publication ``number`` left it, on its own day. Raises NotFound."""
    parameters.read()
    _, publication = at(number)
    return shown(published.load(reading(), site.newest(), publication.day, number))
