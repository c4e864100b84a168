"""The staff wing on an empty database: an engine, a signer, people, and documents that break no rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.canonical import Document
from app.db import for_writing, make_engine
from app.ledger import read
from app.ledger.commitment import reveal
from app.ledger.signing import Signer
from app.publishing.propose import Proposal, propose, submit
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, fingerprint
from app.records import accepted
from app.records.changes import Change
from tests import databases

OFFICE: Document = {
    "status": "active",
    "effective_from": "2025-01-10",
    "address": "Số 1",
    "commune": "06529",
    "phone": "02053000000",
    "forms_of_aid": ["advice"],
    "fields_of_law": ["*"],
    "confirmed_on": "2025-01-10",
}
CENTRE: Document = OFFICE | {
    "name": "Trung tâm Mẫu",
    "opening_hours": {"weekly": {"mon": [["07:30", "11:30"]]}},
}
ORGANISATION: Document = OFFICE | {
    "name": "Văn phòng luật sư Mẫu",
    "organisation_type": "law_practice",
    "participation": "registration",
    "representative": "Lành Mẫu",
    "licence_number": "1-MẪU",
    "licence_date": "2020-01-01",
    "licence_issuer": "Sở Tư pháp (mẫu)",
    "certificate_number": "2-MẪU",
    "certificate_date": "2025-01-05",
    "scope": "Tại tỉnh",
    "beneficiaries": ["*"],
}
LAWYER: Document = {
    "name": "Lành Mẫu",
    "status": "active",
    "effective_from": "2025-01-10",
    "gender": "female",
    "experience_since": "2015",
    "specialities": ["criminal"],
    "forms_of_aid": ["litigation", "advice"],
    "bar": "Đoàn luật sư tỉnh (mẫu)",
    "engagements": ["assigned"],
    "contact_via": "@2",
    "organisation": "@2",
    "assignment_document": "Danh sách 1-MẪU",
    "personal_phone": "0912345678",
    "confirmed_on": "2025-01-10",
}
ENDING: Document = {
    "status": "ended",
    "ended_on": "2025-05-20",
    "end_basis_number": "5-MẪU",
    "end_basis_date": "2025-05-19",
    "end_basis_issuer": "Sở Tư pháp (mẫu)",
    "end_ground": "other",
}
FIRST = (Proposal("centre", CENTRE), Proposal("organisation", ORGANISATION), Proposal("lawyer", LAWYER))


@dataclass
class Office:
    """A Sở with a database, a key, a clerk and two approvers."""

    engine: Engine
    signer: Signer

    @contextmanager
    def work(self) -> Iterator[Session]:
        with Session(for_writing(self.engine)) as session, session.begin():
            yield session

    def person(self, session: Session, role: str) -> Account:
        found = session.query(Account).filter_by(username=role).one_or_none()
        if found is None:
            found = Account(username=role, name=role, role=role)
            session.add(found)
            session.flush()
        return found

    def published(self, listing_id: str) -> Document:
        """Return what the ledger's newest entry of a listing says."""
        with Session(self.engine) as session:
            last = read.listing_entries(session, listing_id)[-1].number
            return reveal(read.bodies(session, [last])[last])

    def record(self, listing_id: str) -> Document:
        """Return the accepted record of a listing, empty where there is none."""
        with Session(self.engine) as session:
            return accepted.document(session, listing_id) or {}

    def propose(self, session: Session, *proposals: Proposal) -> Sequence[Change]:
        return propose(session, self.person(session, "clerk"), "thử", proposals).changes

    def approve_all(self, session: Session, changes: Sequence[Change]) -> None:
        submit(session, changes, self.person(session, "clerk"))
        for change in changes:
            approve(change, self.person(session, "approver"), fingerprint(change))

    def publish(self, *proposals: Proposal, day: date = date(2025, 1, 10)) -> int:
        with self.work() as session:
            changes = self.propose(session, *proposals)
            self.approve_all(session, changes)
            return self.publish_approved(session, changes, day)

    def publish_approved(
        self, session: Session, changes: Sequence[Change], day: date = date(2025, 1, 10)
    ) -> int:
        under = Instrument(decision_number="1-MẪU/QĐ", decision_date=day)
        return publish(session, self.signer, self.person(session, "approver"), changes, under, register="20")


@contextmanager
def office_in(folder: Path) -> Iterator[Office]:
    """Yield an office whose keys, and whose database if it is a file, lie in ``folder``."""
    engine = make_engine(databases.migrated(folder / "staff.db"))
    try:
        yield Office(engine, Signer.load_or_create(folder / "key.pem"))
    finally:
        engine.dispose()
