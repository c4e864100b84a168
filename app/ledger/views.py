"""Publications and entries as everybody else sees them: values to compute with, free of any session. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class PublicationView:
    """One publication: its place in the chain, its signed header, and its note while that can be read.

    ``signature`` is over the header, in base64.
    """

    number: int
    hash: str
    previous_hash: str | None
    key_id: str
    published_at: datetime
    note: str | None
    header: Mapping[str, Any] = field(compare=False, repr=False)
    signature: str = field(default="", compare=False, repr=False)

    @property
    def day(self) -> date:
        """The local day of the publication."""
        return self.published_at.date()

    @property
    def instrument(self) -> str:
        """decision, notice, letter or contact_update."""
        return str(self.header["instrument"])

    @property
    def issuer(self) -> str:
        """department, province or centre."""
        return str(self.header["issuer"])

    @property
    def decision_number(self) -> str | None:
        """The number of the document that it rests on."""
        return self.header.get("decision_number")

    @property
    def decision_date(self) -> date | None:
        """The date of that document."""
        text = self.header.get("decision_date")
        return date.fromisoformat(text) if text else None

    @property
    def ground(self) -> str | None:
        """The code of why fields were taken away, where that is what it did."""
        return self.header.get("ground")

    @property
    def sample(self) -> bool:
        """Whether the register says of itself that it is a sample."""
        return bool(self.header["sample"])


@dataclass(frozen=True, slots=True)
class EntryView:
    """One line of a publication. ``holds_from`` is None only for acts that are no version."""

    number: int
    publication: int
    listing_id: str
    act: str
    holds_from: date | None
    target: int | None
    snapshot_hash: str
