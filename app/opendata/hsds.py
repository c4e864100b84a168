"""The offices as the Human Services Data Specification 3.0 has them: one full service each. Pure.

Every id follows from the address of a page, so that it is the same for ever and everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from app import places
from app.canonical import Document
from app.catalogue.card import role
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature
from app.kinds.codes import FIELDS_OF_LAW, LANGUAGES, PREMISES_ACCESS
from app.kinds.contact import dialled
from app.kinds.hours import DAYS

Json = dict[str, Any]

FREE = "Miễn phí cho người thuộc diện được trợ giúp pháp lý."
ENTITLED = "Người được trợ giúp pháp lý theo Điều 7 Luật Trợ giúp pháp lý."
_STATUS = {"active": "active", "suspended": "temporarily closed"}
_BY_DAY = dict(zip(DAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
_TIMEZONE = "+07:00"


def hsds(register: Register, base_url: str) -> Json:
    """Return one page with every office in force, the suspended ones said to be closed for now."""
    offices = [one for one in register.ordered if one.kind.nature is Nature.OFFICE]
    told = [one for one in offices if register.standing(one).code in _STATUS]
    page: Json = {
        "total_items": len(told),
        "total_pages": 1,
        "page_number": 1,
        "size": len(told),
        "first_page": True,
        "last_page": True,
        "empty": not told,
        "publication": register.n,
    }
    if register.n:
        page["published_at"] = register.publication(register.n).published_at.isoformat()
    return page | {"contents": [_service(one, register, base_url) for one in told]}


def _service(version: Version, register: Register, base_url: str) -> Json:
    document, ids = version.document, _Ids(base_url + version.path)
    service: Json = {
        "id": ids("service"),
        "organization_id": ids("organization"),
        "name": f"Trợ giúp pháp lý: {version.name}",
        "description": document.get("scope") or role(version),
        "url": base_url + version.path,
        "email": document.get("email"),
        "status": _STATUS[register.standing(version).code],
        "fees_description": FREE,
        "eligibility_description": ENTITLED,
        "assured_date": document.get("confirmed_on"),
        "last_modified": version.published_at.isoformat(),
        "phones": _phones(document, ids),
        "schedules": _schedules(document, ids),
        "languages": _languages(document, ids),
        "service_areas": _areas(document, ids),
        "organization": _organization(version, register, base_url),
        "service_at_locations": [_location(version, ids)],
        "attributes": _attributes(document, ids),
    }
    return _present(service)


class _Ids:
    """Gives the parts of what ``url`` names their ids."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __call__(self, *parts: object) -> str:
        return str(uuid5(NAMESPACE_URL, f"{self._url}#{'-'.join(map(str, parts))}"))


def _organization(version: Version, register: Register, base_url: str) -> Json:
    parent = register.get(version.document.get("centre", ""))
    told: Json = {
        "id": _Ids(base_url + version.path)("organization"),
        "name": version.name,
        "description": role(version),
        "email": version.document.get("email"),
        "website": version.document.get("website"),
        "uri": base_url + version.path,
        "parent_organization_id": _Ids(base_url + parent.path)("organization") if parent else None,
    }
    return _present(told)


def _phones(document: Document, ids: _Ids) -> list[Json]:
    return [
        {"id": ids(key), "number": dialled(document[key]), "type": "voice"}
        for key in ("phone", "hotline")
        if key in document
    ]


def _schedules(document: Document, ids: _Ids) -> list[Json]:
    """Return a weekly schedule for each span of hours, with the days that have it."""
    spans: dict[tuple[str, str], list[str]] = {}
    weekly = document.get("opening_hours", {}).get("weekly", {})
    for day in DAYS:
        for opens, closes in weekly.get(day, []):
            spans.setdefault((opens, closes), []).append(_BY_DAY[day])
    return [
        {
            "id": ids("schedule", opens, closes),
            "freq": "WEEKLY",
            "wkst": "MO",
            "byday": ",".join(days),
            "opens_at": f"{opens}:00{_TIMEZONE}",
            "closes_at": f"{closes}:00{_TIMEZONE}",
        }
        for (opens, closes), days in spans.items()
    ]


def _languages(document: Document, ids: _Ids) -> list[Json]:
    codes = document.get("languages", [])
    return [{"id": ids("language", code), "name": LANGUAGES.wording(code)} for code in codes]


def _areas(document: Document, ids: _Ids) -> list[Json]:
    """Return the communes served; ``*`` is the whole province, as far as the office says where it is."""
    return [
        {"id": ids("area", code), "name": name}
        for code, name in _communes(document.get("service_communes", []), document.get("commune", ""))
    ]


def _communes(codes: Iterable[str], own: str) -> Iterator[tuple[str, str]]:
    here = places.commune(own)
    for code in codes:
        commune = places.commune(code)
        if code == "*" and here:
            yield code, places.province_name(here.province_code)
        elif commune:
            yield code, commune.name


def _location(version: Version, ids: _Ids) -> Json:
    document = version.document
    commune = places.commune(document.get("commune", ""))
    location: Json = {
        "id": ids("location"),
        "location_type": "physical",
        "name": version.name,
        "addresses": [
            {
                "id": ids("address"),
                "address_1": document.get("address", ""),
                "city": commune.name if commune else "",
                "state_province": places.province_name(commune.province_code) if commune else "",
                "postal_code": "",
                "country": "VN",
                "address_type": "physical",
            }
        ],
        "accessibility": [
            {"id": ids("accessibility", code), "description": PREMISES_ACCESS.wording(code)}
            for code in document.get("premises_access", [])
        ],
    }
    if "latitude" in document and "longitude" in document:
        location |= {key: float(document[key]) for key in ("latitude", "longitude")}
    return {"id": ids("service-at-location"), "service_id": ids("service"), "location": _present(location)}


def _attributes(document: Document, ids: _Ids) -> list[Json]:
    """Return the fields of law as terms of a taxonomy."""
    return [
        {
            "id": ids("attribute", code),
            "link_id": ids("service"),
            "link_entity": "service",
            "taxonomy_term": {
                "id": str(uuid5(NAMESPACE_URL, f"urn:x-tgpl:{FIELDS_OF_LAW.key}:{code}")),
                "code": code,
                "name": FIELDS_OF_LAW.wording(code),
                "description": FIELDS_OF_LAW.wording(code),
                "taxonomy": "Lĩnh vực trợ giúp pháp lý",
                "language": "vi",
            },
        }
        for code in document.get("fields_of_law", [])
    ]


def _present(shape: Json) -> Json:
    return {key: value for key, value in shape.items() if value not in (None, "", [])}
