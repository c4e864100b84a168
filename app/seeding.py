"""The sample register: fictional entries from ``seed/``, made through the real path with the clock set back.

Each file is one publication: its document, and either what it lists, changes, corrects or ends, in the words
of a workbook, or what it redacts. Nothing here writes a table by itself.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy.orm import Session

from app import clock, kinds
from app.accounts import sample
from app.accounts.roster import TYPIST, named
from app.canonical import Document, Value
from app.duties.record import mark_published, mark_reported, record
from app.duties.rules import Happening
from app.kinds import Field, Kind
from app.kinds.files import Files
from app.ledger import read
from app.ledger.acts import CHANGED, CORRECTED, LISTED, REDACTED
from app.ledger.signing import Signer
from app.publishing.propose import Proposal, propose, submit
from app.publishing.publish import Instrument, publish
from app.publishing.redact import People, Wanted, redact
from app.publishing.review import approve, fingerprint
from app.records import accepted, attachments
from app.workbook.living import RecordsKnown

SEED = Path(__file__).parent.parent / "seed"

Table = dict[str, Any]


class UnitOfWork(Protocol):
    """What opens one transaction."""

    def __call__(self) -> AbstractContextManager[Session]: ...


@dataclass(frozen=True, slots=True)
class Register:
    """The register to fill: who signs, which province it is, and the folder of its attachments."""

    signer: Signer
    province: str
    attachments: Path


def seed(unit_of_work: UnitOfWork, register: Register) -> Iterator[int]:
    """Publish each file of ``seed/`` in order, yielding the number of each publication."""
    for path in _files():
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        with clock.pretend(datetime.fromisoformat(told["published_at"])), unit_of_work() as session:
            people = People(named(session, TYPIST), named(session, "mau-nguoi-duyet"))
            done = _redact if "redact" in told else _publish
            number = done(session, register, people, told)
            _record_events(session, told)
            yield number


def add_people(unit_of_work: UnitOfWork, path: Path) -> None:
    """Add the sample people; write all that they sign in with to ``path``, for its owner's eyes only."""
    with unit_of_work() as session:
        keys = sample.add(session)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(map(str, keys)))


def count() -> int:
    """Return how many publications the sample register has."""
    return len(_files())


def _files() -> list[Path]:
    return sorted(SEED.glob("[0-9]*.toml"))


def _publish(session: Session, register: Register, people: People, told: Table) -> int:
    proposals = list(_Reading(session, register, told).proposals())
    changes = propose(session, people.author, told["title"], proposals).changes
    submit(session, changes, people.author)
    for change in changes:
        approve(change, people.approver, fingerprint(change))
    return publish(
        session,
        register.signer,
        people.approver,
        changes,
        _instrument(told),
        register=register.province,
        sample=True,
    )


def _redact(session: Session, register: Register, people: People, told: Table) -> int:
    asked = told["redact"]
    entry = read.listing_entries(session, asked["id"])[-1].number
    wanted = Wanted(entry, tuple(asked["fields"]), asked["ground"])
    under = _instrument(told)
    return redact(session, register.signer, people, wanted, under, register=register.province).publication


def _record_events(session: Session, told: Table) -> None:
    """Record what happened, whether this publication answers it, and how the Ministry was told."""
    for one in told.get("event", []):
        event = record(session, Happening(one["what"], one["happened_on"], one["id"]))
        if one.get("published"):
            mark_published(session, event, read.listing_entries(session, one["id"])[-1].number)
        if "reported_on" in one:
            mark_reported(event, one["reported_on"], one["letter"])


def _instrument(told: Table) -> Instrument:
    day: date | None = told.get("decision_date")
    return Instrument(
        instrument=told["instrument"],
        decision_number=told.get("decision_number"),
        decision_date=day,
        note=told.get("note"),
    )


class _Reading:
    """One file that lists and changes, read for what it proposes.

    ``[usual.KIND]`` is what each new entry of a kind says where it says nothing else; ``takes`` are files
    whose entries come after those of the file itself, with the words of ``[again]`` in place of their own. An
    empty text clears, as an empty cell does.
    """

    def __init__(self, session: Session, register: Register, told: Table) -> None:
        self._session = session
        self._register = register
        self._usual: Mapping[str, Table] = told.get("usual", {})
        self._entries = [*told.get("entry", []), *_taken(told.get("takes", []), told.get("again", {}))]
        self._new = {
            entry["says"]["name"]: f"@{position}"
            for position, entry in enumerate(self._entries, start=1)
            if "id" not in entry
        }

    def proposals(self) -> Iterator[Proposal]:
        """Yield the proposal of each entry: its own words over what the listing says today."""
        for entry in self._entries:
            yield self._changed(entry) if "id" in entry else self._listed(entry)

    def _listed(self, entry: Table) -> Proposal:
        kind = kinds.find(entry["kind"])
        words = self._usual.get(kind.key, {}) | entry["says"]
        return Proposal(kind.key, self._said(kind, words), act=LISTED)

    def _changed(self, entry: Table) -> Proposal:
        listing_id, act = entry["id"], entry.get("act", CHANGED)
        kind = kinds.of_id(listing_id)
        if kind is None:
            raise ValueError(f"{listing_id} is of no known kind")
        today = accepted.document(self._session, listing_id) or {}
        return Proposal(
            kind.key,
            today | self._said(kind, entry.get("says", {})),
            listing_id,
            act,
            target=self._newest(listing_id) if act == CORRECTED else None,
            holds_from=entry.get("holds_from"),
        )

    def _newest(self, listing_id: str) -> int:
        entries = read.listing_entries(self._session, listing_id)
        return next(one.number for one in reversed(entries) if one.act != REDACTED)

    def _said(self, kind: Kind, words: Table) -> Document:
        return {key: self._value(kind.by_key[key], text) for key, text in words.items()}

    def _value(self, field: Field, text: str) -> Value:
        if not text:
            return None
        if isinstance(field.type, Files):
            return [self._kept(name) for name in text.split("; ")]
        value = field.type.read(text, self._register.province)
        if not field.refers:
            return value
        return [self._id(field, one) for one in value] if isinstance(value, list) else self._id(field, value)

    def _id(self, field: Field, name: str) -> str:
        """Return the id, or the position in this file, of what is named by id or name."""
        if name == "*" or kinds.of_id(name):
            return name
        if name in self._new:
            return self._new[name]
        (known,) = RecordsKnown(self._session).ids_named(name, field.refers_to)
        return known

    def _kept(self, name: str) -> dict[str, str]:
        data = (SEED / "files" / name).read_bytes()
        return attachments.keep(self._session, self._register.attachments, name, data)


def _taken(names: Sequence[str], again: Table) -> Iterator[Table]:
    """Yield the entries of other files, such as the law's, as they stand there but for what is said again."""
    for name in names:
        for entry in tomllib.loads((SEED / name).read_text(encoding="utf-8"))["entry"]:
            said = entry["says"]
            yield entry | {"says": said | {key: text for key, text in again.items() if key in said}}
