"""Which communes are known to hold no specially difficult hamlet on a day (Luật TGPL Đ7 k4). Pure.

Of all others nothing is known here: whoever asks is told to call, never that an area is not one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from app.guidance.reading import read


@dataclass(frozen=True, slots=True)
class Finding:
    """What one decision says of whole communes, and for how long."""

    province: str
    decided: date
    first: date
    last: date
    none: frozenset[str]
    source: str


def without(code: str, province: str, day: date) -> Finding | None:
    """Return the finding that this commune holds no such hamlet on ``day``; None where that is not known."""
    finding = _finding()
    known = finding.province == province and finding.first <= day <= finding.last
    return finding if known and code in finding.none else None


@cache
def _finding() -> Finding:
    told = read("difficulty.toml")
    return Finding(**{**told, "none": frozenset(told["none"])})
