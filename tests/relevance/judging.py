"""The judged queries, and what a right answer to each is. Knows no engine.

``LS-0010 | LS-0004`` is either of two; ``kind=lawyer; field=land`` is whoever is both; ``LS-0010 < LS-0039``
is an order; ``apart: TC-012`` stands among those that cannot be chosen. README.md tells all terms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.catalogue.register import Register
from tests.relevance.rules import Rules

QUERIES = Path(__file__).with_name("queries")
APART, BEFORE = "apart: ", " < "

Ids = Sequence[str]


@dataclass(frozen=True)
class Answer:
    """The ids that an engine found, best first, and those that stand apart."""

    ids: Ids
    apart: Ids = ()


@dataclass(frozen=True)
class Judged:
    """A query of one class (``case``), and the judgement of its answer."""

    case: str
    query: str
    judgement: str

    @property
    def is_order(self) -> bool:
        """Whether an order is judged, and not who comes first."""
        return BEFORE in self.judgement


def read(name: str) -> list[Judged]:
    """Return the judged queries of ``queries/NAME.tsv``, in its order."""
    lines = (QUERIES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Judged(case, _typed(case, query), judgement) for case, query, judgement in rows]


def _typed(case: str, query: str) -> str:
    """A file keeps NFC; what some keyboards send is made here."""
    return unicodedata.normalize("NFD", query) if case == "nfd" else query


class Judge:
    """Judges answers over ``register``, whose offices stand in ``province``."""

    def __init__(self, register: Register, province: str) -> None:
        self.register = register
        self._rules = Rules(register, province)

    def rank(self, judged: Judged, answer: Answer) -> int | None:
        """Return the place of the first right listing, from 1; of an order, 1 or None."""
        if judged.is_order:
            return 1 if _in_order(judged.judgement.split(BEFORE), [*answer.ids, *answer.apart]) else None
        ids = answer.apart if judged.judgement.startswith(APART) else answer.ids
        rule = self._rules.any_of(judged.judgement.removeprefix(APART))
        return next(
            (place for place, one in enumerate(ids, start=1) if rule(self.register.versions[one])), None
        )

    def right(self, judged: Judged) -> list[str]:
        """Return the ids of all listings that would be right; of an order, those it names."""
        if judged.is_order:
            return [one for one in judged.judgement.split(BEFORE) if self.register.get(one)]
        choosable = not judged.judgement.startswith(APART)
        rule = self._rules.any_of(judged.judgement.removeprefix(APART))
        fitting = (one for one in self.register.ordered if self.register.choosable(one) is choosable)
        return [one.listing_id for one in fitting if rule(one)]


def _in_order(wanted: Ids, ids: Ids) -> bool:
    """Whether the first is found, and each of the others behind it or not at all."""
    found = [ids.index(one) if one in ids else len(ids) for one in wanted]
    return wanted[0] in ids and found == sorted(found)
