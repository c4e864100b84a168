"""What a list can be narrowed to through the API, by the codes that listings carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app import kinds
from app.catalogue.api import commune_of
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import KINDS, codes
from app.kinds.codes import CodeList
from app.public.api.declared import Parameter, one_of
from app.public.asked import commune
from app.public.parameters import Given, among
from app.search import filters as search
from app.web.language import N_

ALL = "*"
STATUSES = ("active", "suspended", "ended", "lapsed", "all")

_CODED: dict[str, tuple[CodeList, tuple[str, ...]]] = {
    "field": (codes.FIELDS_OF_LAW, ("fields_of_law", "specialities")),
    "form": (codes.FORMS_OF_AID, ("forms_of_aid",)),
    "language": (codes.LANGUAGES, ("languages",)),
    "gender": (codes.GENDER, ("gender",)),
}
"""Parameter -> its codes, and the fields that hold them."""


def _coded(name: str, says: str) -> Parameter:
    return one_of(name, [code for code in _CODED[name][0].order if code != ALL], says)


KIND = one_of("kind", [kind.key for kind in KINDS], N_("loại mục"))
COMMUNE = Parameter(
    "commune", {"type": "string", "pattern": "^[0-9]{5}$"}, N_("mã xã, phường của nơi ấy, hoặc nơi liên hệ")
)
FIELD = _coded("field", N_("lĩnh vực pháp luật"))
FORM = _coded("form", N_("hình thức trợ giúp"))
LANGUAGE = _coded("language", N_("ngôn ngữ"))
GENDER = _coded("gender", N_("giới tính của người thực hiện"))
STATUS = one_of("status", STATUSES, N_("tình trạng trong ngày; mặc định active"))


@dataclass(frozen=True, slots=True)
class Filters:
    """What must hold of a listing: its kind, its commune, a code in one of some fields."""

    kind: str | None
    commune: str | None
    coded: tuple[tuple[str, tuple[str, ...]], ...]

    def keep(self, version: Version, register: Register) -> bool:
        """Whether ``version`` passes all of them."""
        return (
            self.kind in (None, version.kind.key)
            and (self.commune is None or self.commune == commune_of(version, register))
            and self.keep_coded(version)
        )

    def keep_coded(self, version: Version) -> bool:
        """Whether ``version`` has the codes asked for."""
        return all({code, ALL} & {*_codes(version, keys)} for code, keys in self.coded)


def read(given: Given) -> Filters:
    """Return the filters in ``given``. Raises BadParameter for a code that does not exist."""
    chosen = commune(given, COMMUNE.name)
    coded = [
        (code, _CODED[one.name][1])
        for one in (FIELD, FORM, LANGUAGE, GENDER)
        if (code := among(given, one.name, one.schema["enum"]))
    ]
    return Filters(
        among(given, KIND.name, KIND.schema["enum"]), chosen.code if chosen else None, tuple(coded)
    )


def of_search(given: Given) -> search.Filters:
    """Return the filters in ``given`` as searching takes them. Raises BadParameter."""
    wanted = read(given)
    return search.Filters(
        kind=kinds.find(wanted.kind).path if wanted.kind else "",
        commune=wanted.commune or "",
        field=given.get("field", ""),
        form=given.get("form", ""),
        language=given.get("language", ""),
        gender=given.get("gender", ""),
    )


def _codes(version: Version, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = version.document.get(key, [])
        yield from value if isinstance(value, list) else [value]
