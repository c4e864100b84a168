"""What a rule is: what it finds, for which kinds, what follows, and the article it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, ParamSpec

from app.faults import RuleBroken
from app.kinds import Kind

P = ParamSpec("P")


class Outcome(StrEnum):
    """What follows: publication refused, a question that a clerk answers first, or only a warning."""

    REFUSED = "refused"
    QUESTION = "question"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A field and a Vietnamese sentence; another article than the rule's; which listing of a publication."""

    field: str
    message: str
    article: str = ""
    listing: str = ""


@dataclass(frozen=True, slots=True)
class Rule(Generic[P]):
    """A rule that can be called, and read about. ``kinds`` are keys, none for all kinds."""

    find: Callable[P, Iterable[Finding]]
    law: str
    kinds: tuple[str, ...]
    outcome: Outcome

    def __call__(self, *asked: P.args, **more: P.kwargs) -> list[RuleBroken]:
        return [broken for _, broken in self.by_listing(*asked, **more)]

    def by_listing(self, *asked: P.args, **more: P.kwargs) -> list[tuple[str, RuleBroken]]:
        """Return what is broken, each with the listing of a publication that breaks it."""
        return [(found.listing, self._broken(found)) for found in self.find(*asked, **more)]

    def concerns(self, kind: Kind) -> bool:
        """Whether the rule is about ``kind`` at all."""
        return not self.kinds or kind.key in self.kinds

    @property
    def says(self) -> str:
        """What the rule asks, in one line."""
        return " ".join((self.find.__doc__ or "").split())

    def _broken(self, found: Finding) -> RuleBroken:
        return RuleBroken(
            found.field,
            found.message,
            found.article or self.law,
            warning=self.outcome is Outcome.WARNING,
            question=self.outcome is Outcome.QUESTION,
        )


def rule(
    law: str, *kinds: str, outcome: Outcome = Outcome.REFUSED
) -> Callable[[Callable[P, Iterable[Finding]]], Rule[P]]:
    """Make a rule of a function that yields findings and says in its docstring what it asks."""
    return lambda find: Rule(find, law, kinds, outcome)
