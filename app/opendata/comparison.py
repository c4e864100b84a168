"""The difference between two registers as data: what must be done to the one to get the other. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.catalogue.differences import Altered, Comparison, Held
from app.catalogue.register import Register
from app.kinds import Field
from app.opendata.csv_file import cell, words, written

Json = dict[str, Any]

COLUMNS = ("from", "to", "id", "kind", "name", "change", "field", "old", "new")


def side_json(register: Register) -> Json:
    """Return which register one side is; before the first publication it has no hash."""
    side: Json = {"publication": register.n, "day": register.day.isoformat()}
    return side | {"hash": register.publication(register.n).hash} if register.n else side


def item_json(one: Comparison, base_url: str) -> Json:
    """Return one listing that differs; a key that has nothing to say is absent."""
    version = one.version
    name = {"name": version.document["name"]} if "name" in version.document else {}
    return {
        "id": version.listing_id,
        "kind": version.kind.key,
        "url": base_url + version.path,
        **name,
        "change": one.change,
        "fields": [_field_json(altered) for altered in one.fields],
    }


def comparison_csv(compared: Iterable[Comparison], old: Register, new: Register) -> bytes:
    """Return the same as a file: a line for each field of each listing that differs."""
    lines = [list(COLUMNS)]
    for one in compared:
        version = one.version
        named = [version.listing_id, version.kind.key, str(version.document.get("name", "")), one.change]
        begins = [str(old.n), str(new.n), *map(words, named)]
        lines += [
            [*begins, altered.field.key, shown(altered.field, altered.old), shown(altered.field, altered.new)]
            for altered in one.fields
        ]
    return written(lines)


def shown(field: Field, one: Held | None) -> str:
    """Return what stands in a field as a cell; empty where it says nothing or was taken away."""
    return cell(field, one.value) if one and not one.redacted else ""


def _field_json(altered: Altered) -> Json:
    return {"field": altered.field.key, **_side("old", altered.old), **_side("new", altered.new)}


def _side(name: str, one: Held | None) -> Json:
    if one is None:
        return {}
    return {f"{name}_redacted": True} if one.redacted else {name: one.value}
