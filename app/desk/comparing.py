"""Two people, one entry: what it was, what the other made of it, what is mine. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.canonical import Document
from app.desk.fields import Names, said
from app.kinds import Kind

THEIRS = "nguoi-kia"
"""The choice that takes the other's words for a field."""


class Conflict(NamedTuple):
    """A field that both say differently: ``base`` is None where it is not known any more."""

    key: str
    label: str
    base: str | None
    theirs: str
    mine: str


def conflicts(
    kind: Kind, base: Document | None, theirs: Document, mine: Document, names: Names
) -> list[Conflict]:
    """Return the fields that both changed since ``base``, and not alike; without a base all that differ."""
    return [
        Conflict(
            field.key,
            field.vi,
            said(field, base.get(field.key), names) if base is not None else None,
            said(field, theirs.get(field.key), names),
            said(field, mine.get(field.key), names),
        )
        for field in kind.fields
        if theirs.get(field.key) != mine.get(field.key)
        and (base is None or base.get(field.key) not in (theirs.get(field.key), mine.get(field.key)))
    ]


def taken(kind: Kind, base: Document | None, theirs: Document, mine: Document) -> list[str]:
    """Return the names of the fields that only the other changed since ``base``."""
    return [
        field.vi
        for field in kind.fields
        if base is not None and base.get(field.key) == mine.get(field.key) != theirs.get(field.key)
    ]


def merged(
    kind: Kind, base: Document | None, theirs: Document, mine: Document, chosen: Mapping[str, str]
) -> Document:
    """Return mine, with the other's words where they were chosen, or where only the other changed any."""
    whole = dict(mine)
    for field in kind.fields:
        key = field.key
        untouched = base is not None and mine.get(key) == base.get(key)
        if chosen.get(key) == THEIRS or untouched:
            whole.pop(key, None)
            if key in theirs:
                whole[key] = theirs[key]
    return whole


def chosen(kind: Kind, typed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return field -> whose words were chosen for it."""
    return {field.key: typed[f"giu.{field.key}"][0] for field in kind.fields if typed.get(f"giu.{field.key}")}
