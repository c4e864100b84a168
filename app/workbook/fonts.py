"""Cells keyed for a font of before Unicode, judged with the whole column. Knows no field and no label."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from app.vietnamese import DECODERS, possible, suspect
from app.workbook.sheets import RawCell

_SAMPLE = 200
_MARKED = re.compile("[\u00a1-\u00fe\u0100-\u024f\u0300-\u036f\u1ea0-\u1eff]")
_UNICODE = re.compile("[\u0100-\u024f\u0300-\u036f\u1ea0-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile("[ÑÄÅÆÇËÏÎÖØÜÞß]")
_LONGEST_ABBREVIATION = 5
_ABBREVIATIONS = {"TCVN3": re.compile(r"\b[QNHB]§"), "VNI": re.compile(r"\b[QNHB]Ñ")}
"""What the Đ of QĐ, NĐ, HĐ and BĐ looks like: no syllable, and in the number of every decision."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """What a cell says if it was keyed in ``encoding``; where not ``sure``, it may be right as it stands."""

    text: str
    encoding: str
    sure: bool


def keyed(rows: Iterable[tuple[int, list[RawCell]]]) -> dict[tuple[int, int], Keyed]:
    """Return by row and column the cells that are, or may be, no Unicode."""
    columns: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, cells in rows:
        for cell in cells:
            if cell.type == "s" and _may_be_keyed(cell.value):
                columns[cell.column].append((number, cell.value))
    verdicts = {column: _verdict(said) for column, said in columns.items()}
    commonest = Counter(filter(None, verdicts.values())).most_common(1)
    of_sheet = commonest[0][0] if commonest else None
    return {
        (number, column): found
        for column, said in columns.items()
        for number, text in said
        if (found := _keyed(text, verdicts[column], of_sheet))
    }


def named_as(text: str, known: Iterable[str]) -> str | None:
    """Return which of ``known`` names ``text`` is, once it is read as keyed for an old font."""
    names = frozenset(known)
    read = (" ".join(decode(text).split()) for decode in DECODERS.values())
    return next((one for one in read if one in names), None)


def _may_be_keyed(text: str) -> bool:
    return not text.isascii() and bool(_MARKED.search(text)) and not _UNICODE.search(text)


def _verdict(said: list[tuple[int, str]]) -> str | None:
    return _judged(" ".join(text for _, text in said[:_SAMPLE]))


def _keyed(text: str, of_column: str | None, of_sheet: str | None) -> Keyed | None:
    own = _judged(text)
    encoding = of_column or own or of_sheet
    if encoding is None or (decoded := DECODERS[encoding](text)) == text:
        return None
    reads = _reads(decoded)
    if own == encoding or (reads and (of_column or not _reads(text))):
        return Keyed(decoded, encoding, sure=True)
    return Keyed(decoded, encoding, sure=False) if of_column or reads else None


def _judged(text: str) -> str | None:
    return next((name for name, sign in _ABBREVIATIONS.items() if sign.search(text)), None) or suspect(text)


def _reads(text: str) -> bool:
    """Whether every mark stands in a possible syllable or an abbreviation such as QĐ."""
    return not _MARKED.search(_WORD.sub(_unless_it_reads, text))


def _unless_it_reads(word: re.Match[str]) -> str:
    short = len(word[0]) <= _LONGEST_ABBREVIATION and word[0].isupper() and not _FOREIGN.search(word[0])
    return "" if short or possible(word[0]) else word[0]
