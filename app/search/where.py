"""Which part of a query names a place: communes of today, units of before 1 July 2025. No register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from app import places
from app.places import Commune
from app.places.names import name_without_kind, spelling
from app.search import meaning
from app.search.meaning import Choice, Meaning
from app.search.phrases import Book, Found, Typed
from app.vietnamese import fold

_KINDS = {
    "xa": "xã", "x": "xã", "phuong": "phường", "p": "phường", "thi tran": "thị trấn", "tt": "thị trấn",
    "huyen": "huyện", "h": "huyện", "thi xa": "thị xã", "tx": "thị xã", "thanh pho": "thành phố",
    "tp": "thành phố", "quan": "quận", "tinh": "tỉnh",
}  # fmt: skip
_OLD_KINDS = {"thị trấn", "huyện", "thị xã", "thành phố", "quận"}
_LONGEST_KIND = 2


class Gazetteer:
    """The places of one province, as people write them."""

    def __init__(self, province: str) -> None:
        self._province = province
        self._names: Book[str] = Book((name, name) for name in _names(province))

    @property
    def words(self) -> set[str]:
        """Every folded word of a place's name."""
        return self._names.words

    @property
    def exact_words(self) -> set[str]:
        """Every exact term of a place's name."""
        return self._names.exact_words

    def at(self, typed: Typed, written: Sequence[str], start: int) -> Iterator[Found[Meaning]]:
        """Yield the place that begins at ``typed[start]``, its kind and what it lies in included.

        ``written`` are the words as typed. A bare name is a place too; a kind without a name is none.
        """
        for kind, length in _kind(typed, start):
            for found in self._names.at(typed, start + length):
                told = found.phrase if found.cost else " ".join(written[start + length :][: found.length])
                beside, beyond = self._beside(typed, start + length + found.length)
                means = self._meaning(kind, told, beside, found.phrase)
                if means:
                    yield Found(beyond - start, found.cost, found.phrase, means)

    def _beside(self, typed: Typed, at: int) -> tuple[str, int]:
        """Return what the place is said to lie in, or that it is an old one, and where that ends."""
        if at < len(typed) and "cu" in typed[at][1]:
            return "cũ", at + 1
        for kind, length in _kind(typed, at):
            longest = max(self._names.at(typed, at + length), key=lambda one: one.length, default=None)
            if kind in _OLD_KINDS | {"tỉnh"} and longest:
                return f"{kind} {longest.phrase}", at + length + longest.length
        return "", at

    def _meaning(self, kind: str, name: str, beside: str, phrase: str) -> Meaning | None:
        ways = ((kind, beside), (kind, ""), ("", beside), ("", ""))
        for its_kind, its_beside in ways:
            text = ", ".join(filter(None, [f"{its_kind} {name}".strip(), its_beside]))
            found = places.find(text, self._province)
            if found.candidates:
                label = ", ".join(filter(None, [f"{its_kind} {phrase}".strip(), its_beside]))
                return _told(_capital(label), name, found)
        return None


@cache
def gazetteer(province: str) -> Gazetteer:
    """Return the places of ``province``."""
    return Gazetteer(province)


def _told(label: str, name: str, found: places.Found) -> Meaning:
    communes = found.candidates
    if not found.by_old_name:
        return meaning.place(communes[0].name if len(communes) == 1 else label, communes)
    choices = tuple(_choices(name, communes))
    return meaning.place(label, communes, by_old_name=True, choices=choices if len(choices) > 1 else ())


def _names(province: str) -> Iterator[str]:
    for commune in places.communes(province):
        yield commune.short_name
        yield from places.old_names(commune.code)


def _kind(typed: Typed, at: int) -> Iterator[tuple[str, int]]:
    """Yield the kind word that stands here and its length, then none: ``tt`` may mean something else."""
    for length in range(_LONGEST_KIND, 0, -1):
        here = " ".join(next(iter(ways), "") for _, ways in typed[at : at + length])
        if here in _KINDS:
            yield _KINDS[here], length
            break
    yield "", 0


def _choices(name: str, communes: Sequence[Commune]) -> Iterator[Choice]:
    """Yield the communes apart, told by old districts: a ward was divided, or bore the name of another."""
    sought = fold(spelling(name))
    for commune in communes:
        alike = (old for old in places.former_of(commune.code) if _bare_name(old.ward) == sought)
        if old := next(alike, None):
            yield Choice(commune.code, f"{old.ward}, {old.district} (nay thuộc {commune.name})")


@cache
def _bare_name(ward: str) -> str:
    return fold(spelling(name_without_kind(ward)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
