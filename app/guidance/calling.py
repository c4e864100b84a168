"""What to say, to bring and to show when asking an office for help; the register's codes in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.guidance.reading import read


@dataclass(frozen=True, slots=True)
class Calling:
    """``show`` is for a screen that speaks in one's place; ``cases`` says all that is ``urgent``.

    ``call_back`` and ``call_for_me`` (with ``{number}``) are messages that say nothing of a trouble.
    ``fields`` and ``forms`` explain the codes of fields of law and forms of aid.
    """

    say: str
    bring: tuple[str, ...]
    writing: str
    urgent: str
    cases: str
    basis: str
    show: tuple[str, ...]
    call_back: str
    call_for_me: str
    fields: Mapping[str, str]
    forms: Mapping[str, str]


@cache
def calling() -> Calling:
    """Return what there is to know."""
    told = read("calling.toml")
    return Calling(**{**told, "bring": tuple(told["bring"]), "show": tuple(told["show"])})
