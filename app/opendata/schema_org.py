"""Listings and lists in the words of schema.org, as search engines read them (JSON-LD). Pure.

Tells what lists tell and no more, so that it may stand on any page.
"""

from __future__ import annotations

from typing import Any

from app import places
from app.canonical import Document
from app.catalogue.card import role
from app.catalogue.publications import document as document_of
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature
from app.kinds.contact import dialled
from app.kinds.hours import DAYS

Json = dict[str, Any]

CONTEXT = "https://schema.org"
_DAY_NAMES = dict(
    zip(DAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)
_TYPES = {
    "centre": "GovernmentOffice",
    "branch": "GovernmentOffice",
    "organisation": "LegalService",
    "procedure": "GovernmentService",
    "notice": "DigitalDocument",
}


def entity(version: Version, register: Register, base_url: str) -> Json:
    """Return what the page of ``version`` is about."""
    url = base_url + version.path
    thing: Json = {
        "@type": "Person" if version.is_person else _TYPES.get(version.kind.key, "Thing"),
        "@id": url,
        "identifier": version.listing_id,
        "name": version.name,
        "url": url,
        "description": role(version),
    }
    if version.kind.nature is Nature.OFFICE:
        return thing | _office(version)
    return thing | _person(version, register, base_url) if version.is_person else thing


def dataset(register: Register, name: str, path: str, base_url: str) -> Json:
    """Return the list at ``path`` as a dataset with its files."""
    shape: Json = {
        "@type": "Dataset",
        "@id": base_url + path,
        "name": name,
        "description": name,
        "url": base_url + path,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{base_url}{path}.{suffix}"}
            for suffix, media in FILES.items()
        ],
    }
    if not register.n:
        return shape
    shown = register.publication(register.n)
    return shape | {
        "version": str(shown.number),
        "datePublished": register.publication(1).published_at.isoformat(),
        "dateModified": shown.published_at.isoformat(),
        "citation": document_of(shown),
    }


FILES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def _office(version: Version) -> Json:
    document = version.document
    known: Json = {
        "telephone": dialled(document["phone"]) if "phone" in document else None,
        "email": document.get("email"),
        "sameAs": document.get("website"),
        "address": _address(document),
        "openingHoursSpecification": _hours(document.get("opening_hours", {}).get("weekly", {})),
        "foundingDate": document.get("operating_from"),
    }
    if "latitude" in document and "longitude" in document:
        place = {"latitude": document["latitude"], "longitude": document["longitude"]}
        known["geo"] = {"@type": "GeoCoordinates", **place}
    return {key: value for key, value in known.items() if value}


def _address(document: Document) -> Json | None:
    commune = places.commune(document.get("commune", ""))
    if commune is None and "address" not in document:
        return None
    told: Json = {"@type": "PostalAddress", "addressCountry": "VN"}
    if "address" in document:
        told["streetAddress"] = document["address"]
    if commune:
        told["addressLocality"] = commune.name
        told["addressRegion"] = places.province_name(commune.province_code)
    return told


def _hours(weekly: dict[str, list[list[str]]]) -> list[Json]:
    days_of: dict[tuple[str, str], list[str]] = {}
    for day, name in _DAY_NAMES.items():
        for opens, closes in weekly.get(day, []):
            days_of.setdefault((opens, closes), []).append(f"{CONTEXT}/{name}")
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}
        for (opens, closes), days in days_of.items()
    ]


def _person(version: Version, register: Register, base_url: str) -> Json:
    office = register.office_of(version)
    told: Json = {"jobTitle": version.kind.vi}
    if office:
        told["worksFor"] = {"@type": "Organization", "@id": base_url + office.path, "name": office.name}
    return told
