"""A word that was left as it was keyed, in Telex or VNI, read as the syllable that was meant. Knows no word.

Telex: aa ee oo dd for â ê ô đ, w for ă ơ ư (once for ươ), s f r x j for the tones, z for none. VNI: 6 for the
hat, 7 the horn, 8 the breve, 9 the stroke, 1 to 5 for the tones, 0 for none. So say the manuals of the
keyboard programs (VNI, UniKey); they take these keys in any order once the letter stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from app.vietnamese.fold import whole
from app.vietnamese.spelling import placed
from app.vietnamese.syllable import FORMS, tones_of
from app.vietnamese.tones import HOI, HUYEN, NANG, NGA, SAC, with_tone

_DIGITS = {SAC: "1", HUYEN: "2", HOI: "3", NGA: "4", NANG: "5", "\u0302": "6", "\u031b": "7", "\u0306": "8"}
_TONES = dict(zip("123450", (SAC, HUYEN, HOI, NGA, NANG, ""), strict=True))
_TELEX_TONES = str.maketrans("sfrxjz", "123450")
_DIGIT = frozenset("0123456789")
_LETTERS = re.compile(r"([^aeiouyw]*)([aeiouyw][a-z]*)")


def unfinished(word: str) -> tuple[str, ...]:
    """``"luaatj"`` and ``"lua6t5"`` to ``("luật",)``: what a word may mean if its keys were never read.

    None where it has no such keys or gives no possible syllable. A stopped syllable without its tone may have
    either: ``"luaat"`` gives ``("luất", "luật")``. A foreign word (``"max"``) can look keyed: ask only about
    words not known otherwise.
    """
    letters, digits = _parted("".join(map(_keys_of, whole(word))))
    found = _LETTERS.fullmatch(letters) if letters.isascii() else None
    if not found:
        return ()
    readings = (_readings(*keyed) for keyed in _as_vni(found[1], found[2], digits))
    return tuple(reading for reading in next(filter(None, readings), ()) if reading != placed(word))


def _keys_of(letter: str) -> str:
    """``"ậ"`` as VNI keys it, ``"a65"``: a word that was read by half is taken apart again."""
    if letter == "đ":
        return "d9"
    return "".join(_DIGITS.get(part, part) for part in unicodedata.normalize("NFD", letter))


def _as_vni(onset: str, rest: str, digits: str) -> Iterator[tuple[str, str]]:
    """Yield the letters, without the keys of Telex among them, and the keys as VNI has them.

    Likeliest first: ``oo`` is ô before it is the oo of soóc or the two of ngoào.
    """
    if onset.startswith("d") and "d" in onset[1:] + rest:
        onset, rest, digits = "d", rest.replace("d", ""), digits + "9"
    if "w" in rest:
        before, after = rest.split("w", 1)
        u = "" if set(before) & set("aou") else "u"
        rest, digits = before + u + after.replace("w", ""), digits + "7"
    rest, tones = _parted(rest.translate(_TELEX_TONES))
    digits += tones
    for vowel in "aeo":
        if rest.count(vowel) > 1:
            before, after = rest.rsplit(vowel, 1)
            yield onset + before + after, digits + "6"
    yield onset + rest, digits


def _readings(letters: str, digits: str) -> list[str]:
    form = _FORM_OF.get(_shape(letters, digits)) if digits else None
    if not form:
        return []
    tone = next((_TONES[key] for key in reversed(digits) if key in _TONES), "")
    possible = tones_of(form)
    wanted = possible if not tone and "" not in possible else (tone,)
    return [with_tone(form, each) for each in wanted if each in possible]


def _parted(keys: str) -> tuple[str, str]:
    """``"lua6t5"`` to ``("luat", "65")``."""
    return "".join(key for key in keys if key not in _DIGIT), "".join(key for key in keys if key in _DIGIT)


def _shape(letters: str, digits: str) -> str:
    """Return the letters and their marks; which of them bears one, and horn or breve, goes without saying."""
    return letters + "".join(sorted({*digits.replace("8", "7")} & {"6", "7", "9"}))


_FORM_OF = {_shape(*_parted("".join(map(_keys_of, form)))): form for form in FORMS}
