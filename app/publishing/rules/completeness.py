"""What publication needs of each kind (the data dictionary's column "Needed")."""

from __future__ import annotations

from collections.abc import Iterator

from app.canonical import Document
from app.kinds import Kind
from app.publishing.rules.rule import Finding, rule


@rule("")
def missing_fields(kind: Kind, document: Document) -> Iterator[Finding]:
    """A needed field is filled."""
    for field in kind.missing(document):
        yield Finding(field.key, f"Thiếu “{field.vi}” ({field.need.words}).", field.law)
