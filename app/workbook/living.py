"""What a register with a past answers to a reading: its accepted records, read from the database."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.canonical import Document
from app.ledger import read
from app.records import accepted, attachments
from app.records.listing import Listing


class RecordsKnown:
    """The `Known` of the accepted records, as ``session`` sees them; see there what each answer is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.empty = read.head(session) is None

    def kind_of(self, listing_id: str) -> str | None:
        return accepted.kind_of(self._session, listing_id)

    def document(self, listing_id: str) -> Document | None:
        return accepted.document(self._session, listing_id)

    def ids_named(self, name: str, kinds: Iterable[str]) -> list[str]:
        named = select(Listing.id).where(Listing.name == name, Listing.kind.in_(kinds))
        return sorted(self._session.scalars(named))

    def ids_of(self, kind: str) -> list[str]:
        going_on = select(Listing.id).where(Listing.kind == kind, Listing.status != "ended")
        return sorted(self._session.scalars(going_on))

    def has_file(self, sha256: str) -> bool:
        return attachments.known(self._session, sha256)
