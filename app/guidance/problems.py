"""Troubles as people name them: what legal aid can do, what to say and bring, where it ends. No register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.guidance.reading import read

FILE = "problems.toml"


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble. ``home`` is its name on the home page, "" where it stands in the full list only.

    ``field`` is a field of law, "" where none should be told. ``topics`` are those of emergency numbers.
    A ``discreet`` one has a neutral title and address, for a screen that others may see.
    """

    slug: str
    title: str
    words: str
    can: tuple[str, ...]
    say: str
    bring: tuple[str, ...]
    basis: str
    home: str = ""
    field: str = ""
    beyond: str = ""
    topics: frozenset[str] = frozenset()
    discreet: bool = False
    forms: bool = True


@dataclass(frozen=True, slots=True)
class Always:
    """What holds of every problem: the forms of aid, how long they take, what to bring, where aid ends."""

    forms: tuple[str, ...]
    how_long: tuple[str, ...]
    bring: tuple[str, ...]
    beyond: str


@cache
def problems() -> tuple[Problem, ...]:
    """Return all problems in the order in which people look for them."""
    return tuple(
        Problem(
            **{
                **told,
                "can": tuple(told["can"]),
                "bring": tuple(told["bring"]),
                "topics": frozenset(told.get("topics", ())),
            }
        )
        for told in read(FILE)["problem"]
    )


def problem(slug: str) -> Problem | None:
    """Return the problem of this address, or None."""
    return next((one for one in problems() if one.slug == slug), None)


@cache
def always() -> Always:
    """Return what holds of every problem."""
    told = read(FILE)
    lists = {key: tuple(told[key]) for key in ("forms", "how_long", "bring")}
    return Always(**lists, beyond=told["beyond"])
