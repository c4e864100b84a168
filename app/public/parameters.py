"""The parameters of an address. Pages are patient with what they do not know; data is strict."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from flask import request

from app.faults import BadParameter
from app.search.query import MOST_LETTERS
from app.web.errors import wants_data
from app.web.language import _

Given = dict[str, str]

_PLANES = range(0, 0x110000, 0x10000)
_NEVER_IN_HTML = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{}]".format(
        "".join(chr(plane + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF))
    )
)
"""What no page may hold, even escaped: controls and what is no character."""


def read(*known: str) -> Given:
    """Return those of ``known`` that were given, in that order.

    A page ignores unknown and empty ones and takes the first of several. Data raises BadParameter for unknown
    and for repeated ones.
    """
    if not wants_data():
        return {name: text for name in known if (text := _shown(request.args.get(name, "")))}
    for name, texts in request.args.lists():
        if name not in known:
            usable = ", ".join(known) or _("không tham số nào")
            raise BadParameter(name, _("Không có tham số này; có thể dùng: %(usable)s.", usable=usable))
        if len(texts) > 1:
            raise BadParameter(name, _("Tham số này chỉ được ghi một lần."))
    return {name: _shown(request.args[name]) for name in known if name in request.args}


def for_links(given: Mapping[str, str]) -> Given:
    """Return ``given`` with no more letters than are looked at: every link of the page carries them along."""
    return {name: text[:MOST_LETTERS] for name, text in given.items()}


def whole_number(given: Given, name: str, default: int, most: int, least: int = 1) -> int:
    """Return the number from ``least`` to ``most`` in ``given``, or ``default``. Raises BadParameter."""
    text = given.get(name)
    if text is None:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
        raise BadParameter(name, _("Cần một số nguyên từ %(least)s đến %(most)s.", least=least, most=most))
    return int(text)


def among(given: Given, name: str, codes: Collection[str]) -> str | None:
    """Return the code in ``given``, or None. Raises BadParameter unless it is one of ``codes``."""
    code = given.get(name)
    if code is not None and code not in codes:
        raise BadParameter(name, _("Cần một trong: %(codes)s.", codes=", ".join(codes)))
    return code


def _shown(text: str) -> str:
    """Return ``text`` as a page can show it back."""
    return _NEVER_IN_HTML.sub(" ", text)
