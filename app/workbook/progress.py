"""How far a reading has come, said to whoever listens: a person who waits. Knows no file and no page.

A reading says it into the air, so that nothing has to be handed down to where the rows are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple, TypeVar

OPENING, CELLS, RULES, TOGETHER, HANDING_IN, MARKING = (
    "opening",
    "cells",
    "rules",
    "together",
    "handing_in",
    "marking",
)

T = TypeVar("T")


class Said(NamedTuple):
    """One step: ``done`` of ``of`` rows of the sheet ``where``; 0 rows in all where nobody knows how many."""

    step: str
    where: str = ""
    done: int = 0
    of: int = 0


Listener = Callable[[Said], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Let ``listener`` hear all that is said in this thread meanwhile."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def say(step: str, where: str = "", done: int = 0, of: int = 0) -> None:
    """Say how far a step has come."""
    if listener := _listener.get():
        listener(Said(step, where, done, of))


def each(step: str, where: str, rows: Collection[T]) -> Iterator[T]:
    """Yield ``rows``, saying before each how many are done."""
    for done, row in enumerate(rows):
        say(step, where, done, len(rows))
        yield row
