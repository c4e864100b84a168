"""What a reading asks of the register, whoever keeps it, and what a register without publications answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from app.canonical import Document
from app.records.accepted import Record


class Known(Protocol):
    """What a reading asks of the register."""

    @property
    def empty(self) -> bool:
        """Whether nothing was ever published."""

    def kind_of(self, listing_id: str) -> str | None:
        """Return the key of the kind of a listing, or None where there is none."""

    def document(self, listing_id: str) -> Document | None:
        """Return the accepted document of a listing, staff fields too, or None where there is none."""

    def ids_named(self, name: str, kinds: Iterable[str]) -> list[str]:
        """Return the ids of listings of these kinds with exactly this name (NFC, single spaces)."""

    def ids_of(self, kind: str) -> list[str]:
        """Return the ids of the listings of a kind that have not ended."""

    def every(self) -> Iterable[Record]:
        """Return the accepted records of all listings, ended ones too."""

    def posted_on(self, listing_id: str) -> date | None:
        """Return the day of a listing's first publication, or None where there is none."""

    def has_file(self, sha256: str) -> bool:
        """Whether a file with this content was uploaded."""


class EmptyRegister:
    """A register into which nothing was ever published."""

    empty = True

    def kind_of(self, listing_id: str) -> str | None:
        return None

    def document(self, listing_id: str) -> Document | None:
        return None

    def ids_named(self, name: str, kinds: Iterable[str]) -> list[str]:
        return []

    def ids_of(self, kind: str) -> list[str]:
        return []

    def every(self) -> Iterable[Record]:
        return ()

    def posted_on(self, listing_id: str) -> date | None:
        return None

    def has_file(self, sha256: str) -> bool:
        return False


EMPTY_REGISTER: Known = EmptyRegister()
