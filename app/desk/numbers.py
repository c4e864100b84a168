"""Numbers as browsers send them: of rows, entries and pages. What no table can hold is no number."""

from __future__ import annotations

from collections.abc import Iterable

LARGEST = 2**31 - 1
"""What a column of whole numbers holds on every database."""


def number(text: str) -> int | None:
    """Return the number that ``text`` writes in plain digits, or None."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST))):
        return None
    return int(text) if int(text) <= LARGEST else None


def numbers(texts: Iterable[str]) -> list[int]:
    """Return the numbers among ``texts``, in order."""
    return [found for found in map(number, texts) if found is not None]
