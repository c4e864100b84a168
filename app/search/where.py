"""Which part of a query names a place: communes of today, units of before 1 July 2025. No register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from app import places
from app.places import Commune
from app.places.names import name_without_kind, spelling, split_kind
from app.search import meaning
from app.search.meaning import Choice, Meaning
from app.search.phrases import Book, Found, Typed
from app.vietnamese import fold

_KINDS = {
    "xa": "xã", "x": "xã", "phuong": "phường", "p": "phường", "thi tran": "thị trấn", "tt": "thị trấn",
    "huyen": "huyện", "h": "huyện", "thi xa": "thị xã", "tx": "thị xã", "thanh pho": "thành phố",
    "tp": "thành phố", "quan": "quận", "tinh": "tỉnh",
}  # fmt: skip
_AROUND = {"thị trấn", "huyện", "thị xã", "thành phố", "quận", "tỉnh"}
"""Kinds of which one may lie around the place named before it."""
_LONGEST_KIND = 2
_LONGEST_PROVINCE = 4
_KIND_WORDS = {kind.split()[0] for kind in _KINDS}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name somebody may write: the kind it begins with, folded, or "", and the rest in one spelling."""

    kind: str
    spelled: str


class _Written(NamedTuple):
    """A place as somebody wrote it, its kind and what it lies in "" where unsaid; and as the book has it."""

    kind: str
    name: str
    beside: str
    phrase: str
    own_kind: str


class Gazetteer:
    """The places of one province, as people write them."""

    def __init__(self, province: str) -> None:
        self._province = province
        self._names: Book[_Name] = Book(dict(_names(province)).items())
        self._provinces = frozenset(_provinces(province))

    @property
    def words(self) -> set[str]:
        """Every folded word of a place's name."""
        return self._names.words

    @property
    def exact_words(self) -> set[str]:
        """Every exact term of a place's name."""
        return self._names.exact_words

    def at(self, typed: Typed, start: int) -> Iterator[Found[Meaning]]:
        """Yield the place that begins at ``typed[start]``, its kind and what it lies in included.

        A bare name is a place too; a kind without a name is none.
        """
        for kind, length in _kind(typed, start):
            for found in self._names.at(typed, start + length):
                end = start + length + found.length
                beside, beyond = self._beside(typed, end)
                name = _name_written(typed[:end], found)
                written = _Written(kind, name, beside, found.phrase, found.means.kind)
                if means := _meaning(written, self._province):
                    yield Found(beyond - start, found.cost, found.phrase, means)

    def _beside(self, typed: Typed, at: int) -> tuple[str, int]:
        """Return what the place is said to lie in, or that it is an old one, and where that ends."""
        if at < len(typed) and typed[at][0].folded == "cu":
            return "cũ", at + 1
        for kind, length in _kind(typed, at):
            around = self._names.at(typed, at + length) if kind in _AROUND else ()
            if longest := max(around, key=lambda one: one.length, default=None):
                return f"{kind} {longest.phrase}", at + length + longest.length
        for end in range(at + 1, min(at + _LONGEST_PROVINCE, len(typed)) + 1):
            if " ".join(word.folded for word, _ in typed[at:end]) in self._provinces:
                return " ".join(word.exact[1:] for word, _ in typed[at:end]), end
        return "", at


@cache
def gazetteer(province: str) -> Gazetteer:
    """Return the places of ``province``."""
    return Gazetteer(province)


@lru_cache(maxsize=4096)
def _meaning(written: _Written, province: str) -> Meaning | None:
    """Return the place that was ``written``; if there is none, without its kind, or what it lies in.

    What was found is kept: it is asked at every word, and names nothing but places.
    """
    kind, name, beside, phrase, own_kind = written
    for its_kind, its_beside in dict.fromkeys(((kind, beside), (kind, ""), ("", beside), ("", ""))):
        around = frozenset([fold(spelling(its_beside))] if its_beside else ())
        meant = places.named(fold(its_kind) or own_kind, name, around, province)
        if meant.candidates:
            label = ", ".join(filter(None, [f"{its_kind} {phrase}".strip(), its_beside]))
            return _told(_capital(label), name, meant)
    return None


def _told(label: str, name: str, found: places.Found) -> Meaning:
    communes = found.candidates
    if not found.by_old_name:
        return meaning.place(communes[0].name if len(communes) == 1 else label, communes)
    choices = tuple(_choices(name, communes))
    return meaning.place(label, communes, by_old_name=True, choices=choices if len(choices) > 1 else ())


def _names(province: str) -> Iterator[tuple[str, _Name]]:
    for commune in places.communes(province):
        yield commune.short_name, _Name("", spelling(commune.short_name))
        former = places.former_of(commune.code)
        for whole in (*(old.ward for old in former), *(old.district for old in former)):
            kind, name = split_kind(whole)
            yield whole, _Name(kind, spelling(name))
            yield name, _Name("", spelling(name))


def _provinces(province: str) -> Iterator[str]:
    """Yield the folded names of the province, and of those whose communes it has: ``Đồng Văn Hà Giang``."""
    whole = {old.province for commune in places.communes(province) for old in places.former_of(commune.code)}
    yield from (fold(spelling(name_without_kind(name))) for name in {places.province_name(province), *whole})


def _name_written(typed: Typed, found: Found[_Name]) -> str:
    """Return the name that ``typed`` ends with: with the marks it was typed with, if it was not mistyped."""
    length = len(found.means.spelled.split())
    return found.means.spelled if found.cost else " ".join(word.exact[1:] for word, _ in typed[-length:])


def _kind(typed: Typed, at: int) -> Iterator[tuple[str, int]]:
    """Yield the kind word that stands here and its length, then none: ``tt`` may mean something else."""
    opens_kind = at < len(typed) and typed[at][0].folded in _KIND_WORDS
    for length in range(_LONGEST_KIND if opens_kind else 0, 0, -1):
        here = " ".join(word.folded for word, _ in typed[at : at + length])
        if here in _KINDS:
            yield _KINDS[here], length
            break
    yield "", 0


def _choices(name: str, communes: Sequence[Commune]) -> Iterator[Choice]:
    """Yield the communes apart, told by old districts: a ward was divided, or bore the name of another."""
    sought = fold(name)
    for commune in communes:
        alike = (old for old in places.former_of(commune.code) if _bare_name(old.ward) == sought)
        if old := next(alike, None):
            yield Choice(commune.code, f"{old.ward}, {old.district} (nay thuộc {commune.name})")


@cache
def _bare_name(ward: str) -> str:
    return fold(spelling(name_without_kind(ward)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
