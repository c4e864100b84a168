"""What a written place means: the cell of a workbook, a typed name. Must not guess: it tells every meaning.

A new name wins over an old one of the same spelling, unless a word says otherwise: a kind the new commune
is not (thị trấn, phường), an old district or province beside it, or "cũ".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from app.places.names import segments, spelling, split_kind
from app.places.units import Commune, commune, communes, former_of, province_name
from app.vietnamese import fold, has_diacritics

_FORMERLY = "cu"  # cũ, as it is looked up


@dataclass(frozen=True, slots=True)
class Found:
    """All communes a text may mean, by code; `by_old_name` where only names of before July 2025 mean them."""

    candidates: tuple[Commune, ...] = ()
    by_old_name: bool = False

    @property
    def commune(self) -> Commune | None:
        """The one commune meant; None where there are none or several."""
        return self.candidates[0] if len(self.candidates) == 1 else None


class _Age(IntEnum):
    NEW = 0
    OLD_WARD = 1
    OLD_DISTRICT = 2


@dataclass(frozen=True, slots=True)
class _Name:
    """A name somebody may write, what may stand beside it, and one commune it leads to."""

    age: _Age
    kind: str
    spelling: str
    beside: frozenset[str]
    commune: Commune


def find(text: str, province: str) -> Found:
    """Reads a code (``"06529"``), a new name or an old one, in any case, with or without kind word and marks.

    ``"xã Đồng Bục, huyện Lộc Bình"`` finds xã Lộc Bình, ``"Hòa Bình"`` four candidates, an unknown name none.
    """
    if text.strip().isdecimal():
        return _by_code(text.strip(), province)
    head, *parts = segments(text) or [""]
    beside = frozenset(fold(spelling(part)) for part in parts)
    whole = named("", spelling(head), beside, province)
    kind, name = split_kind(head)
    return whole if whole.candidates or not kind else named(kind, spelling(name), beside, province)


def named(kind: str, name: str, beside: frozenset[str], province: str) -> Found:
    """What ``name`` means, as `names.spelling` has it, of a folded ``kind`` ("" for any).

    ``beside`` is what it is said to lie in, folded, or ``"cu"``.
    """
    known = _index(province).get(fold(name), ())
    meant = [one for one in known if kind in ("", one.kind) and beside <= one.beside]
    says_old = not beside <= _whole_name(province_name(province))
    return _decide(meant, name, says_old=says_old) if meant else Found()


def _by_code(digits: str, province: str) -> Found:
    """A spreadsheet drops the zero before a number, so it may be missing."""
    one = commune(digits.zfill(5))
    return Found((one,)) if one and one.province_code == province else Found()


def _decide(meant: list[_Name], typed: str, *, says_old: bool) -> Found:
    """Marks, where typed, choose among spellings; of each spelling one age counts, the new before the old."""
    if has_diacritics(typed):
        meant = [one for one in meant if one.spelling == typed] or meant
    chosen = []
    for written in dict.fromkeys(one.spelling for one in meant):
        same = [one for one in meant if one.spelling == written]
        age = min((one.age for one in same), key=lambda age: (says_old and age is _Age.NEW, age))
        chosen += [one for one in same if one.age is age]
    candidates = sorted({one.commune for one in chosen}, key=lambda one: one.code)
    return Found(tuple(candidates), by_old_name=all(one.age is not _Age.NEW for one in chosen))


@cache
def _index(province: str) -> dict[str, tuple[_Name, ...]]:
    """All names of a province by their folded spelling."""
    index: dict[str, tuple[_Name, ...]] = {}
    for name in _names(province):
        key = fold(name.spelling)
        index[key] = (*index.get(key, ()), name)
    return index


def _names(province: str) -> Iterator[_Name]:
    today = _whole_name(province_name(province))
    for now in communes(province):
        former = former_of(now.code)
        districts = {(old.district, old.province) for old in former}
        around = today.union(*(_whole_name(district) for district, _ in districts))
        yield _name(_Age.NEW, now.name, around, now)
        for old in former:
            beside = today | _whole_name(old.district) | _whole_name(old.province) | {_FORMERLY}
            yield _name(_Age.OLD_WARD, old.ward, beside, now)
        for district, in_province in districts:
            beside = today | _whole_name(in_province) | {_FORMERLY}
            yield _name(_Age.OLD_DISTRICT, district, beside, now)


def _name(age: _Age, full_name: str, beside: frozenset[str], leads_to: Commune) -> _Name:
    kind, name = split_kind(full_name)
    return _Name(age, kind, spelling(name), beside, leads_to)


@cache
def _whole_name(full_name: str) -> frozenset[str]:
    """As it may stand beside a smaller place: with its kind and without."""
    return frozenset(fold(spelling(name)) for name in (full_name, split_kind(full_name)[1]))
