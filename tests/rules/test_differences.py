"""The difference of two registers, done to the one, gives the other; and says nothing of what is the same."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app import kinds
from app.catalogue.differences import compare
from app.catalogue.register import Register
from app.catalogue.version import Content
from app.clock import VIET_NAM
from app.kinds import Seen
from app.ledger.views import EntryView, PublicationView
from app.opendata.comparison import item_json

Documents = dict[str, dict[str, Any]]
TAKEN = "(taken away)"
PUBLISHED = PublicationView(1, "h", None, "k", datetime(2025, 1, 1, tzinfo=VIET_NAM), None, {})

FIELDS = {
    "name": st.sampled_from(["Lý", "Lê", TAKEN]),
    "phone": st.sampled_from(["02053000001", "02053000002", TAKEN]),
    "languages": st.lists(st.sampled_from(["tay", "nung", "dao"]), min_size=1, unique=True),
    "licence_number": st.sampled_from(["1", "2"]),
}
LISTINGS = st.fixed_dictionaries({}, optional=FIELDS).filter(
    lambda document: any(value != TAKEN for value in document.values())
)
IDS = st.sampled_from(["TC-001", "TC-002", "CN-01"])


def register(documents: Documents) -> Register:
    """Return a register that lists ``documents``, where `TAKEN` stands for what a redaction took."""
    day = date(2025, 1, 1)
    lines = [
        EntryView(number, 1, listing_id, "listed", day, None, "")
        for number, listing_id in enumerate(documents, 1)
    ]
    contents = {
        line.number: Content(
            {key: value for key, value in documents[line.listing_id].items() if value != TAKEN},
            frozenset(key for key, value in documents[line.listing_id].items() if value == TAKEN),
        )
        for line in lines
    }
    entries = {line.listing_id: (line,) for line in lines}
    return Register([PUBLISHED], entries, n=1, day=day, chosen=lines, contents=contents)


def told(documents: Documents) -> Documents:
    """Return what lists may tell of ``documents``."""
    seen = {listing_id: kinds.of_id(listing_id).keys_seen(Seen.LIST) for listing_id in documents}  # type: ignore[union-attr]
    return {
        listing_id: {key: value for key, value in document.items() if key in seen[listing_id]}
        for listing_id, document in documents.items()
    }


def applied(items: list[dict[str, Any]], documents: Documents) -> Documents:
    """Do ``items`` to a copy of ``documents``, knowing nothing but the JSON."""
    result = {listing_id: dict(document) for listing_id, document in documents.items()}
    for item in items:
        if item["change"] == "removed":
            del result[item["id"]]
            continue
        document = result.setdefault(item["id"], {})
        for field in item["fields"]:
            new = TAKEN if field.get("new_redacted") else field.get("new")
            document.pop(field["field"], None)
            if new is not None:
                document[field["field"]] = new
    return result


@given(st.dictionaries(IDS, LISTINGS), st.dictionaries(IDS, LISTINGS))
def test_the_difference_done_to_the_one_gives_the_other(old: Documents, new: Documents) -> None:
    old, new = ({key: {"status": "active", **one} for key, one in each.items()} for each in (old, new))
    items = [item_json(one, "") for one in compare(register(old), register(new))]
    assert applied(items, told(old)) == told(new)
    assert (items == []) == (told(old) == told(new))


@given(st.dictionaries(IDS, LISTINGS))
def test_a_register_does_not_differ_from_itself(documents: Documents) -> None:
    assert compare(register(documents), register(documents)) == []
