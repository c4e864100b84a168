"""The sample register: fictional entries from ``seed/``, made through the real path with the clock set back.

Each file is one publication: its document, and what it lists, changes, corrects or ends, in the words of a
workbook. Nothing here writes a table by itself.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy.orm import Session

from app import clock, kinds
from app.accounts.roster import add_sample_accounts, named
from app.canonical import Document
from app.ledger.signing import Signer
from app.publishing.propose import Proposal, propose, submit
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, fingerprint
from app.records import accepted

SEED = Path(__file__).parent.parent / "seed"

Table = dict[str, Any]


class UnitOfWork(Protocol):
    """What opens one transaction."""

    def __call__(self) -> AbstractContextManager[Session]: ...


def seed(unit_of_work: UnitOfWork, signer: Signer, province: str) -> Iterator[int]:
    """Publish each file of ``seed/`` in order, yielding the number of each publication."""
    for path in _files():
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        with clock.pretend(datetime.fromisoformat(told["published_at"])), unit_of_work() as session:
            yield _publish(session, signer, told, province)


def add_people(unit_of_work: UnitOfWork, path: Path) -> None:
    """Add the sample clerk and approver; write their passwords to ``path``, for its owner's eyes only."""
    with unit_of_work() as session:
        passwords = add_sample_accounts(session)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(f"{username} {password}\n" for username, password in passwords.items())


def count() -> int:
    """Return how many publications the sample register has."""
    return len(_files())


def _files() -> list[Path]:
    return sorted(SEED.glob("*.toml"))


def _publish(session: Session, signer: Signer, told: Table, province: str) -> int:
    clerk, approver = named(session, "mau-chuyen-vien"), named(session, "mau-nguoi-duyet")
    proposals = [_proposal(session, entry, province) for entry in told["entry"]]
    changes = propose(session, clerk, told["title"], proposals).changes
    submit(session, changes, clerk)
    for change in changes:
        approve(change, approver, fingerprint(change))
    return publish(session, signer, approver, changes, _instrument(told), register=province, sample=True)


def _instrument(told: Table) -> Instrument:
    day: date | None = told.get("decision_date")
    return Instrument(
        instrument=told["instrument"],
        decision_number=told.get("decision_number"),
        decision_date=day,
        note=told.get("note"),
    )


def _proposal(session: Session, entry: Table, province: str) -> Proposal:
    """Return the proposal of one table: its own words over what the listing says today."""
    listing_id = entry.get("id")
    kind = kinds.of_id(listing_id) if listing_id else kinds.find(entry["kind"])
    if kind is None:
        raise ValueError(f"{listing_id} is of no known kind")
    before = accepted.document(session, listing_id) if listing_id else None
    said: Document = {
        key: kind.by_key[key].type.read(words, province) for key, words in entry["says"].items()
    }
    return Proposal(
        kind=kind.key,
        fields=(before or {}) | said,
        listing_id=listing_id,
        act=entry.get("act", "listed"),
        target=entry.get("target"),
        holds_from=entry.get("holds_from"),
    )
