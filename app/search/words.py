"""The terms by which an entry is found: of each field, folded and, behind ``=``, with every mark. Pure.

Must not know where terms are kept. A person's office is not here: its place reaches the person in `masks`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from app import places
from app.canonical import Document, Value
from app.kinds import Field, Kind, Searched
from app.kinds.contact import PhoneNumber
from app.kinds.types import Codes, Commune, Communes
from app.search.abbreviations import ABBREVIATIONS
from app.vietnamese import exact, fold, words

NAME, PLACE, TEXT = GROUPS = tuple(group.value for group in (Searched.NAME, Searched.PLACE, Searched.TEXT))

NUMBER = "number"
"""The group of whole phone numbers and document numbers, without what stands between digits and letters."""

KIND = "kind"
"""The key under which a kind's label and its lay words are found."""

EVERYTHING = ["*"]
"""``mọi lĩnh vực trừ kinh doanh`` must be found by each field of law, and not by business."""

_NUMBERS = ("_number", "national_code")

Terms = dict[str, set[str]]
"""group -> terms."""


def terms(kind: Kind, document: Document) -> Terms:
    """Return the terms of an entry by group; every group is there."""
    found: Terms = {group: set() for group in (*GROUPS, NUMBER)}
    for _, group, text in texts(kind, document):
        found[group] |= forms(text)
    found[NUMBER] = {whole_number(text) for _, text in numbers(kind, document)}
    return found


def numbers(kind: Kind, document: Document) -> Iterator[tuple[str, str]]:
    """Yield (field key, wording) of every public phone and document number of an entry."""
    for field in kind.public_fields if kind.listed else ():
        if field.key in document and (isinstance(field.type, PhoneNumber) or field.key.endswith(_NUMBERS)):
            yield field.key, document[field.key]


def whole_number(text: str) -> str:
    """``12/QĐ-STP`` and ``12 qd stp`` are both 12qdstp; a phone number is its digits."""
    return re.sub(r"[\W_]", "", fold(text))


def texts(kind: Kind, document: Document, groups: Container[str] = GROUPS) -> Iterator[tuple[str, str, str]]:
    """Yield (field key, group, wording) of all that an entry is found by; of what is unlisted, nothing."""
    if not kind.listed:
        return
    for wording in (kind.vi, *kind.lay_words) if TEXT in groups else ():
        yield KIND, TEXT, wording
    for field in kind.public_fields:
        if field.searched and field.searched.value in groups and field.key in document:
            for wording in _wordings(field, document[field.key]):
                yield field.key, field.searched.value, wording


@lru_cache(maxsize=8192)  # wordings of codes and old places repeat in every entry
def forms(text: str) -> frozenset[str]:
    """Return the terms of ``text`` and of what its abbreviations stand for, or what would abbreviate it."""
    whole = [text, *_also_written(text)]
    return frozenset(form for one in whole for word in words(one) for form in (fold(word), exact_term(word)))


@lru_cache(maxsize=8192)
def run(text: str) -> str:
    """Return the folded words of ``text``, and of what it abbreviates, in order and between spaces."""
    return "".join(map(_padded, [text, *_also_written(text)]))


def exact_term(word: str) -> str:
    """Return the term of ``word`` with its marks."""
    return f"={exact(word)}"


def _wordings(field: Field, value: Value) -> Iterator[str]:
    yield (
        field.show([code for code in value if code != "*"]) if isinstance(value, list) else field.show(value)
    )
    match field.type:
        case Codes() if value == EVERYTHING:
            yield from (wording for code, wording in field.type.codes.pairs if code != "*")
        case Commune():
            yield from places.old_names(value)
        case Communes():
            yield from (name for code in value if code != "*" for name in places.old_names(code))
        case PhoneNumber():
            yield value


def _also_written(text: str) -> Iterator[str]:
    padded = _padded(text)
    for short, long in ABBREVIATIONS:
        if _PADDED[short] in padded:
            yield long
        if _PADDED[long] in padded:
            yield short


def _padded(text: str) -> str:
    return f" {' '.join(words(fold(text)))} "


_PADDED = {writing: _padded(writing) for pair in ABBREVIATIONS for writing in pair}
