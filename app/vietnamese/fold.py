"""The letters of a text, and these without their marks. Must not know how words are spelled.

Encodings are made one first, by Unicode's NFKC (UAX 15): loose marks, full-width letters, ligatures.
"""

from __future__ import annotations

import re
import unicodedata

_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_COMBINING_MARKS = range(0x300, 0x370)
_WORD = re.compile(r"[^\W_]+")

# Đ is often typed as an Icelandic or African letter that looks the same; soft hyphens and joiners are unseen.
_SEEN = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"} | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def _folding() -> dict[int, str | None]:
    """Every marked Latin letter to its bare one, every loose mark to nothing."""
    bare = {letter: unicodedata.normalize("NFD", chr(letter))[0] for letter in _LATIN}
    return {**bare, **dict.fromkeys(_COMBINING_MARKS), ord("đ"): "d", ord("Đ"): "D"}


_FOLDING = _folding()


def whole(text: str) -> str:
    """``text`` in small letters with every mark, in one encoding: what to look at letter by letter."""
    return text.lower() if text.isascii() else _composed(text).lower()


def fold(text: str) -> str:
    """``"Đường Hòa Bình"`` to ``"duong hoa binh"``: lower case, no mark, however the marks were encoded."""
    return text.lower() if text.isascii() else _composed(text).lower().translate(_FOLDING)


def words(text: str) -> list[str]:
    """Runs of letters and digits, composed: ``"Số 08/TP-LS."`` to ``["Số", "08", "TP", "LS"]``."""
    return _WORD.findall(_composed(text))


def has_diacritics(word: str) -> bool:
    """Whether anything would be lost by folding; the stroke of đ counts."""
    return fold(word) != whole(word)


def only_lacks_marks(word: str, other: str) -> bool:
    """Whether ``word`` is ``other``, some marks not typed: ``"đât"`` may be ``"đất"``, ``"nó"`` no ``"nợ"``.

    Both have the same letters once folded.
    """
    return all(few <= many for few, many in zip(_marks(word), _marks(other), strict=False))


def _marks(word: str) -> list[frozenset[str]]:
    """Return what each letter of ``word`` bears; đ is a d with a stroke."""
    parts = (unicodedata.normalize("NFD", letter) for letter in whole(word))
    return [frozenset(part) if part == "đ" else frozenset(part[1:]) for part in parts]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_SEEN)
