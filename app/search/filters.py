"""What results are narrowed to, and what each listing says of it. Pure; knows no query and no bit set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime

from app.catalogue.api import commune_of
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature, codes

ALL = "*"
CODED = ("kind", "commune", "field", "form", "language", "gender")
"""The filters that have values to choose from; each is counted."""

_FIELDS = [code for code in codes.FIELDS_OF_LAW.order if code != ALL]


@dataclass(frozen=True, slots=True)
class Filters:
    """``kind`` is a path word, the others are codes; "" where not narrowed. ``open_at``: who is open then."""

    kind: str = ""
    commune: str = ""
    field: str = ""
    form: str = ""
    language: str = ""
    gender: str = ""
    open_at: datetime | None = None

    def chosen(self) -> dict[str, str]:
        """Return the filters that have a value to choose from and are set."""
        return {
            one.name: getattr(self, one.name)
            for one in fields(self)
            if one.name in CODED and getattr(self, one.name)
        }


EVERYTHING = Filters()


def values(version: Version, register: Register) -> Iterator[tuple[str, str]]:
    """Yield (filter, value) of everything by which ``version`` can be narrowed to.

    The commune and the languages of a person are those of the office; the gender of an office is that of each
    person to be asked for there (TT 11/2014/TT-BTP Đ10 k2).
    """
    office = register.office_of(version)
    yield "kind", version.kind.path
    yield from (("field", code) for code in _fields_of_law(version))
    yield from (("form", code) for code in version.document.get("forms_of_aid", ()))
    yield from (("language", code) for code in (office or version).document.get("languages", ()))
    yield from (("gender", code) for code in sorted(set(_genders(version, register))))
    if commune := commune_of(version, register):
        yield "commune", commune


def _fields_of_law(version: Version) -> list[str]:
    said = [*version.document.get("fields_of_law", ()), *version.document.get("specialities", ())]
    return _FIELDS if ALL in said else said


def _genders(version: Version, register: Register) -> Iterator[str]:
    people = register.people_of(version.listing_id) if version.kind.nature is Nature.OFFICE else [version]
    yield from (one.document["gender"] for one in people if "gender" in one.document)


LAW_PRACTICE, CONSULTANCY, EVERYBODY = "van-phong-luat-su", "tu-van-phap-luat", "nguoi-thuc-hien"

_IS: dict[str, Callable[[Version], bool]] = {
    LAW_PRACTICE: lambda one: one.document.get("organisation_type") == "law_practice",
    CONSULTANCY: lambda one: one.document.get("organisation_type") == "legal_consultancy",
    EVERYBODY: lambda one: one.is_person,
    "luat-su": lambda one: one.kind.path == "luat-su" or _IS[LAW_PRACTICE](one),
}


def is_kind(version: Version, word: str) -> bool:
    """Whether people mean ``version`` by a word for a kind: by "luật sư" lawyers and law practices alike."""
    return _IS[word](version) if word in _IS else version.kind.path == word
