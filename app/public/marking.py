"""Marking, in a text, the words that were looked for; their marks and case do not matter. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from app.vietnamese import fold


def marked(text: str, words: Iterable[str]) -> Markup:
    """Return ``text``, escaped, with ``<mark>`` around the words looked for.

    Where some stand side by side (``luật sư``), those alone are marked: a syllable by itself says little.
    """
    sought = {fold(word) for word in words}
    runs = [(found.start(), found.end()) for found in _runs(text, sought)]
    whole = [run for run in runs if " " in text[slice(*run)]] or runs
    return Markup("").join(_pieces(text, whole))


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
