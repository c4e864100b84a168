"""Text keyed for the fonts of before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times). Knows no file.

Such text is Latin letters which only the font showed as Vietnamese (``Céng hßa``, ``Coäng hoøa``).
TCVN3 is the third set of TCVN 5712:1993, also called ABC; VNI is its maker's set for Windows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from app.vietnamese.syllable import possible
from app.vietnamese.tones import HOI, HUYEN, NANG, NGA, SAC

# The codes from 0xA1 on; a space where the set has no letter.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ"
FROM_TCVN3 = {code: letter for code, letter in enumerate(_TCVN3, 0xA1) if letter != " "}

# VNI writes most marks as a letter of their own after the vowel.
_HAT, _BREVE = "\u0302", "\u0306"
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_TONES = {"ø": HUYEN, "û": HOI, "õ": NGA, "ù": SAC, "ï": NANG}
_VNI_HATS = {"â": "", "à": HUYEN, "å": HOI, "ã": NGA, "á": SAC, "ä": NANG}
_VNI_BREVES = {"ê": "", "è": HUYEN, "ú": HOI, "ü": NGA, "é": SAC, "ë": NANG}


def _from_vni() -> dict[str, str]:
    """Every small letter of VNI, of one or two codes, and what it stands for."""
    marked = {vowel + mark: vowel + tone for vowel in "aeouy" for mark, tone in _VNI_TONES.items()}
    horned = {vowel + mark: _VNI_ALONE[vowel] + tone for vowel in "ôö" for mark, tone in _VNI_TONES.items()}
    hatted = {vowel + mark: vowel + _HAT + tone for vowel in "aeo" for mark, tone in _VNI_HATS.items()}
    breves = {"a" + mark: "a" + _BREVE + tone for mark, tone in _VNI_BREVES.items()}
    every = _VNI_ALONE | marked | horned | hatted | breves
    return {written: unicodedata.normalize("NFC", letter) for written, letter in every.items()}


FROM_VNI = _from_vni()
_VNI_LETTER = re.compile("|".join(sorted(FROM_VNI, key=len, reverse=True)), re.IGNORECASE)

_MOST = 0.8
_MARKED = re.compile("(?=.*[A-Za-z]).*[\u00a1-\u00fe]")
_UNICODE_ONLY = re.compile("[\u0100-\u024f\u1ea0-\u1eff\u0300-\u036f]")
_BETWEEN_WORDS = re.compile(r"[\s\d!-/:-@\[-`{-~‐-‧]+")
_KEYED_CAPITAL = re.compile("[A-Z]{2}|[A-Z][^A-Za-z ][A-Z]")


def decode_tcvn3(text: str) -> str:
    """Return ``"Céng hßa"`` as ``"Cộng hòa"``.

    The set has no capitals with tones, which had a font of their own: a text keyed in capitals is all so.
    """
    decoded = text.translate(FROM_TCVN3)
    in_capitals = _KEYED_CAPITAL.search(text) and not re.search("[a-z]", text)
    return decoded.upper() if in_capitals else decoded


def decode_vni(text: str) -> str:
    """``"Coäng hoøa"`` to ``"Cộng hòa"``; a letter is capital if its first code is."""
    return _VNI_LETTER.sub(_vni_letter, text)


DECODERS: dict[str, Callable[[str], str]] = {"TCVN3": decode_tcvn3, "VNI": decode_vni}


def suspect(text: str) -> str | None:
    """Name the encoding (a key of `DECODERS`) that ``text`` seems to be in; None where it reads as it stands.

    Most of its marked words must become possible syllables, and more of them than are so now. A short word
    may be one in both (``hé``, ``hộ``): where a column has one encoding, ask about the column, not the cell.
    """
    marked = [word for word in _BETWEEN_WORDS.split(text) if _MARKED.search(word)]
    if not marked or _UNICODE_ONLY.search(text):
        return None
    readable = {name: sum(map(_reads, map(decode, marked))) for name, decode in DECODERS.items()}
    likeliest = max(readable, key=lambda name: readable[name])
    enough = max(_MOST * len(marked), sum(map(_reads, marked)) + 1)
    return likeliest if readable[likeliest] >= enough else None


def _reads(word: str) -> bool:
    """Whether ``word`` is a possible syllable in plain letters, without signs that only look like some."""
    return word.isalpha() and unicodedata.is_normalized("NFKC", word) and possible(word)


def _vni_letter(found: re.Match[str]) -> str:
    letter = FROM_VNI[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter
