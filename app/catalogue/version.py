"""One listing as one entry left it. A value: knows no register around it and no day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.canonical import Document
from app.kinds import Kind, Nature

TAKEN_AWAY = "(đã gỡ)"


@dataclass(frozen=True, slots=True)
class Content:
    """What can be read of an entry's snapshot, and the keys of which only the commitment is left."""

    document: Document
    redacted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Version:
    """A listing's document, and the entry and publication that made it what it is."""

    listing_id: str
    kind: Kind
    entry: int
    act: str
    holds_from: date
    publication: int
    published_at: datetime
    content: Content

    @property
    def document(self) -> Document:
        """The public fields that can be read."""
        return self.content.document

    @property
    def redacted(self) -> frozenset[str]:
        """The keys of the fields that were taken away."""
        return self.content.redacted

    @property
    def wholly_redacted(self) -> bool:
        """Whether nothing is left to read."""
        return bool(self.redacted) and not self.document

    @property
    def name(self) -> str:
        """The name; where it was taken away, a word that says so."""
        return str(self.document.get("name", TAKEN_AWAY))

    @property
    def path(self) -> str:
        """The address of the listing's page, from the root of the site."""
        return f"/{self.kind.path}/{self.listing_id}"

    @property
    def is_person(self) -> bool:
        """Whether this is a person, who is reached through an office."""
        return self.kind.nature is Nature.PERSON
