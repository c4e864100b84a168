"""An office as a business card (vCard 4.0, RFC 6350). Pure.

An office that cannot be chosen has a card that says so and has no number to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC

from app import places
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds.contact import dialled
from app.kinds.hours import lines

_LONGEST = 75
_TAGS = {"viet": "vi", "tay": "tyz", "nung": "nut", "mong": "hmn", "english": "en", "chinese": "zh"}
"""Languages by their tag (BCP 47); those that have none of their own are left out."""


def vcard(version: Version, register: Register, base_url: str) -> bytes:
    """Return the card of an office."""
    properties = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        *_identity(version, base_url),
        *_place(version),
        *(_reached(version) if register.choosable(version) else ()),
        *_languages(version),
        f"NOTE:{_escaped(_note(version, register))}",
        f"REV:{version.published_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        "END:VCARD",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in properties).encode()


def _identity(version: Version, base_url: str) -> Iterator[str]:
    url = base_url + version.path
    name = _escaped(version.name)
    yield from (f"UID:{url}", f"SOURCE:{url}.vcf", f"URL:{url}", f"FN:{name}", f"ORG:{name}")
    if website := version.document.get("website"):
        yield f"URL;TYPE=work:{website}"


def _place(version: Version) -> Iterator[str]:
    document = version.document
    commune = places.commune(document.get("commune", ""))
    named = (commune.name, places.province_name(commune.province_code)) if commune else ("", "")
    street, locality, region = map(_escaped, (document.get("address", ""), *named))
    yield f"ADR;TYPE=work:;;{street};{locality};{region};;Việt Nam"
    if "latitude" in document and "longitude" in document:
        yield f"GEO:geo:{document['latitude']},{document['longitude']}"


def _reached(version: Version) -> Iterator[str]:
    document = version.document
    if "phone" in document:
        yield f'TEL;VALUE=uri;TYPE="voice,work";PREF=1:{_tel(document["phone"])}'
    if "hotline" in document:
        yield f'TEL;VALUE=uri;TYPE="voice,work":{_tel(document["hotline"])}'
    if "email" in document:
        yield f"EMAIL;TYPE=work:{_escaped(document['email'])}"


def _tel(digits: str) -> str:
    """Return the number as RFC 3966 has it; one that is dialled as it stands needs its country beside it."""
    number = dialled(digits)
    return f"tel:{number}" if number.startswith("+") else f"tel:{number};phone-context=+84"


def _languages(version: Version) -> Iterator[str]:
    return (f"LANG:{_TAGS[code]}" for code in version.document.get("languages", []) if code in _TAGS)


def _note(version: Version, register: Register) -> str:
    standing = register.standing(version)
    hours = lines(version.document.get("opening_hours", {}))
    said = [standing.sentence] if not standing.choosable else hours
    return "\n".join([*said, f"Lần công bố {version.publication}, {version.listing_id}"])


def _escaped(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", r"\n")


def _folded(line: str) -> str:
    """Return ``line`` in pieces of at most 75 bytes, no letter cut in two."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])
