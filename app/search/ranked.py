"""Listings in the order of an answer, worked out only as far as somebody reads. Knows no rule of order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import overload

from app.catalogue.version import Version


class Ranked(Sequence[Version]):
    """``length`` listings; ``order`` yields their positions in ``versions``, best first, and is read once."""

    def __init__(self, versions: Sequence[Version], length: int, order: Iterator[int]) -> None:
        self._versions = versions
        self._length = length
        self._order = order
        self._known: list[int] = []

    @property
    def best(self) -> int | None:
        """The position of the first."""
        return next(self._positions(), None)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._length

    def __iter__(self) -> Iterator[Version]:
        """Yield them, best first."""
        return (self._versions[at] for at in self._positions())

    def _positions(self) -> Iterator[int]:
        for rank in count():
            if rank == len(self._known):
                self._known += islice(self._order, 1)
            if rank == len(self._known):
                return
            yield self._known[rank]

    @overload
    def __getitem__(self, at: int) -> Version: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Version, ...]: ...
    def __getitem__(self, at: int | slice) -> Version | tuple[Version, ...]:
        """Return one, or a run, without working out what comes after."""
        if isinstance(at, int):
            start = at if at >= 0 else at + self._length
            found = tuple(islice(self, start, start + 1)) if start >= 0 else ()
            if not found:
                raise IndexError(at)
            return found[0]
        start, stop, step = at.indices(self._length)
        return tuple(islice(self, start, stop, step))
