"""The five tone marks: which one a syllable bears, and on which of its vowels. Must not know what words mean.

Two schools place the tone of an open oa, oe, uy differently (hoà and hòa), and hands slip (qúy, đựơc). Here
stands the older school, in which most names are registered.
"""

from __future__ import annotations

import re
import unicodedata

TONES = HUYEN, HOI, NGA, SAC, NANG = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
VOWELS = "aăâeêioôơuưy"
_SHAPED = "ăâêôơư"

_TONED = {(vowel, tone): unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
_TONE_OF = {letter: tone for (_, tone), letter in _TONED.items()}
_TONELESS = str.maketrans({letter: vowel for (vowel, _), letter in _TONED.items()})
# The u of qu and the i of gi are consonants wherever another vowel follows.
_SYLLABLE = re.compile(
    rf"(?:qu(?=[{VOWELS}])|gi(?=[{VOWELS}])|[^{VOWELS}]*)([{VOWELS}]{{1,3}})([^{VOWELS}]*)"
)


def without_tone(word: str) -> str:
    """``"luật"`` to ``"luât"``: the shape of a vowel is kept. For small letters in NFC."""
    return word.translate(_TONELESS)


def tones(word: str) -> str:
    """Return the tone marks of ``word``, in order; a syllable has one or none. For small letters in NFC."""
    return "".join(_TONE_OF[letter] for letter in word if letter in _TONE_OF)


def with_tone(toneless: str, tone: str) -> str:
    """Return the syllable with its tone where the older school puts it; as it is where it has no vowel."""
    place = _place(toneless) if tone else None
    if place is None:
        return toneless
    return toneless[:place] + _TONED[toneless[place], tone] + toneless[place + 1 :]


def everywhere(toneless: str, tone: str) -> list[str]:
    """Return the syllable with its tone on each of its vowels in turn, right or wrong."""
    return [
        toneless[:place] + _TONED[vowel, tone] + toneless[place + 1 :]
        for place, vowel in enumerate(toneless)
        if vowel in VOWELS
    ]


def _place(toneless: str) -> int | None:
    """Return which letter bears the tone.

    A shaped vowel, of ươ the second; else of three the middle one, of two the first if they end the word.
    """
    syllable = _SYLLABLE.fullmatch(toneless)
    if not syllable:
        return None
    first, vowels, closed = syllable.start(1), syllable[1], bool(syllable[2])
    shaped = [place for place, vowel in enumerate(vowels) if vowel in _SHAPED]
    if shaped:
        return first + shaped[-1]
    return first + (1 if len(vowels) == 3 or (len(vowels) == 2 and closed) else 0)
