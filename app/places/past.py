"""What a commune was before 1 July 2025, what was divided, which namesakes lie elsewhere. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from app.places.names import name_without_kind, spelling
from app.places.units import Commune, Former, commune, communes, former_of


@dataclass(frozen=True, slots=True)
class Origin:
    """An old unit that went into a commune; ``rest`` are the communes that got the rest of a divided one."""

    former: Former
    rest: tuple[Commune, ...] = ()


@dataclass(frozen=True, slots=True)
class District:
    """A district of before 1 July 2025, and what became of its units: commune by commune, by code."""

    name: str
    became: tuple[tuple[Commune, tuple[Former, ...]], ...]


def origins(code: str) -> tuple[Origin, ...]:
    """The old units that went into this commune, with where the rest of the divided ones is now."""
    return tuple(Origin(old, _rest(old)) for old in former_of(code))


def namesakes(code: str) -> tuple[tuple[Former, Commune], ...]:
    """Old units of the same province that bore the name of this commune and are now in another."""
    here = commune(code)
    if here is None:
        return ()
    name = spelling(here.short_name)
    return tuple(
        (old, there)
        for there in communes(here.province_code)
        if there != here
        for old in former_of(there.code)
        if spelling(name_without_kind(old.ward)) == name and not _went_into(old, code)
    )


@cache
def districts(province: str) -> tuple[District, ...]:
    """The old districts by the code of their first unit: whoever knows the old name finds the new one."""
    pairs = [(old, now) for now in communes(province) for old in former_of(now.code)]
    first = {old.district: old.code for old, _ in sorted(pairs, key=lambda pair: pair[0].code, reverse=True)}
    return tuple(District(name, _became(pairs, name)) for name in sorted(first, key=lambda name: first[name]))


def _became(
    pairs: Sequence[tuple[Former, Commune]], district: str
) -> tuple[tuple[Commune, tuple[Former, ...]], ...]:
    ours = [(old, now) for old, now in pairs if old.district == district]
    by_commune = groupby(ours, key=lambda pair: pair[1])
    return tuple((now, tuple(old for old, _ in held)) for now, held in by_commune)


def _rest(old: Former) -> tuple[Commune, ...]:
    here = commune(old.new_code)
    if old.share == "whole" or here is None:
        return ()
    others = (now for now in communes(here.province_code) if now != here)
    return tuple(now for now in others if _went_into(old, now.code))


def _went_into(old: Former, code: str) -> bool:
    return any(other.code == old.code for other in former_of(code))
