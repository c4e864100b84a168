"""Words that searches fail on, counted so that clerks can teach them to the vocabulary. Never who.

Single words and pairs, in memory; written down only once a word was used ten times and on three days. Nothing
of a query that touches danger, HIV or a person's name is counted at all.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Lock

from app.vietnamese import fold

TIMES, DAYS = 10, 3
MOST_COUNTED = 5000
"""Words in memory; when there are more, those counted least are forgotten."""
LONGEST = 24

FILE = "weak-words.tsv"


class WeakWords:
    """The counts of one process; what has been counted often enough is written to `FILE` in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._counts: dict[str, Counter[date]] = {}
        self._kept: set[str] = set()
        self._lock = Lock()

    def note(self, failed: Sequence[str], day: date) -> None:
        """Count words that found nothing, in the order in which they were typed."""
        with self._lock:
            for words in _singles_and_pairs(failed):
                days = self._counts.setdefault(words, Counter())
                days[day] += 1
                if days.total() >= TIMES and len(days) >= DAYS and words not in self._kept:
                    self._kept.add(words)
                    self._write(words)
            if len(self._counts) > MOST_COUNTED:
                self._forget()

    def _write(self, words: str) -> None:
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            file.write(f"{words}\n")

    def _forget(self) -> None:
        often = sorted(self._counts, key=lambda words: self._counts[words].total(), reverse=True)
        self._counts = {words: self._counts[words] for words in often[: MOST_COUNTED // 2]}


def read(folder: Path) -> list[str]:
    """Return the words written down, each once, in order: several processes may have written one."""
    try:
        return sorted(set((folder / FILE).read_text(encoding="utf-8").split("\n")) - {""})
    except FileNotFoundError:
        return []


def _singles_and_pairs(failed: Iterable[str]) -> Iterator[str]:
    words = [fold(word) for word in failed]
    usable = [word if word.isalpha() and len(word) <= LONGEST else "" for word in words]
    yield from filter(None, usable)
    yield from (f"{one} {other}" for one, other in pairwise(usable) if one and other)
