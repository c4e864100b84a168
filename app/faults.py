"""What can go wrong by rule, as exceptions with a Vietnamese sentence for people. Knows no room and no Flask.

A fault is expected: a door turns it into a page, the command line into a line and an exit code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class Fault(Exception):
    """Something a person can put right. ``str(fault)`` is the Vietnamese sentence that says how."""


class NotFound(Fault):
    """No such listing, publication or version."""


class BadParameter(Fault):
    """A parameter of an address could not be read."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class Stale(Fault):
    """What was shown has changed since: show it again before deciding."""


class NotAllowed(Fault):
    """This person may not make this move (four eyes, or a state that does not lead there)."""


class NothingChanged(Fault):
    """The same content twice is refused."""


class OutOfDate(Fault):
    """The database is older than this program and not empty: run upgrade."""


@dataclass(frozen=True, slots=True)
class RuleBroken:
    """One broken rule: the field's key ("" for the whole), a Vietnamese sentence, the article it rests on.

    A ``warning`` stops nobody. A ``question`` stops until a person who looked answers it.
    """

    field: str
    message: str
    article: str = ""
    warning: bool = False
    question: bool = False

    def __str__(self) -> str:
        return f"{self.message} ({self.article})" if self.article else self.message


class RulesBroken(Fault):
    """One or more rules stand in the way. ``broken`` pairs a label of the entry with each broken rule."""

    def __init__(self, broken: Sequence[tuple[str, RuleBroken]]) -> None:
        super().__init__("; ".join(f"{who}: {rule}" for who, rule in broken))
        self.broken = tuple(broken)
