"""Marking, in a text, the words that were looked for; marks and case of letters do not matter. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from app.vietnamese import fold


def marked(text: str, words: Iterable[str]) -> Markup:
    """Return ``text``, escaped, with ``<mark>`` around each of ``words``."""
    sought = {fold(word) for word in words}
    pieces = re.split(r"(\w+)", text)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if fold(piece) in sought else escape(piece)
        for piece in pieces
    )
