"""What happens to words between a head and a search box: keyboards, haste, sounds that are spoken alike.

Every function is pure: the same lot draws the same text on every machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from app.vietnamese import fold

Mangler = Callable[[Random, str], str]

_TONES = {
    "\u0301": ("s", "1"),
    "\u0300": ("f", "2"),
    "\u0309": ("r", "3"),
    "\u0303": ("x", "4"),
    "\u0323": ("j", "5"),
}
_SHAPES = {"\u0302": ("", "6"), "\u031b": ("w", "7"), "\u0306": ("w", "8")}
_KEYS = "abcdeghiklmnopqrstuvxy"
_ALIKE = (("s", "x"), ("ch", "tr"), ("d", "gi"), ("gi", "r"), ("l", "n"), ("i", "y"))


def bare(_lot: Random, text: str) -> str:
    """``Đường Hòa`` to ``duong hoa``."""
    return fold(text)


def loud(_lot: Random, text: str) -> str:
    """In capitals."""
    return text.upper()


def decomposed(_lot: Random, text: str) -> str:
    """In NFD, as some systems send it."""
    return unicodedata.normalize("NFD", text)


def joined(_lot: Random, text: str) -> str:
    """Without spaces or marks."""
    return fold(text).replace(" ", "")


def telex(_lot: Random, text: str) -> str:
    """``luật`` to ``luaatj``: the keys of Telex, never turned into letters."""
    return " ".join(_keyed(word, 0) for word in text.split())


def vni(_lot: Random, text: str) -> str:
    """``luật`` to ``luat65``: the keys of VNI, never turned into letters."""
    return " ".join(_keyed(word, 1) for word in text.split())


def mistyped(lot: Random, text: str) -> str:
    """One letter wrong, missing, doubled, too many, or two in the wrong order."""
    if len(text) < 4:
        return text
    at = lot.randrange(1, len(text) - 1)
    before, letter, after = text[:at], text[at], text[at + 1 :]
    swapped = after[:1] + letter + after[1:]
    return before + lot.choice((lot.choice(_KEYS) + after, after, letter * 2 + after, swapped))


def misspelt(lot: Random, text: str) -> str:
    """One sound written as another that is spoken alike."""
    right, wrong = lot.choice(_ALIKE)
    return text.replace(right, wrong, 1)


def shuffled(lot: Random, text: str) -> str:
    """Some of the words, in any order."""
    words = text.split()
    lot.shuffle(words)
    return " ".join(words[: lot.randrange(1, len(words) + 1)]) if words else text


MANGLERS: tuple[Mangler, ...] = (
    bare, loud, decomposed, joined, telex, vni, mistyped, misspelt, shuffled,
)  # fmt: skip


def _keyed(word: str, method: int) -> str:
    """Return the keys of ``word``, that of its tone last."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in _TONES:
            tone = _TONES[letter][method]
        elif letter in _SHAPES:
            keys += _SHAPES[letter][method] or keys[-1]
        else:
            keys += {"đ": ("dd", "d9"), "Đ": ("DD", "D9")}.get(letter, (letter, letter))[method]
    return keys + tone
