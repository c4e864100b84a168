"""Marking, in a text, the words that were looked for; their marks and case do not matter. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from app.vietnamese import fold

BEFORE, LENGTH = 40, 140
"""How many letters of a long text are shown before the first word looked for, and in all."""


def marked(text: str, words: Iterable[str]) -> Markup:
    """Return ``text``, escaped, with ``<mark>`` around the words looked for.

    Where some stand side by side (``luật sư``), those alone are marked: a syllable by itself says little.
    """
    sought = {fold(word) for word in words}
    runs = [(found.start(), found.end()) for found in _runs(text, sought)]
    whole = [run for run in runs if " " in text[slice(*run)]] or runs
    return Markup("").join(_pieces(text, whole))


def excerpt(text: str, words: Iterable[str]) -> Markup:
    """Return, of a long ``text``, the part around the first word looked for, marked."""
    text, sought = " ".join(text.split()), {fold(word) for word in words}
    first = next((found.start() for found in _runs(text, sought)), 0)
    start = text.rfind(" ", 0, max(0, first - BEFORE)) + 1 if first > BEFORE else 0
    end = text.find(" ", start + LENGTH) if len(text) > start + LENGTH else len(text)
    part = text[start : end if end > 0 else len(text)]
    return marked(f"{'… ' if start else ''}{part}{' …' if start + len(part) < len(text) else ''}", sought)


def _runs(text: str, sought: set[str]) -> Iterable[re.Match[str]]:
    """Return the longest rows of words that are all in ``sought``."""
    known = {word for word in re.findall(r"\w+", text) if fold(word) in sought}
    if not known:
        return ()
    word = "|".join(re.escape(each) for each in sorted(known, key=len, reverse=True))
    return re.finditer(rf"\b(?:{word})(?: (?:{word}))*\b", text)


def _pieces(text: str, runs: Iterable[tuple[int, int]]) -> Iterable[Markup]:
    end = 0
    for start, stop in runs:
        yield escape(text[end:start]) + Markup("<mark>{}</mark>").format(text[start:stop])
        end = stop
    yield escape(text[end:])
