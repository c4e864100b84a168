"""The columns of files, built from the declarations of kinds, and the value that a listing has in each.

Only what lists may tell stands here: a field of the listing's own page, or of the desk, has no column for
its kind, even where another kind lets everybody see it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.canonical import Value
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Field, Kind, Nature, Seen
from app.kinds.contact import PhoneNumber, WebAddress
from app.kinds.listed import KIND
from app.kinds.types import Code, Commune, Int, Text


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in Viet Nam, ISO 8601 in data."""

    name: str = "datetime"

    def read(self, text: str, province: str) -> Value:
        return datetime.fromisoformat(text).isoformat()

    def show(self, value: Value) -> str:
        return f"{datetime.fromisoformat(value):%d/%m/%Y %H:%M}"


_BY_DAY = (("lapsed", "đã hết hạn"), ("future", "chưa đến ngày có hiệu lực"))
"""What a status comes to by the day alone."""

_IDENTITY = (
    Field("id", "Mã", "Id", Text()),
    Field("kind", "Loại mục", "Kind", Code(KIND)),
    Field("url", "Trang", "Page", WebAddress()),
)
_OFFICE = (
    Field("office", "Mã nơi liên hệ", "Office", Text()),
    Field("office_name", "Nơi liên hệ", "Name of the office", Text()),
    Field("office_phone", "Điện thoại nơi liên hệ", "Phone of the office", PhoneNumber()),
    Field("office_commune", "Xã/phường nơi liên hệ", "Commune of the office", Commune()),
)
_ORIGIN = (
    Field("publication", "Lần công bố", "Publication", Int()),
    Field("published_at", "Công bố lúc", "Published at", Moment()),
    Field("entry", "Bản", "Entry", Int()),
)


def columns(kind: Kind) -> tuple[Field, ...]:
    """Return the columns of one kind in order."""
    name, status = kind.by_key["name"], _on_the_day(kind.by_key["status"])
    told = (one for one in kind.fields if one.seen is Seen.LIST and one.key not in ("name", "status"))
    office = _OFFICE if kind.nature is Nature.PERSON else ()
    return (*_IDENTITY, name, status, *told, *office, *_ORIGIN)


def keys(kinds: Iterable[Kind]) -> list[str]:
    """Return the keys of the columns of several kinds, as one header."""
    last = {one.key: None for one in (*_OFFICE, *_ORIGIN)}
    found = dict.fromkeys(one.key for kind in kinds for one in columns(kind))
    return [key for key in found if key not in last] + [key for key in last if key in found]


def values(version: Version, register: Register, base_url: str) -> dict[str, Value]:
    """Return the canonical value in each column where there is one; ``status`` is the standing on the day."""
    told = version.kind.keys_seen(Seen.LIST)
    return {
        **{key: value for key, value in version.document.items() if key in told},
        "id": version.listing_id,
        "kind": version.kind.key,
        "url": base_url + version.path,
        "status": register.standing(version).code,
        **_office(register.office_of(version)),
        "publication": version.publication,
        "published_at": version.published_at.isoformat(),
        "entry": version.entry,
    }


def _office(office: Version | None) -> dict[str, Value]:
    if office is None:
        return {}
    told = {f"office_{key}": office.document.get(key) for key in ("name", "phone", "commune")}
    return {"office": office.listing_id, **{key: value for key, value in told.items() if value is not None}}


def _on_the_day(status: Field) -> Field:
    """Return the field with the wordings of the standings too."""
    if not isinstance(status.type, Code):
        return status
    codes = status.type.codes
    return replace(status, type=Code(replace(codes, pairs=(*codes.pairs, *_BY_DAY))))
