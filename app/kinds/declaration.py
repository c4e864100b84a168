"""What a declaration is: a field, who sees it, when it is needed, and a kind made of fields. Pure data.

Forms, workbook sheets, JSON, CSV, differences and pages are all built from these declarations; nothing lists
the fields of a kind a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.canonical import Document, Value
from app.kinds.types import Type


class Seen(StrEnum):
    """Who sees a field: in lists and bulk files, on its own page only, or at the desk only."""

    LIST = "list"
    PAGE = "page"
    STAFF = "staff"


class Searched(StrEnum):
    """Which words of a query may find a field."""

    NAME = "name"
    PLACE = "place"
    TEXT = "text"
    NOT = ""


class Nature(StrEnum):
    """An office has an address and a phone; a person is reached through an office; law is neither.

    What the site says of itself, or of how to find things in it, is none of these.
    """

    OFFICE = "office"
    PERSON = "person"
    LAW = "law"
    SITE = "site"

    @property
    def gives_aid(self) -> bool:
        """Whether it is somebody to turn to."""
        return self in (Nature.OFFICE, Nature.PERSON)


@dataclass(frozen=True, slots=True)
class Need:
    """When a field must be filled to publish. ``words`` say it in Vietnamese."""

    words: str
    applies: Callable[[Document], bool]


OPTIONAL = Need("", lambda _document: False)
REQUIRED = Need("bắt buộc", lambda _document: True)


def needed_when(key: str, code: str, words: str) -> Need:
    """Return the need that applies where field ``key`` is ``code`` or, for several codes, holds it."""

    def applies(document: Document) -> bool:
        value = document.get(key)
        return code in value if isinstance(value, list) else value == code

    return Need(words, applies)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its key everywhere, its Vietnamese label (the column header too), its type and its rules."""

    key: str
    vi: str
    en: str
    type: Type
    seen: Seen = Seen.LIST
    need: Need = OPTIONAL
    searched: Searched = Searched.NOT
    law: str = ""
    refers_to: tuple[str, ...] = ()
    hint: str = ""

    @property
    def public(self) -> bool:
        """Whether the field stands in the ledger at all."""
        return self.seen is not Seen.STAFF

    @property
    def refers(self) -> bool:
        """Whether the value names other listings."""
        return bool(self.refers_to)

    def show(self, value: Value) -> str:
        """Return the Vietnamese wording of ``value``."""
        return self.type.show(value)


@dataclass(frozen=True)
class Kind:
    """One kind of entry. ``path`` is its word in addresses, ``sheet`` its sheet in a workbook.

    ``collection`` is the word of the list that it stands in, "" for an unlisted kind.
    Persons of an ``advice_only`` kind neither litigate nor represent (Luật TGPL Đ24 k3, Đ31 k1, Đ33 k1).
    """

    key: str
    prefix: str
    digits: int
    path: str
    sheet: str
    vi: str
    en: str
    nature: Nature
    collection: str
    fields: tuple[Field, ...]
    office_key: str = ""
    advice_only: bool = False
    lay_words: tuple[str, ...] = field(default=())
    basis_keys: tuple[tuple[str, str], ...] = field(default=())

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """The fields by key."""
        return {one.key: one for one in self.fields}

    @property
    def listed(self) -> bool:
        """Whether it stands in a list and can be searched for."""
        return bool(self.collection)

    @cached_property
    def public_fields(self) -> tuple[Field, ...]:
        """The fields that stand in the ledger."""
        return tuple(one for one in self.fields if one.public)

    def keys_seen(self, *seen: Seen) -> frozenset[str]:
        """Return the keys of the fields seen by any of ``seen``."""
        return frozenset(one.key for one in self.fields if one.seen in seen)

    def public_id(self, serial: int) -> str:
        """Return the id with this serial number, such as ``LS-0042``; it grows past its padding."""
        return f"{self.prefix}-{serial:0{self.digits}d}"

    def basis(self, document: Document) -> tuple[str, str]:
        """Return number and date of the document an entry rests on, its own contract or certificate first."""
        for number, day in (*self.basis_keys, ("basis_number", "basis_date")):
            if document.get(number):
                return document[number], document.get(day, "")
        return "", ""

    def missing(self, document: Document) -> Iterator[Field]:
        """Yield the fields that publication needs and ``document`` lacks."""
        return (one for one in self.fields if one.need.applies(document) and document.get(one.key) is None)
