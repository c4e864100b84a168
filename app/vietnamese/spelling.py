"""One spelling for each word that can be written in several, marks kept. Must not know what words mean.

Schools differ about the tone of oa, oe, uy (hoà, hòa) and about i (lí, lý); hands slip (qúy, đựơc).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.vietnamese.fold import whole
from app.vietnamese.syllable import FORMS
from app.vietnamese.tones import TONES, everywhere, with_tone

_LETTERS = re.compile(r"[^\W\d_]+")
# Elsewhere i and y make two names: Vi and Vy, Thi and Thy.
_I_FOR_Y = re.compile(r"(?<=^qu)i(?=[cnpt]|$)|(?<=^[hklmst])i$")


def _placing() -> Iterator[tuple[str, str]]:
    for form in FORMS:
        for tone in TONES:
            right = with_tone(form, tone)
            yield from ((written, right) for written in everywhere(form, tone) if written != right)


def _respelling() -> Iterator[tuple[str, str]]:
    for form in FORMS:
        with_y = _I_FOR_Y.sub("y", form)
        if with_y != form:
            yield form, with_y
            for tone in TONES:
                yield from ((written, with_tone(with_y, tone)) for written in everywhere(form, tone))


_PLACED = dict(_placing())
_EXACT = _PLACED | dict(_respelling())


def placed(text: str) -> str:
    """``"Hoà Lí"`` to ``"hòa lí"``: in small letters, each tone where one school puts it."""
    return _respelled(text, _PLACED)


def exact(text: str) -> str:
    """``"Hoà Lí"`` to ``"hòa lý"``: as placed, and y where schools differ: equal for one word."""
    return _respelled(text, _EXACT)


def _respelled(text: str, spelling: dict[str, str]) -> str:
    text = whole(text)
    if text.isalpha():
        return spelling.get(text, text)
    return _LETTERS.sub(lambda word: spelling.get(word[0], word[0]), text)
