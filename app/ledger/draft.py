"""What the publishing verb hands in: a publication not yet numbered, dated or signed, and its lines.

Knows the form that a line must have; nothing of what already stands in the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.canonical import Document
from app.ledger.acts import ACTS, DATELESS, REDACTED, TARGETED
from app.ledger.commitment import REDACTED_KEYS


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDraft:
    """The document that a publication rests on, and what is said with it."""

    instrument: str
    issuer: str
    register: str
    sample: bool
    decision_number: str | None = None
    decision_date: date | None = None
    ground: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One act upon one listing. ``document`` holds the public fields in canonical values.

    Raises ValueError if act, ``holds_from``, ``document`` and ``target`` do not go together.
    """

    listing_id: str
    act: str
    holds_from: date | None
    document: Document
    target: int | None = None

    def __post_init__(self) -> None:
        if self.act not in ACTS:
            raise ValueError(f"{self.act!r} is no act")
        if (self.target is not None) != (self.act in TARGETED):
            raise ValueError(f"a target goes with {sorted(TARGETED)} and no other act, not with {self.act}")
        if self.holds_from is None and self.act not in DATELESS:
            raise ValueError(f"{self.act} needs a day from which it holds")
        if self.act == REDACTED and self.document.keys() != {REDACTED_KEYS}:
            raise ValueError("a redaction's document names the keys it takes away, and nothing else")
