"""What the API's codes mean: communes under their new and old names; kinds, their fields, closed lists."""

from __future__ import annotations

from flask import Response, jsonify

from app import places
from app.catalogue.api import Json
from app.kinds import EVERY_KIND, Field, Kind
from app.kinds.types import Code, Codes
from app.places import Commune
from app.public import as_of
from app.public.api.declared import Parameter, operation
from app.public.as_of import AsOf
from app.public.parameters import Given
from app.web import site
from app.web.language import N_
from app.web.links import base_url

NAME = Parameter("q", {"type": "string"}, N_("tên mới, tên cũ hoặc mã; không ghi thì có tất cả"))


@operation(
    "/places", N_("Xã, phường: mã, tên, tên trước ngày 01/07/2025."), NAME, answers="PlacePage",
    example="/places?q=na+sam",
)  # fmt: skip
def places_(given: Given) -> Response:
    """Answer with the communes that a name may mean, or with all of the province."""
    province, typed = site.province(), given.get("q", "")
    found = places.find(typed, province).candidates if typed.strip() else places.communes(province)
    return _answer([place_json(one) for one in found])


@operation(
    "/dictionary", N_("Từ điển: mỗi loại mục có những trường nào, mã là gì."), answers="DictionaryPage"
)
def dictionary(given: Given) -> Response:
    """Answer with every kind and its public fields."""
    return _answer([kind_json(kind) for kind in EVERY_KIND])


def place_json(commune: Commune) -> Json:
    """Return a commune and the units that it was made of."""
    return {
        "code": commune.code,
        "name": commune.name,
        "kind": commune.kind,
        "latitude": commune.latitude,
        "longitude": commune.longitude,
        "url": f"{base_url()}/xa/{commune.code}",
        "formerly": [
            {"code": old.code, "ward": old.ward, "district": old.district, "share": old.share}
            for old in places.former_of(commune.code)
        ],
    }


def kind_json(kind: Kind) -> Json:
    """Return a kind and its public fields."""
    return {
        "kind": kind.key,
        "label": kind.vi,
        "label_en": kind.en,
        "prefix": kind.prefix,
        "path": kind.path,
        "fields": [_field_json(field) for field in kind.public_fields],
    }


def _field_json(field: Field) -> Json:
    shape: Json = {
        "key": field.key,
        "label": field.vi,
        "label_en": field.en,
        "type": field.type.name,
        "seen": field.seen.value,
        "needed": field.need.words,
        "law": field.law,
    }
    if isinstance(field.type, Code | Codes):
        shape["codes"] = [{"code": code, "label": label} for code, label in field.type.codes.pairs]
        shape["source"] = field.type.codes.source
    return {key: value for key, value in shape.items() if value != ""}


def _answer(items: list[Json]) -> Response:
    register = as_of.show(AsOf())
    return jsonify({"items": items, "publication": register.n, "total": len(items)})
