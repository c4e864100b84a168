"""The entries of the ledger through the API, for whoever mirrors it: after one they know, the next ones."""

from __future__ import annotations

from flask import Response

from app.catalogue.api import Json
from app.ledger import read
from app.ledger.commitment import Body, without
from app.ledger.read import EntryView
from app.opendata.bulk import kept_back
from app.public.api import pages
from app.public.api.declared import CURSOR, Parameter, limit, operation
from app.public.as_of import AsOf
from app.public.parameters import Given, whole_number
from app.web.language import N_
from app.web.session import reading

PATH = "/api/v1/entries"
MOST = 999_999_999
SINCE = Parameter(
    "since", {"type": "integer", "minimum": 0, "maximum": MOST, "default": 0}, N_("sau dòng mang số này")
)
LIMIT = limit(100, 500)


@operation(
    "/entries",
    N_("Các dòng của sổ công bố, cũ trước, để giữ một bản sao."),
    *(SINCE, LIMIT, CURSOR),
    answers="EntryPage",
)
def entries(given: Given) -> Response:
    """Answer with the entries after number ``since``, the oldest first, each with its snapshot.

    A field that only a listing's own page tells stands as its commitment, so that every hash verifies.
    """
    since = whole_number(given, "since", 0, MOST, least=0)
    seen = pages.window(given, AsOf(), LIMIT)
    numbers = range(since + 1, read.last_entry(reading(), seen.register.n) + 1)
    wanted = numbers[seen.start : seen.start + seen.limit]
    lines = {line.number: line for line in read.numbered(reading(), wanted)}
    bodies = read.bodies(reading(), wanted)
    return pages.answer(PATH, seen, numbers, lambda number: entry_json(lines[number], bodies[number]))


def entry_json(line: EntryView, body: Body) -> Json:
    """Return an entry as the contract has it; a key that has nothing to say is absent."""
    shape: Json = {
        "number": line.number,
        "publication": line.publication,
        "listing": line.listing_id,
        "act": line.act,
        "holds_from": line.holds_from.isoformat() if line.holds_from else None,
        "target": line.target,
        "snapshot_hash": line.snapshot_hash,
        "snapshot": without(body, kept_back(line.listing_id)),
    }
    return {key: value for key, value in shape.items() if value is not None}
