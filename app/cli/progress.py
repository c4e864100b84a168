"""A progress bar on a terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def progress(steps: Iterable[T], words: str, total: int) -> Iterator[T]:
    """Yield ``steps``, showing how many of ``total`` are done, if standard error is a terminal."""
    terminal = Console(stderr=True)
    yield from track(
        steps, words, total=total, console=terminal, transient=True, disable=not sys.stderr.isatty()
    )
