"""How people think of themselves, against the clauses that the law counts by. Knows no register.

A clause that no group names, such as one that a later law adds, stands in the last group; what is marked as
sensitive stands in the group for that, whatever its clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.guidance.reading import read

FILE = "groups.toml"


@dataclass(frozen=True, slots=True)
class Group:
    """A question, ``words`` before its answers, and the clauses that answer it."""

    slug: str
    title: str
    words: str = ""
    clauses: tuple[str, ...] = ()
    sensitive: bool = False


@cache
def groups() -> tuple[Group, ...]:
    """Return the groups in the order in which people are asked."""
    return tuple(Group(**{**told, "clauses": tuple(told.get("clauses", ()))}) for told in read(FILE)["group"])


def group_of(clause: str, sensitive: bool) -> Group:
    """Return the group in which a provision stands."""
    if sensitive:
        return next(group for group in groups() if group.sensitive)
    return next((group for group in groups() if clause in group.clauses), groups()[-1])


@cache
def hardship() -> str:
    """Return what having difficulties with money means."""
    return str(read(FILE)["hardship"])
