"""Every change ever published, as the one flat file that opens in a spreadsheet."""

from __future__ import annotations

from threading import Lock

from flask import Response

from app.catalogue import published
from app.catalogue.recent import Recent
from app.ledger import read
from app.opendata.changes_csv import changes_csv
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.web import site
from app.web.session import reading

_kept: Recent[str, bytes] = Recent(1)
_lock = Lock()


@public.get("/cong-bo/thay-doi.csv")
def every_change() -> Response:
    """Answer with a line for each act and each field that it changed, the oldest first."""
    parameters.read()
    register, head = as_of.show(AsOf()), site.newest()
    response = Response(_content(head.hash if head else ""), mimetype="text/csv")
    sample = "mau-" if register.n and register.publication(1).sample else ""
    name = f"{sample}thay-doi-lan-{register.n}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _content(head_hash: str) -> bytes:
    """Return the file; from memory if it was built since the newest publication, which may be a redaction."""
    with _lock:
        known = _kept.get(head_hash)
    if known is not None:
        return known
    head, register = site.newest(), site.today()
    lines = read.entries(reading(), up_to=register.n)
    content = changes_csv(published.steps(reading(), head, register, lines) if head else [], register)
    with _lock:
        return _kept.keep(head_hash, content)
