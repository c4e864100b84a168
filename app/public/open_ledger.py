"""The whole ledger, for whoever keeps a copy of their own and wants to check it without asking us."""

from __future__ import annotations

from threading import Lock

from flask import Response

from app.catalogue.recent import Recent
from app.ledger import read
from app.ledger.export import export
from app.ledger.read import PublicationView
from app.opendata.bulk import kept_back
from app.opendata.ledger_zip import ledger_zip
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.web import site
from app.web.links import base_url
from app.web.session import reading

_kept: Recent[tuple[str, str], bytes] = Recent(1)
_lock = Lock()


@public.get("/du-lieu/so-cong-bo.zip")
def whole_ledger() -> Response:
    """Answer with every publication, entry and snapshot, and the program that verifies them."""
    parameters.read()
    register, head = as_of.show(AsOf()), site.newest()
    response = Response(_content(head), mimetype="application/zip")
    sample = "mau-" if register.n and register.publication(1).sample else ""
    name = f"{sample}so-cong-bo-lan-{register.n}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _content(head: PublicationView | None) -> bytes:
    """Return the archive; from memory if it was built since the newest publication."""
    wanted = (head.hash if head else "", base_url())
    with _lock:
        known = _kept.get(wanted)
    if known is not None:
        return known
    number = head.number if head else 0
    everything = range(1, read.last_entry(reading(), number) + 1)
    content = ledger_zip(export(reading(), number, everything, kept_back), base_url())
    with _lock:
        return _kept.keep(wanted, content)
