"""The Ministry's number for the whole country: for who lives, or has a case, outside the province."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.guidance.reading import read


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number as printed, whose it is, when it answers, and where that was read."""

    shown: str
    name: str
    hours: str
    source: str

    @property
    def href(self) -> str:
        """What a phone calls."""
        return f"tel:{self.shown.replace('.', '')}"


@cache
def national() -> Hotline:
    """Return the national hotline."""
    return Hotline(**read("hotline.toml"))
