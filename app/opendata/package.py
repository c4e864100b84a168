"""The register's files, described for machines: a Frictionless data package and a DCAT catalogue. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from app.catalogue.register import Register
from app.kinds import KINDS, Field, Kind
from app.kinds.types import Code
from app.opendata import changes_csv
from app.opendata.about import stated
from app.opendata.columns import columns, keys
from app.opendata.schema_org import FILES

Json = dict[str, Any]

CHANGES = "/cong-bo/thay-doi.csv"
LEDGER = "/du-lieu/so-cong-bo.zip"
_TYPES = {"date": "date", "datetime": "datetime", "int": "integer", "bool": "boolean", "decimal": "number"}


class Told(NamedTuple):
    """One list: its word, its heading, its path."""

    word: str
    heading: str
    path: str


class Publisher(NamedTuple):
    """Who publishes, for which province, and where."""

    name: str
    province: str
    base_url: str


def data_package(register: Register, lists: Iterable[Told], publisher: Publisher) -> Json:
    """Return the descriptor of the lists and of what changed, as CSV files with their columns."""
    resources = [_resource(told, publisher.base_url) for told in lists]
    package: Json = {
        "profile": "data-package",
        "name": "tro-giup-phap-ly",
        "title": f"Danh sách công bố về trợ giúp pháp lý, {publisher.name}",
        "description": "\n".join(stated()),
        "homepage": f"{publisher.base_url}/du-lieu",
        "contributors": [{"title": publisher.name, "role": "publisher"}],
        "version": str(register.n),
        **_created(register),
        "resources": [*resources, _changes(publisher.base_url)],
    }
    return package


def catalogue(register: Register, lists: Iterable[Told], publisher: Publisher) -> Json:
    """Return the DCAT catalogue with its one dataset, in JSON-LD."""
    base = publisher.base_url
    agent = {"@id": f"{base}/#publisher", "@type": "foaf:Agent", "foaf:name": _vi(publisher.name)}
    dataset: Json = {
        "@id": f"{base}/du-lieu#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _vi("Danh sách công bố về trợ giúp pháp lý"),
        "dct:description": _vi("Tổ chức và người thực hiện trợ giúp pháp lý, thủ tục, người được trợ giúp."),
        "dct:publisher": agent,
        "dct:language": "vi",
        "dct:spatial": {"@type": "dct:Location", "rdfs:label": _vi(publisher.province)},
        "dct:rights": _vi(" ".join(stated())),
        "dcat:version": str(register.n),
        "dcat:landingPage": {"@id": f"{base}/du-lieu"},
        "dcat:keyword": [_vi("trợ giúp pháp lý"), _vi("luật sư"), _vi("trợ giúp viên pháp lý")],
        **_dates(register),
        "dcat:distribution": [_distribution(*one, base) for one in _files(lists)],
    }
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{base}/du-lieu/dcat.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _vi(f"Dữ liệu mở của {publisher.name}"),
        "dct:description": _vi("Dữ liệu công bố về trợ giúp pháp lý."),
        "dct:publisher": agent,
        "dct:language": "vi",
        "dcat:dataset": [dataset],
    }


def _resource(told: Told, base_url: str) -> Json:
    kinds = [kind for kind in KINDS if kind.collection == told.word]
    return {
        **_file(told.word, told.heading, f"{base_url}{told.path}.csv"),
        "schema": {
            "fields": [_field(key, kinds) for key in keys(kinds)],
            "missingValues": [""],
            "primaryKey": "id",
        },
    }


def _changes(base_url: str) -> Json:
    types = {"date": "date", "publication": "integer"}
    fields = [{"name": key, "type": types.get(key, "string")} for key in changes_csv.COLUMNS]
    return {
        **_file("thay-doi", "Mọi thay đổi từ trước đến nay", base_url + CHANGES),
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _file(name: str, title: str, path: str) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"},
    }


def _field(key: str, kinds: Iterable[Kind]) -> Json:
    """Return one column; of a closed list, the codes that any of the kinds may have there."""
    same = [field for kind in kinds for field in columns(kind) if field.key == key]
    first = same[0]
    shape: Json = {
        "name": key,
        "type": _TYPES.get(first.type.name, "string"),
        "title": first.vi,
        "description": first.en,
    }
    constraints: Json = {"required": True, "unique": True} if key == "id" else {}
    if all(isinstance(field.type, Code) for field in same):
        constraints["enum"] = _codes(same)
    return shape | ({"constraints": constraints} if constraints else {})


def _codes(fields: Iterable[Field]) -> list[str]:
    found = (
        code for field in fields if isinstance(field.type, Code) for code, _wording in field.type.codes.pairs
    )
    return list(dict.fromkeys(found))


def _files(lists: Iterable[Told]) -> list[tuple[str, str, str]]:
    """Return title, path and media type of every file of the register."""
    told = [
        (f"{one.heading} ({suffix.upper()})", f"{one.path}.{suffix}", media)
        for one in lists
        for suffix, media in FILES.items()
    ]
    return [
        *told,
        ("Mọi thay đổi từ trước đến nay (CSV)", CHANGES, "text/csv"),
        ("Cả sổ công bố, kèm chương trình kiểm tra (ZIP)", LEDGER, "application/zip"),
        ("Nơi trợ giúp theo HSDS 3.0 (JSON)", "/du-lieu/hsds.json", "application/json"),
    ]


def _distribution(title: str, path: str, media: str, base_url: str) -> Json:
    url = {"@id": base_url + path}
    return {
        "@id": f"{base_url}{path}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _vi(title),
        "dcat:accessURL": url,
        "dcat:downloadURL": url,
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
    }


def _created(register: Register) -> Json:
    if not register.n:
        return {}
    return {"created": register.publication(register.n).published_at.isoformat()}


def _dates(register: Register) -> Json:
    if not register.n:
        return {}
    moments = {"dct:issued": register.publication(1), "dct:modified": register.publication(register.n)}
    return {
        key: {"@type": "xsd:dateTime", "@value": shown.published_at.isoformat()}
        for key, shown in moments.items()
    }


def _vi(text: str) -> Json:
    return {"@value": text, "@language": "vi"}
