"""Whether somebody meant what was found in their words: anything could be a slip of the finger. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.search.alike import SLIP, SOUND, TWO_SLIPS
from app.search.meaning import Meaning
from app.search.phrases import MOST_A_WORD, Found
from app.search.query import Word
from app.vietnamese import has_diacritics, only_lacks_marks, possible

MARKS_EACH = 50
"""Every likeness costs a multiple of this, each word with other marks one more."""
FOREIGN = (8, TWO_SLIPS), (5, SLIP)
"""Letters from which on a foreign word may cost so much alone."""


def is_likely(found: Found[Meaning], words: Sequence[Word], at: int) -> bool:
    """Return whether what was ``found`` at a word is meant there, given the words around it."""
    affordable = _affordable(found, words[at].exact[1:])
    return affordable and not (found.means.filler and _names_somebody(found, words, at))


def _affordable(found: Found[Meaning], first: str) -> bool:
    """Whether what was typed may well be this.

    A mistyped word is not taken for one that says nothing, nor two words for two others.
    """
    if found.means.filler or found.length == 1:
        return found.cost == 0 or (not found.means.filler and _affordable_alone(first, found))
    mistyped = found.cost >= SOUND
    marks_wrong = found.cost % MARKS_EACH
    return found.cost <= found.said * MOST_A_WORD and not (mistyped and marks_wrong and found.length < 3)


def _affordable_alone(typed: str, found: Found[Meaning]) -> bool:
    """Whether one word may be this: mistyped it could be anything, unless neither can be Vietnamese."""
    if found.cost < SOUND:
        return only_lacks_marks(typed, found.phrase)
    most = next((cost for length, cost in FOREIGN if len(typed) >= length), 0)
    return found.cost <= most and not (possible(typed) or possible(found.phrase))


def _names_somebody(filler: Found[Meaning], words: Sequence[Word], at: int) -> bool:
    """Whether ``Dang`` was taken for ``đang``, though it has a capital, and others have their marks."""
    word = words[at]
    bare = filler.length == 1 and not word.marked and has_diacritics(filler.phrase)
    return bare and word.typed.istitle() and any(other.marked for other in words)
