"""A publication as a whole: what was accepted before it and what would be after. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.canonical import Document
from app.kinds import Kind


class Held(NamedTuple):
    """An accepted document and its kind."""

    kind: Kind
    document: Document

    @property
    def ended(self) -> bool:
        """Whether it has ended."""
        return bool(self.document.get("status") == "ended")


@dataclass(frozen=True)
class Batch:
    """Accepted documents by id; a new one may have ``@`` and a position, a withdrawn one is absent after.

    ``corrected`` are the ids whose change is a correction: what they say was always so.
    """

    before: Mapping[str, Held]
    after: Mapping[str, Held]
    corrected: frozenset[str] = frozenset()

    @cached_property
    def touched(self) -> frozenset[str]:
        """The ids that the publication lists, changes or withdraws."""
        ids = self.before.keys() | self.after.keys()
        return frozenset(one for one in ids if self.before.get(one) != self.after.get(one))

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The ids that the publication withdraws."""
        return frozenset(self.before.keys() - self.after.keys())

    def changes(self, *kinds: str) -> Iterator[tuple[str, Document, Document]]:
        """Yield (id, before, after) of each listing of ``kinds`` that changes other than by correction."""
        for listing_id in sorted(self.touched - self.corrected):
            before, after = self.before.get(listing_id), self.after.get(listing_id)
            if before and after and after.kind.key in kinds:
                yield listing_id, before.document, after.document

    def called(self, listing_id: str) -> str:
        """Return id and name as people read them; of a new listing the name alone."""
        held = self.after.get(listing_id) or self.before.get(listing_id)
        name = str(held.document.get("name", "")) if held else ""
        return name if listing_id.startswith("@") else f"{listing_id} {name}".strip()
