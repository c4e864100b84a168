"""What whoever is entitled may ask and must do, and how to ask for help, in short plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.guidance.reading import read


@dataclass(frozen=True, slots=True)
class Rights:
    """``rights`` and ``duties`` (Đ8, Đ9), the ``steps`` of asking (Đ29-Đ31), ``basis`` of a notice."""

    rights: tuple[str, ...]
    duties: tuple[str, ...]
    steps: tuple[str, ...]
    basis: str


@cache
def rights() -> Rights:
    """Return the law as it stands in the data."""
    told = read("rights.toml")
    return Rights(
        rights=tuple(told["rights"]),
        duties=tuple(told["duties"]),
        steps=tuple(told["steps"]),
        basis=told["basis"],
    )
