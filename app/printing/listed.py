"""An official list as a document: one layout told once, typeset as PDF or written as DOCX."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from app.printing.typeset import pdf

NARROWEST, WIDEST = 8, 36
_BETWEEN_WORDS = re.compile(r"\s+(?![0-9])|(?<![0-9])\s+")
"""A space that a line may end at: the groups of a phone number stay together."""


@dataclass(frozen=True, slots=True)
class Part:
    """One table under its title; every cell is words."""

    title: str
    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def widths(self) -> list[int]:
        """Return how wide each column is beside the others."""
        return [_width([name, *cells]) for name, *cells in zip(self.columns, *self.rows, strict=True)]


@dataclass(frozen=True, slots=True)
class Listed:
    """The whole document: ``facts`` say which publication it shows, ``made`` is the moment of that."""

    heading: str
    department: str
    lead: Sequence[str]
    facts: Sequence[tuple[str, str]]
    parts: Sequence[Part]
    nothing: str
    terms: Sequence[str]
    foot: str
    made: datetime


def list_pdf(told: Listed) -> bytes:
    """Return the document as PDF."""
    parts = [{**asdict(part), "widths": part.widths} for part in told.parts]
    return pdf("listed.typ", {**asdict(told), "parts": parts, "made": told.made.isoformat()})


def _width(cells: Sequence[str]) -> int:
    """Return room for the longest word, and for a share of what the cells say on the average."""
    words = [len(word) for cell in cells for word in _BETWEEN_WORDS.split(cell)]
    usual = sum(map(len, cells)) // len(cells)
    return max(NARROWEST, min(WIDEST, max([usual, *words]) + 2))
