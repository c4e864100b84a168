"""Listings in the order of an answer, worked out only as far as somebody reads. Knows no rule of order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import overload

from app.catalogue.version import Version


class Ranked(Sequence[Version]):
    """``count`` listings; ``order`` yields their positions in ``versions``, best first."""

    def __init__(self, versions: Sequence[Version], count: int, order: Callable[[], Iterator[int]]) -> None:
        self._versions = versions
        self._count = count
        self._order = order

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[Version]:
        """Yield them, best first."""
        return (self._versions[at] for at in self._order())

    @overload
    def __getitem__(self, at: int) -> Version: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Version, ...]: ...
    def __getitem__(self, at: int | slice) -> Version | tuple[Version, ...]:
        """Return one, or a run, without working out what comes after."""
        if isinstance(at, int):
            start = at if at >= 0 else at + self._count
            found = tuple(islice(self, start, start + 1)) if start >= 0 else ()
            if not found:
                raise IndexError(at)
            return found[0]
        start, stop, step = at.indices(self._count)
        return tuple(islice(self, start, stop, step))
