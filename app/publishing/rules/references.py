"""A reference leads to a listing of a kind that the field allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.canonical import Document
from app.kinds import Field, Kind
from app.publishing.rules.rule import Finding, rule

KindOf = Callable[[str], str | None]


@rule("")
def check_references(kind: Kind, document: Document, kind_of: KindOf) -> Iterator[Finding]:
    """A reference leads to an entry of a kind that the field allows."""
    for field, target in references(kind, document):
        if kind_of(target) not in field.refers_to:
            yield Finding(field.key, f"“{field.vi}” phải là một mục có trong danh sách: {target}.", field.law)


def references(kind: Kind, document: Document) -> Iterator[tuple[Field, str]]:
    """Yield (field, id) of everything that ``document`` refers to."""
    for field in kind.fields:
        if field.refers and field.key in document:
            value = document[field.key]
            for target in value if isinstance(value, list) else [value]:
                if target != "*":
                    yield field, target
