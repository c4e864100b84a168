"""How what somebody typed is read: as words, with or without marks, a phone number as one. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.search.words import exact_term
from app.vietnamese import fold, has_diacritics, words

MOST_WORDS = 16

_PHONE = re.compile(r"(?:\+?\b84|\b0)(?:[\s.-]?\d){9,10}\b|\b1[89]00(?:[\s.-]?\d){4,6}\b")


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, its ``folded`` term, and the ``exact`` one with its marks."""

    typed: str
    folded: str
    exact: str

    @property
    def marked(self) -> bool:
        """Whether it was typed with marks, and so means nothing else."""
        return has_diacritics(self.typed)


def read(q: str) -> tuple[Word, ...]:
    """Return the words of ``q`` in order, each once, at most `MOST_WORDS`."""
    typed = words(_PHONE.sub(_one_number, q))
    read = {exact_term(word): Word(word, fold(word), exact_term(word)) for word in reversed(typed)}
    return tuple(read.values())[::-1][:MOST_WORDS]


def _one_number(found: re.Match[str]) -> str:
    """``+84 205 3812 345`` and ``0205.3812.345`` are both 02053812345."""
    return re.sub(r"^84", "0", re.sub(r"\D", "", found[0]))
