"""The shapes of what the API answers, as JSON Schema, made from the declarations of kinds. Pure."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from app.catalogue.standing import STANDINGS
from app.kinds import EVERY_KIND, Field, Kind, Nature
from app.kinds.alternatives import Alternatives
from app.kinds.files import Files
from app.kinds.hours import DAYS, Hours
from app.kinds.types import Bool, Code, Codes, Commune, Communes, Day, Int, Ref, Refs, Texts, Type

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
COMMUNE: Schema = {"type": "string", "pattern": "^[0-9]{5}$"}
URL: Schema = {"type": "string", "format": "uri"}


def to(name: str) -> Schema:
    """Return the reference to a schema of this name."""
    return {"$ref": f"#/components/schemas/{name}"}


def many(of: Schema) -> Schema:
    """Return an array of these."""
    return {"type": "array", "items": of}


def shape(required: str, **properties: Schema) -> Schema:
    """Return an object with these properties, of which some (by name) are always there."""
    return {"type": "object", "required": required.split(), "properties": properties}


def page(of: str, **more: Schema) -> Schema:
    """Return a page of items."""
    counted = {"publication": NUMBER, "total": NUMBER}
    always = " ".join(["items", *counted, *more])
    return shape(always, items=many(to(of)), next=TEXT, **counted, **more)


@singledispatch
def of_type(type_: Type) -> Schema:
    """Return the schema of a canonical value of ``type_``; a text where nothing else is said."""
    return TEXT


@of_type.register
def _(type_: Day) -> Schema:
    return DAY


@of_type.register
def _(type_: Int) -> Schema:
    return NUMBER


@of_type.register
def _(type_: Bool) -> Schema:
    return {"type": "boolean"}


@of_type.register
def _(type_: Code) -> Schema:
    return {"type": "string", "enum": list(type_.codes.order)}


@of_type.register
def _(type_: Codes) -> Schema:
    return many({"type": "string", "enum": list(type_.codes.order)})


@of_type.register
def _(type_: Commune) -> Schema:
    return COMMUNE


@of_type.register
def _(type_: Communes) -> Schema:
    return many({"anyOf": [COMMUNE, {"const": "*"}]})


@of_type.register
def _(type_: Texts) -> Schema:
    return many(TEXT)


@of_type.register
def _(type_: Alternatives) -> Schema:
    return many(many(TEXT))


@of_type.register
def _(type_: Ref) -> Schema:
    return to("Reference")


@of_type.register
def _(type_: Refs) -> Schema:
    return many({"anyOf": [to("Reference"), {"const": "*"}]})


@of_type.register
def _(type_: Files) -> Schema:
    return many(to("File"))


@of_type.register
def _(type_: Hours) -> Schema:
    return to("Hours")


def listing(kind: Kind) -> Schema:
    """Return the schema of a listing of ``kind``: what is not always there may be absent, never null."""
    fields = {field.key: _field(field) for field in kind.public_fields}
    office = {"office": to("Office")} if kind.nature is Nature.PERSON else {}
    return shape(
        "id kind url status publication entry published_at",
        id={"type": "string", "pattern": f"^{kind.prefix}-[0-9]+$"},
        kind={"const": kind.key},
        **{"url": URL, **fields, **office, "status": {"type": "string", "enum": list(STANDINGS)}},
        publication=NUMBER,
        entry=NUMBER,
        published_at=MOMENT,
    )


def name_of(kind: Kind) -> str:
    """``AidOfficer``."""
    return kind.key.title().replace("_", "")


def _field(field: Field) -> Schema:
    return {**of_type(field.type), "title": field.vi}


_SPANS = many(many(TEXT))
_NAMED = {"id": TEXT, "kind": TEXT, "name": TEXT, "url": URL}

SCHEMAS: dict[str, Schema] = {
    **{name_of(kind): listing(kind) for kind in EVERY_KIND},
    "Listing": {"oneOf": [to(name_of(kind)) for kind in EVERY_KIND]},
    "Reference": shape("id", **_NAMED),
    "Office": shape("id kind url", **_NAMED, phone=TEXT, commune=COMMUNE),
    "File": shape("name sha256 url", name=TEXT, sha256=HASH, url=URL),
    "Hours": shape(
        "",
        weekly={"type": "object", "properties": dict.fromkeys(DAYS, _SPANS)},
        exceptions=many(shape("date", date=DAY, closed={"type": "boolean"}, hours=_SPANS)),
    ),
    "Version": {"allOf": [to("Listing"), shape("act holds_from", act=TEXT, holds_from=DAY)]},
    "Found": {"allOf": [to("Listing"), shape("why", why=many(TEXT))]},
    "ReadAs": shape(
        "words",
        words=many(TEXT),
        dropped=many(TEXT),
        replaced=many(shape("typed read", typed=TEXT, read=TEXT)),
        parts=many(shape("about", about=TEXT, value=TEXT, label=TEXT)),
        choices=many(shape("commune label", commune=COMMUNE, label=TEXT)),
        nearby={},
    ),
    "Publication": shape(
        "number published_at instrument hash key_id url",
        number=NUMBER,
        published_at=MOMENT,
        instrument=TEXT,
        decision_number=TEXT,
        decision_date=DAY,
        hash=HASH,
        previous_hash=HASH,
        key_id=TEXT,
        ground=TEXT,
        url=URL,
        note=TEXT,
    ),
    "Entry": shape(
        "number publication listing act snapshot_hash snapshot",
        number=NUMBER,
        publication=NUMBER,
        listing=TEXT,
        act=TEXT,
        holds_from=DAY,
        target=NUMBER,
        snapshot_hash=HASH,
        snapshot={"type": "object"},
    ),
    "Place": shape(
        "code name kind latitude longitude url formerly",
        code=COMMUNE,
        name=TEXT,
        kind=TEXT,
        latitude=TEXT,
        longitude=TEXT,
        url=URL,
        formerly=many(shape("code ward district share", code=TEXT, ward=TEXT, district=TEXT, share=TEXT)),
    ),
    "Kind": shape(
        "kind label label_en prefix path fields",
        kind=TEXT,
        label=TEXT,
        label_en=TEXT,
        prefix=TEXT,
        path=TEXT,
        fields=many(to("Field")),
    ),
    "Field": shape(
        "key label label_en type seen",
        key=TEXT,
        label=TEXT,
        label_en=TEXT,
        type=TEXT,
        seen=TEXT,
        needed=TEXT,
        law=TEXT,
        source=TEXT,
        codes=many(shape("code label", code=TEXT, label=TEXT)),
    ),
    "ListingPage": page("Listing"),
    "VersionPage": page("Version"),
    "FoundPage": page("Found", read_as=to("ReadAs")),
    "PublicationPage": page("Publication"),
    "EntryPage": page("Entry"),
    "PlacePage": page("Place"),
    "DictionaryPage": page("Kind"),
    "Description": {"type": "object", "required": ["openapi", "info", "paths"]},
    "Error": shape(
        "error",
        error=shape("status code message", status=NUMBER, code=TEXT, message=TEXT, parameter=TEXT),
    ),
}
"""Every schema by its name."""
