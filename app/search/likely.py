"""Whether somebody meant what was found in their words: anything could be a slip of the finger. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.search.alike import SLIP, SOUND, TWO_SLIPS
from app.search.meaning import Meaning
from app.search.phrases import GAP, MOST_A_WORD, Found
from app.search.query import Word
from app.vietnamese import has_diacritics, possible

MARKS_EACH = 50
"""Every likeness costs a multiple of this, each word with other marks one more."""
FOREIGN = (8, TWO_SLIPS), (5, SLIP)
"""Letters from which on a foreign word may cost so much alone."""


def is_likely(found: Found[Meaning], words: Sequence[Word], at: int) -> bool:
    """Return whether what was ``found`` at a word is meant there, given the words around it."""
    affordable = _affordable(found, words[at].exact[1:])
    return affordable and not (found.means.filler and _names_somebody(found, words, at))


def _affordable(found: Found[Meaning], first: str) -> bool:
    """Whether what was typed may well be this: one word alone, mistyped, could be anything.

    Nor is a mistyped word taken for one that says nothing, or two words for others of which neither is right.
    """
    if found.means.filler or found.length == 1:
        return found.cost <= (0 if found.means.filler else _most_alone(first, found.phrase))
    mistyped = found.cost >= SOUND
    marks_wrong = found.cost % MARKS_EACH
    said = len(found.phrase.split()) - found.phrase.split().count(GAP)
    return found.cost <= said * MOST_A_WORD and not (mistyped and marks_wrong and found.length < 3)


def _most_alone(typed: str, phrase: str) -> int:
    """Return what reading one word as a phrase may cost; more where neither can be a Vietnamese syllable."""
    if possible(typed) or possible(phrase):
        return 1
    return next((cost for length, cost in FOREIGN if len(typed) >= length), 1)


def _names_somebody(filler: Found[Meaning], words: Sequence[Word], at: int) -> bool:
    """Whether ``Dang`` was taken for ``đang``, though it has a capital, and others have their marks."""
    word = words[at]
    bare = filler.length == 1 and not word.marked and has_diacritics(filler.phrase)
    return bare and word.typed.istitle() and any(other.marked for other in words)
