"""Spaces that a finger missed: a letter struck for one, or one struck a letter early or late. Pure."""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST = 2
"""Letters that a word has at least: any letter alone could be cut off from another word."""
_BESIDE_THE_SPACE_BAR = frozenset("xcvbnm")


def struck_for(run: str) -> Iterator[tuple[str, str]]:
    """``"dongnvan"`` to ``("dong", "van")``: yield both sides of each letter that may stand for a space."""
    for at in range(SHORTEST, len(run) - SHORTEST):
        if run[at] in _BESIDE_THE_SPACE_BAR:
            yield run[:at], run[at + 1 :]


def moved(first: str, second: str) -> Iterator[tuple[str, str]]:
    """``"nó", "itiếng"`` to ``("nói", "tiếng")``: yield both with the space a letter on, and a letter back.

    Yield nothing where either is no word: numbers are grouped as anybody likes.
    """
    if not (first + second).isalpha():
        return
    if len(second) > SHORTEST:
        yield first + second[0], second[1:]
    if len(first) > SHORTEST:
        yield first[:-1], first[-1] + second
