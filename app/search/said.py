"""What a listing says, field by field, cut into words when somebody first looks. Knows no query."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from app.catalogue.version import Version
from app.search.words import NUMBER, exact_term, numbers, run, texts, whole_number
from app.vietnamese import fold, words


class Wording(NamedTuple):
    """One thing said: the key of the field, its group, the text."""

    key: str
    group: str
    text: str


class Field(NamedTuple):
    """All that one field says, folded: its words, and these in order."""

    key: str
    group: str
    words: frozenset[str]
    run: str


class Name(NamedTuple):
    """The words of a name in order, folded, and as terms with their marks."""

    folded: str
    exact: str

    @classmethod
    def of(cls, text: str) -> Name:
        """Return the name that is written so."""
        written = words(text)
        return cls(" ".join(map(fold, written)), " ".join(map(exact_term, written)))


class Said:
    """What one version of a listing says."""

    def __init__(self, version: Version) -> None:
        self._version = version

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """All that it is found by, its numbers included."""
        kind, document = self._version.kind, self._version.document
        whole = ((key, NUMBER, text) for key, text in numbers(kind, document))
        return tuple(Wording(*one) for one in chain(texts(kind, document), whole))

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The same, field by field, without the numbers."""
        return tuple(self._by_field())

    @cached_property
    def numbers(self) -> tuple[tuple[str, str], ...]:
        """The key of the field and the whole number, for each of its numbers."""
        return tuple((one.key, whole_number(one.text)) for one in self.wordings if one.group == NUMBER)

    def _by_field(self) -> Iterator[Field]:
        said = (one for one in self.wordings if one.group != NUMBER)
        for (key, group), ones in groupby(said, key=lambda one: (one.key, one.group)):
            whole = "".join(run(one.text) for one in ones)
            yield Field(key, group, frozenset(whole.split()), whole)
