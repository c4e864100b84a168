"""What one process keeps of one register: its chain, its lines, documents by entry, and the registers in use.

An entry's document never changes save when a redaction takes fields away; then what was kept is dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app import kinds
from app.catalogue import files
from app.catalogue.recent import Recent
from app.catalogue.register import Register
from app.catalogue.version import Content
from app.kinds import Kind
from app.ledger import asof, read
from app.ledger.acts import REDACTED
from app.ledger.commitment import redacted_keys, reveal
from app.ledger.read import EntryView, PublicationView

DOCUMENTS_KEPT = 20_000
REGISTERS_KEPT = 16


class Shelf:
    """One register's kept things. Not locked: `app.catalogue.published` is."""

    def __init__(self) -> None:
        self.chain: tuple[PublicationView, ...] = ()
        self.entries: Mapping[str, tuple[EntryView, ...]] = {}
        self._contents: Recent[int, Content] = Recent(DOCUMENTS_KEPT)
        self._registers: Recent[tuple[int, date], Register] = Recent(REGISTERS_KEPT)
        self._files: set[tuple[str, str]] | None = None

    def knows(self, head: PublicationView) -> bool:
        """Whether ``head`` is one of the publications here."""
        return head.number <= len(self.chain) and self.chain[head.number - 1].hash == head.hash

    def begins(self, chain: Sequence[PublicationView]) -> bool:
        """Whether ``chain`` goes on where this one stops; a restored register may have another past."""
        return 0 < len(self.chain) <= len(chain) and chain[len(self.chain) - 1].hash == self.chain[-1].hash

    def extend(self, session: Session, chain: Sequence[PublicationView]) -> None:
        """Take in the publications of ``chain`` that are not here yet."""
        fresh = read.entries(session, after=len(self.chain), up_to=len(chain))
        self.entries = _joined(self.entries, fresh)
        self.chain = tuple(chain)
        self._files = None
        redactions = [entry for entry in fresh if entry.act == REDACTED]
        for entry in redactions:
            self._contents.drop(entry.target or 0)
        if redactions:
            self._registers.clear()

    def register(self, session: Session, head: PublicationView, n: int, day: date) -> Register:
        """Return the register at (``n``, ``day``), as a session that has seen ``head`` reads it."""
        kept = self._registers.get((n, day))
        if kept is not None:
            return kept
        chosen = [entry for lines in self.entries.values() if (entry := asof.version(lines, n, day))]
        contents = self.contents(session, head, [entry.number for entry in chosen])
        register = Register(self.chain, self.entries, n=n, day=day, chosen=chosen, contents=contents)
        return self._registers.keep((n, day), register) if self._is_newest(head) else register

    def contents(self, session: Session, head: PublicationView, numbers: Iterable[int]) -> dict[int, Content]:
        """Return entry number -> what can be read of it."""
        known = {number: self._contents.get(number) for number in numbers}
        bodies = read.bodies(session, [number for number, content in known.items() if content is None])
        found = {
            number: Content(reveal(body), frozenset(redacted_keys(body))) for number, body in bodies.items()
        }
        if self._is_newest(head):
            for number, content in found.items():
                self._contents.keep(number, content)
        return {number: content for number, content in known.items() if content is not None} | found

    def files(self, session: Session, head: PublicationView) -> Collection[tuple[str, str]]:
        """Return SHA-256 and name of each file that some entry names, as far as ``session`` may read it."""
        if self._files is not None and self._is_newest(head):
            return self._files
        kind_of = dict(_naming_files(self.entries))
        contents = self.contents(session, head, kind_of)
        named = {
            (file["sha256"], file["name"])
            for entry, content in contents.items()
            for file in files.named_in(kind_of[entry], content.document)
        }
        if self._is_newest(head):
            self._files = named
        return named

    def _is_newest(self, head: PublicationView) -> bool:
        """Whether ``head`` is our last: an older session may still read what was since redacted."""
        return head.number == len(self.chain)


def _naming_files(entries: Mapping[str, Sequence[EntryView]]) -> Iterator[tuple[int, Kind]]:
    """Yield the entries that may name files, each with its kind."""
    for listing_id, lines in entries.items():
        kind = kinds.of_id(listing_id)
        if kind and files.fields_of(kind):
            yield from ((line.number, kind) for line in lines)


def _joined(
    entries: Mapping[str, tuple[EntryView, ...]], fresh: Iterable[EntryView]
) -> Mapping[str, tuple[EntryView, ...]]:
    """Return a new mapping: registers in use go on reading the old one."""
    joined = dict(entries)
    for entry in fresh:
        joined[entry.listing_id] = (*joined.get(entry.listing_id, ()), entry)
    return joined
