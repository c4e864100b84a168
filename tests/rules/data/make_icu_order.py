"""Writes icu-order.txt: made-up Vietnamese texts in ICU's order. Needs PyICU; run by hand (see README.md)."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import icu  # type: ignore[import-not-found,unused-ignore]

from app.vietnamese import fold

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
ONSETS = ("", "b", "ch", "d", "đ", "gi", "h", "kh", "l", "m", "ng", "nh", "ph", "qu", "s", "th", "tr", "x")
RHYMES = ("a", "ai", "an", "ăn", "âu", "e", "ê", "i", "iên", "oa", "ô", "ông", "ơ", "u", "uy", "ương")
OFFICES = ("Trung tâm", "Chi nhánh số 1 -", "Chi nhánh số 10 -", "Văn phòng luật sư", "VPLS", "Đoàn (cũ)")
ENDINGS = ("", "", ", Lạng Sơn", " & Cộng sự", "/2", ".")

chance = random.Random(20)


def syllable() -> str:
    onset, rhyme, tone = chance.choice(ONSETS), chance.choice(RHYMES), chance.choice(TONES)
    vowel = max(place for place, letter in enumerate(rhyme) if fold(letter) in "aeiouy")
    if rhyme in ("ai", "âu", "oa", "uy"):
        vowel = chance.choice((0, 1)) if rhyme in ("oa", "uy") else 0
    return unicodedata.normalize("NFC", onset + rhyme[: vowel + 1] + tone + rhyme[vowel + 1 :])


def words() -> Iterator[str]:
    yield from ("ma" + tone for tone in TONES)
    yield from (letter + tone for letter, tone in product("aăâeêioôơuưy", TONES))
    while True:
        word = syllable()
        yield chance.choice((word, word, word.capitalize(), word.upper()))


def names() -> Iterator[str]:
    while True:
        yield " ".join(syllable().capitalize() for _ in range(chance.choice((2, 3, 3, 4))))


def offices() -> Iterator[str]:
    while True:
        place = " ".join(syllable().capitalize() for _ in range(2))
        yield f"{chance.choice(OFFICES)} {place}{chance.choice(ENDINGS)}"


def distinct(texts: Iterator[str], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[unicodedata.normalize("NFC", next(texts))] = None
    return list(found)


def main() -> None:
    collator = icu.Collator.createInstance(icu.Locale("vi"))
    blocks = {"words": (words(), 600), "names": (names(), 100), "offices": (offices(), 100)}
    target = Path(__file__).with_name("icu-order.txt")
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for title, (texts, count) in blocks.items():
            out.write(f"# {title}\n")
            out.writelines(f"{text}\n" for text in sorted(distinct(texts, count), key=collator.getSortKey))


if __name__ == "__main__":
    main()
