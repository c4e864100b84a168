"""Keys that are equal for syllables which ears confuse. Must not know what words mean.

In the north s and x, ch and tr, d, gi and r, l and n; everywhere hỏi and ngã, and what only rules of spelling
tell apart (c k q, g gh, ng ngh, i y); in the south, for the loose key, final n, ng and nh, final t, c and ch,
iê and i, uô and u, v and d. After Hoàng Thị Châu, Phương ngữ học tiếng Việt.
"""

from __future__ import annotations

import re

from app.vietnamese.fold import fold, whole
from app.vietnamese.tones import HOI, NGA, tones, without_tone

# In gia and gieo the i is part of the onset; in gì, gìn, giêng it is a vowel as well.
_ONSET = re.compile(r"qu|gi(?=[aăâeêoôơuư])(?![eê](?:ng|c|t)$)|[^aăâeêioôơuưy]*")
_HEARD = {
    "c": "k", "q": "k", "qu": "ku", "gh": "g", "ngh": "ng",
    "x": "s", "tr": "ch", "gi": "d", "r": "d", "l": "n",
}  # fmt: skip
_IN_THE_SOUTH = (
    (re.compile(r"^v"), "d"),
    (re.compile(r"(?:ng|nh)$"), "n"),
    (re.compile(r"(?:ch|c)$"), "t"),
    (re.compile(r"uo?u$"), "iu"),
    (re.compile(r"(?<=i)e(?=[mpu]$)|(?<=u)o(?=[im]$)"), ""),
)


def sound(word: str) -> str:
    """``"truong"`` and ``"chuong"`` to ``"chuong"``: how a syllable sounds, its marks left out, đ as d."""
    return _heard(fold(word))


def toned_sound(word: str) -> str:
    """Return how a syllable with its marks sounds: ``"sửa"`` and ``"xữa"`` are one, ``"xưa"`` is another."""
    word = whole(word)
    return _heard(without_tone(word)) + tones(word).replace(HOI, NGA)


def loose_sound(word: str) -> str:
    """Return how a syllable sounds where finals fall together too: ``"luat"`` is ``"luac"``."""
    heard = sound(word)
    for written, meant in _IN_THE_SOUTH:
        heard = written.sub(meant, heard)
    return heard


def _heard(word: str) -> str:
    found = _ONSET.match(word)
    onset = found[0] if found else ""
    rime = word[len(onset) :]
    if onset == "g" and rime.startswith("i"):
        onset = "gi"
    return _HEARD.get(onset, onset) + ("i" + rime[1:] if rime.startswith("y") else rime)
