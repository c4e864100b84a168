"""A ledger of its own for each test: a migrated database, a signer, and words to publish with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import clock
from app.db import for_writing, make_engine
from app.ledger.append import Line, PublicationDraft, append
from app.ledger.commitment import redaction
from app.ledger.signing import Signer
from tests import databases

DRAFT = PublicationDraft(
    instrument="decision",
    issuer="department",
    register="20",
    sample=False,
    decision_number="01/QĐ-STP",
    decision_date=date(2024, 1, 2),
    note="Danh sách công bố lần đầu",
)


class Ledger:
    """One ledger and who signs it. The signer may be replaced, as when a key is rotated."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.signer = Signer(Ed25519PrivateKey.generate())

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Yield a session that commits when the block ends."""
        with Session(for_writing(self.engine)) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that writes nothing."""
        with Session(self.engine) as session:
            yield session

    def publish(self, *lines: Line, day: str = "2024-01-02", draft: PublicationDraft = DRAFT) -> int:
        """Append one publication on ``day`` and return its number."""
        with clock.pretend(datetime.fromisoformat(f"{day}T09:30")), self.writing() as session:
            return append(session, self.signer, draft, lines).number


@contextmanager
def new_ledger(directory: Path) -> Iterator[Ledger]:
    """Yield an empty ledger in a database of its own, where it is a file under ``directory``."""
    engine = make_engine(databases.migrated(directory / "register.db"))
    try:
        yield Ledger(engine)
    finally:
        engine.dispose()


def listed(listing_id: str, day: str, **document: Any) -> Line:
    return Line(listing_id, "listed", date.fromisoformat(day), document)


def changed(listing_id: str, day: str, **document: Any) -> Line:
    return Line(listing_id, "changed", date.fromisoformat(day), document)


def corrected(listing_id: str, target: int, day: str, **document: Any) -> Line:
    return Line(listing_id, "corrected", date.fromisoformat(day), document, target)


def withdrawn(listing_id: str) -> Line:
    return Line(listing_id, "withdrawn", None, {})


def redacted(listing_id: str, target: int, *keys: str) -> Line:
    return Line(listing_id, "redacted", None, redaction(keys), target)


def publish_a_history(ledger: Ledger) -> None:
    """Four publications under two keys, with each kind of act that leaves its own trace."""
    ledger.publish(
        listed("TT-01", "2024-01-01", name="Trung tâm", phone="02053870000"),
        listed("LS-0001", "2024-01-01", name="Lương Văn Đức", languages=["tay", "nung"]),
        listed("LS-0002", "2024-01-01", name="Nguyễn Thị Mai"),
        day="2024-01-02",
    )
    ledger.publish(
        changed("LS-0001", "2024-03-01", name="Lương Văn Đức", languages=["tay"]),
        corrected("LS-0002", 3, "2024-01-01", name="Nguyễn Thị Mây"),
        day="2024-03-01",
    )
    ledger.signer = Signer(Ed25519PrivateKey.generate())
    ledger.publish(redacted("TT-01", 1, "phone"), day="2024-05-01")
    ledger.publish(withdrawn("LS-0002"), listed("LS-0003", "2024-06-01", name="Hà"), day="2024-06-01")
