"""The JSON shapes of listings and publications, as the contract has them. Pure; knows no request.

A key that has nothing to say is absent; dates are ISO 8601, values codes, refs objects with a name.
"""

from __future__ import annotations

from typing import Any

from app import kinds
from app.canonical import Value
from app.catalogue import files
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Field, Seen
from app.kinds.files import Files
from app.ledger.read import PublicationView

Json = dict[str, Any]

_SEEN = {"list": (Seen.LIST,), "page": (Seen.LIST, Seen.PAGE)}


def listing_json(version: Version, register: Register, base_url: str, seen: str = "list") -> Json:
    """Return a listing with what ``list`` or ``page`` shows. ``status`` is its standing on the day."""
    shown = version.kind.keys_seen(*_SEEN[seen])
    document = version.document
    return {
        **_named(version, base_url),
        "status": register.standing(version).code,
        **{
            field.key: _value(field, document[field.key], register, base_url)
            for field in version.kind.public_fields
            if field.key in document and field.key in shown and field.key not in ("name", "status")
        },
        **_office(version, register, base_url),
        "publication": version.publication,
        "entry": version.entry,
        "published_at": version.published_at.isoformat(),
    }


def publication_json(publication: PublicationView, base_url: str) -> Json:
    """Return a publication; ``published_at`` with +07:00."""
    decided = publication.decision_date
    shape: Json = {
        "number": publication.number,
        "published_at": publication.published_at.isoformat(),
        "instrument": publication.instrument,
        "decision_number": publication.decision_number,
        "decision_date": decided.isoformat() if decided else None,
        "hash": publication.hash,
        "previous_hash": publication.previous_hash,
        "key_id": publication.key_id,
        "ground": publication.ground,
        "url": f"{base_url}/cong-bo/{publication.number}",
        "note": publication.note,
    }
    return _present(shape)


def commune_of(version: Version, register: Register) -> str | None:
    """Return the code of the listing's own commune, or of a person's office; None where unknown."""
    office = register.office_of(version) or version
    commune = office.document.get("commune")
    return str(commune) if commune else None


def _named(version: Version, base_url: str) -> Json:
    named = {
        "id": version.listing_id,
        "kind": version.kind.key,
        "url": base_url + version.path,
        "name": version.document.get("name"),
    }
    return _present(named)


def _office(version: Version, register: Register, base_url: str) -> Json:
    office = register.office_of(version)
    if office is None:
        return {}
    reached = {key: office.document.get(key) for key in ("phone", "commune")}
    return {"office": {**_named(office, base_url), **_present(reached)}}


def _value(field: Field, value: Value, register: Register, base_url: str) -> Value:
    if isinstance(field.type, Files):
        return [{**file, "url": base_url + files.address(file)} for file in value]
    if not field.refers:
        return value
    if isinstance(value, list):
        return [_ref(one, register, base_url) for one in value]
    return _ref(value, register, base_url)


def _ref(listing_id: str, register: Register, base_url: str) -> Value:
    """Return the object for a ref; ``*``, which stands for all, stays as it is."""
    if listing_id == "*":
        return listing_id
    other = register.get(listing_id)
    if other:
        return _named(other, base_url)
    kind = kinds.of_id(listing_id)
    return {"id": listing_id, "kind": kind.key} if kind else {"id": listing_id}


def _present(shape: Json) -> Json:
    return {key: value for key, value in shape.items() if value is not None}
