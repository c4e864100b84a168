"""What publication needs of each kind (the data dictionary's column "Needed")."""

from __future__ import annotations

from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind


def missing_fields(kind: Kind, document: Document) -> list[RuleBroken]:
    """A needed field is filled."""
    return [
        RuleBroken(field.key, f"Thiếu “{field.vi}” ({field.need.words}).", field.law)
        for field in kind.missing(document)
    ]
