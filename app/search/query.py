"""How what somebody typed is read: as words, with or without marks, a phone number as one. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.search.words import exact_term
from app.vietnamese import fold, has_diacritics, words

MOST_WORDS = 32
MOST_LETTERS = 400
"""What is longer is cut: nobody names a helper at such length."""

_PHONE = re.compile(r"(?:\+?\b84|\b0)(?:[\s.-]?\d){9,10}\b|\b1[89]00(?:[\s.-]?\d){4,6}\b")
_QUOTED = re.compile(r'\s*["“”](.*?)["“”]\s*')


@dataclass(frozen=True, slots=True)
class Word:
    """One word, its ``folded`` term, and the ``exact`` one with its marks.

    ``marked``: it was typed with marks, and so means nothing else. ``origin`` is what was typed instead,
    where it had to be read as this; ``heard`` are the exact terms that sound the same, of a word with marks
    that nobody knows.
    """

    typed: str
    folded: str
    exact: str
    marked: bool
    origin: str = ""
    heard: tuple[str, ...] = ()


def word(typed: str, origin: str = "") -> Word:
    """Return ``typed`` as a word."""
    return Word(typed, fold(typed), exact_term(typed), has_diacritics(typed), origin)


def read(q: str) -> tuple[Word, ...]:
    """Return the words of ``q`` in order, at most `MOST_WORDS`."""
    return tuple(word(each) for each in words(_PHONE.sub(_one_number, q[:MOST_LETTERS]))[:MOST_WORDS])


def quoted(q: str) -> str:
    """Return what stands in quotation marks, where that is all of ``q``: it is to be taken to the letter."""
    found = _QUOTED.fullmatch(q)
    return found[1] if found else ""


def _one_number(found: re.Match[str]) -> str:
    """``+84 205 3812 345`` and ``0205.3812.345`` are both 02053812345."""
    return re.sub(r"^84", "0", re.sub(r"\D", "", found[0]))
