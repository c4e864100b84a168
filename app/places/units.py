"""The communes of a province and the units they were made from, as `data/` has them. Must not guess names."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from app.places.names import name_without_kind

_DATA = Path(__file__).with_name("data")

Kind = Literal["xa", "phuong", "dackhu"]
Share = Literal["whole", "part-main", "part"]


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of today. `latitude` and `longitude` are decimal text (WGS 84) of a representative point."""

    code: str
    kind: Kind
    name: str
    short_name: str
    latitude: str
    longitude: str
    province_code: str


@dataclass(frozen=True, slots=True)
class Former:
    """A ward of before 1 July 2025 and one commune it went into; not a `whole` share where it was divided."""

    code: str
    district: str
    ward: str
    province: str
    new_code: str
    share: Share


def communes(province: str) -> tuple[Commune, ...]:
    """All communes of a province (``"20"``) by code. LookupError where there is no such province."""
    province_name(province)
    return tuple(_communes(province).values())


def commune(code: str) -> Commune | None:
    """The commune of this code, in whatever province; None where there is none."""
    province = _provinces_by_commune().get(code)
    return _communes(province)[code] if province else None


def former_of(code: str) -> tuple[Former, ...]:
    """The old wards that went into this commune, whole or in part; none for an unknown code."""
    province = _provinces_by_commune().get(code)
    return _former(province).get(code, ()) if province else ()


def old_names(code: str) -> tuple[str, ...]:
    """Other words for this commune: its old wards, then their districts, each with and without its kind."""
    former = former_of(code)
    full = [old.ward for old in former] + [old.district for old in former]
    return tuple(dict.fromkeys(name for whole in full for name in (whole, name_without_kind(whole))))


def province_name(code: str) -> str:
    """``"20"`` to ``"Tỉnh Lạng Sơn"``. LookupError where there is no such province."""
    try:
        return _province_names()[code]
    except KeyError:
        raise LookupError(f"No province has the code {code!r}.") from None


def _lines(file: str) -> list[str]:
    return (_DATA / file).read_text(encoding="utf-8").splitlines()[1:]


@cache
def _unit_rows() -> list[list[str]]:
    return list(csv.reader(_lines("viet-nam-units.csv")))


@cache
def _province_names() -> dict[str, str]:
    return {code: name for code, province, _, name, *_ in _unit_rows() if not province}


@cache
def _provinces_by_commune() -> dict[str, str]:
    return {code: province for code, province, *_ in _unit_rows() if province}


@cache
def _communes(province: str) -> dict[str, Commune]:
    return {
        code: Commune(code, cast(Kind, kind), name, name_without_kind(name), latitude, longitude, province)
        for code, its_province, kind, name, latitude, longitude in _unit_rows()
        if its_province == province
    }


@cache
def _former(province: str) -> dict[str, tuple[Former, ...]]:
    """By the code of the new commune. Only this province's lines of the whole country's are parsed."""
    today = _communes(province)
    ours = [line for line in _lines("viet-nam-former.csv") if line.rsplit(",", 2)[1] in today]
    former: dict[str, tuple[Former, ...]] = {}
    for code, old_province, district, ward, new_code, share in csv.reader(ours):
        old = Former(code, district, ward, old_province, new_code, cast(Share, share))
        former[new_code] = (*former.get(new_code, ()), old)
    return former
