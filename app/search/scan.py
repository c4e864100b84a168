"""Searching without an index: the terms of a register's own documents, in memory. Slow to begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.catalogue.register import Register
from app.search.words import terms


class Scan:
    """The postings of one register, read from its documents."""

    def __init__(self, register: Register) -> None:
        self._entries: dict[tuple[str, str], list[int]] = defaultdict(list)
        for version in register.versions.values():
            for group, found in terms(version.kind, version.document).items():
                for term in found:
                    self._entries[group, term].append(version.entry)

    def entries(self, group: str, term: str) -> Iterable[int]:
        """Return the entries in whose ``group`` of fields ``term`` stands."""
        return self._entries.get((group, term), ())

    def lexicon(self, group: str) -> list[str]:
        """Return every term of ``group`` in order."""
        return sorted(term for its_group, term in self._entries if its_group == group)
