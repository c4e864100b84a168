"""What stands in a list of the desk's home page: plain values, free of any session. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from app.canonical import Document

DONE, DUE, OVERDUE = "done", "due", "overdue"

Mine = Callable[[str, Document], bool]
"""Whether listings of a kind that say so are somebody's to mind; a lawyer's ``engagements`` are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that waits. ``sentence`` names nobody, so that it may stand in a letter; ``detail`` may.

    ``listing_id`` is "" for what has none yet; ``path`` is the page of the desk that it opens.
    """

    kind: str
    listing_id: str
    name: str
    sentence: str
    day: date | None
    path: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Item):
    """What the law asks by a day. ``day`` is that day, None where the law sets no term.

    ``latest`` is the day to which the law lets it be put off for good reason.
    """

    code: str
    article: str
    started_on: date
    state: str
    days_left: int | None
    latest: date | None = None
    reported_on: date | None = None
    letter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending(Item):
    """A contract that ends. ``stage`` is 90, 30 or 7, or 0 once it has ended."""

    stage: int
    days_left: int


SomeItem = TypeVar("SomeItem", bound=Item)


def in_order(items: Iterable[SomeItem]) -> tuple[SomeItem, ...]:
    """Return ``items``, the earliest day first, those without a day last."""
    return tuple(sorted(items, key=lambda one: (one.day or date.max, one.listing_id, one.path)))


class Listed(Protocol):
    """What names an entry: a row of the accepted records, or of a question to them."""

    id: Any
    kind: Any
    name: Any


def about(one: Listed) -> dict[str, str]:
    """Return what an item says of the entry that it is about."""
    return {"kind": one.kind, "listing_id": one.id, "name": one.name, "path": listing_path(one.id)}


def listing_path(listing_id: str) -> str:
    """Return the desk's page of a listing."""
    return f"/can-bo/muc/{listing_id}"


def shown(day: date) -> str:
    """Return a day as people read it."""
    return f"{day:%d/%m/%Y}"
