"""The order of a Vietnamese list, equal to ICU's `vi` collation. Must not know what is listed.

Letters decide first (a ă â b … e ê … y), over the whole text; then tones (ngang, huyền, hỏi, ngã, sắc,
nặng); then case, small before capital. A key is one string to compare by code point: a database column of
keys needs the C collation.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from app.vietnamese.spelling import placed

# Root order of CLDR for the marks found in names and addresses, then digits, then the Vietnamese alphabet.
_ORDER = " _-–—,;:!?.…'‘’\"“”«»()[]{}§@*/\\&#%°+=0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_FIRST = ord("!")  # below it stands the space, which ends each part of a key
_PLACE = {letter: chr(_FIRST + place) for place, letter in enumerate(_ORDER)}
_FOREIGN = "~"  # other letters follow z, by code point
_TONE = dict(zip("\u0300\u0309\u0303\u0301\u0323", "12345", strict=True))


@lru_cache(maxsize=4096)
def _weight(letter: str) -> tuple[str, str]:
    """(place in the alphabet, tone) of one small NFC letter. A foreign mark, as in ü, counts as a tone."""
    if letter.isspace():
        return _PLACE[" "], "!"
    decomposed = unicodedata.normalize("NFD", letter)
    base, marks = decomposed[0], decomposed[1:]
    shaped = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in _TONE))
    if shaped in _PLACE:
        return _PLACE[shaped], "".join(_TONE[mark] for mark in marks if mark in _TONE) + "!"
    if base in _PLACE:
        return _PLACE[base], "".join(_TONE.get(mark, mark) for mark in marks) + "!"
    return _FOREIGN + letter, "!"


def sort_key(text: str) -> str:
    """A string that sorts as ICU sorts `text`. Two texts share a key only if they are the same in NFC."""
    text = unicodedata.normalize("NFC", text)
    weights = [_weight(letter) for letter in text.lower()]
    letters = "".join(letter for letter, _ in weights)
    tones = "".join(tone for _, tone in weights)
    return f"{letters} {tones} {text.swapcase()}"


def name_key(full_name: str) -> str:
    """The order of a list of persons: all of the given name (the last word), then family and middle names.

    Hoà and Hòa are one given name, as are HÒA and Hòa.
    """
    *others, given = unicodedata.normalize("NFC", full_name).split() or [""]
    return f"{sort_key(placed(given))} {sort_key(' '.join(others))} {given}"
