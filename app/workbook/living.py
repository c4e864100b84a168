"""What a register with a past answers to a reading: its accepted records, read from the database once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from app.canonical import Document
from app.kinds.typed import single
from app.ledger import read
from app.records import accepted, attachments


class RecordsKnown:
    """The `Known` of the accepted records, as ``session`` sees them; see there what each answer is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.empty = read.head(session) is None

    @cached_property
    def _records(self) -> dict[str, tuple[str, Document]]:
        return {one: (kind, document) for one, kind, document in accepted.every(self._session)}

    def kind_of(self, listing_id: str) -> str | None:
        kind, _ = self._records.get(listing_id, (None, None))
        return kind

    def document(self, listing_id: str) -> Document | None:
        _, document = self._records.get(listing_id, (None, None))
        return document

    def ids_named(self, name: str, kinds: Iterable[str]) -> list[str]:
        allowed = frozenset(kinds)
        records = self._records.items()
        return [one for one, (kind, held) in records if kind in allowed and single(held["name"]) == name]

    def ids_of(self, kind: str) -> list[str]:
        records = self._records.items()
        return [one for one, (of, held) in records if of == kind and held["status"] != "ended"]

    def every(self) -> Iterable[accepted.Record]:
        return ((one, kind, document) for one, (kind, document) in self._records.items())

    def posted_on(self, listing_id: str) -> date | None:
        entries = read.listing_entries(self._session, listing_id)
        first = read.publication(self._session, entries[0].publication) if entries else None
        return first.day if first else None

    def has_file(self, sha256: str) -> bool:
        return attachments.known(self._session, sha256)
