"""What counts as the same word: with its marks (exact) or without (fold). Must not know what words mean."""

from __future__ import annotations

import re
import unicodedata

_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_COMBINING_MARKS = range(0x300, 0x370)
_WORD = re.compile(r"[^\W_]+")

# Two schools place the tone of an open oa, oe, uy differently: hoà and hòa, thuỷ and thủy.
# After q the u is no vowel: quý has one spelling only.
_MOVED_TONE = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize("NFC", first + tone + second)
    for first, second in ("oa", "oe", "uy")
    for tone in "\u0300\u0309\u0303\u0301\u0323"
}
_NEW_STYLE = re.compile(rf"(?<!q)({'|'.join(_MOVED_TONE)})(?!\w)")


def _folding() -> dict[int, str | None]:
    """Every marked Latin letter to its bare one, every loose mark to nothing."""
    bare = {letter: unicodedata.normalize("NFD", chr(letter))[0] for letter in _LATIN}
    return {**bare, **dict.fromkeys(_COMBINING_MARKS), ord("đ"): "d", ord("Đ"): "D"}


_FOLDING = _folding()


def fold(text: str) -> str:
    """``"Đường Hòa Bình"`` to ``"duong hoa binh"``: lower case, no mark, however the marks were encoded."""
    return unicodedata.normalize("NFC", text).lower().translate(_FOLDING)


def exact(text: str) -> str:
    """``"Hoà"`` to ``"hòa"``: lower case with every mark, in NFC and in one school of tone placement."""
    return _NEW_STYLE.sub(lambda found: _MOVED_TONE[found[0]], unicodedata.normalize("NFC", text.lower()))


def words(text: str) -> list[str]:
    """Runs of letters and digits, in NFC, as written: ``"Số 08/TP-LS."`` to ``["Số", "08", "TP", "LS"]``."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def has_diacritics(word: str) -> bool:
    """Whether anything would be lost by folding; the stroke of đ counts."""
    return fold(word) != unicodedata.normalize("NFC", word).lower()
