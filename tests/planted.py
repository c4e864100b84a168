"""A sample register in which everything that only staff may see was made to be recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import attachments, clock, kinds
from app.accounts.models import Account, SignIn
from app.accounts.roster import TYPIST, named
from app.canonical import Document, Value
from app.kinds import EVERY_KIND, KINDS, Field, Kind, Seen
from app.kinds.contact import Email, PhoneNumber
from app.kinds.files import Files
from app.kinds.types import Code, Codes, Day, Text, Texts
from app.ledger.acts import CHANGED
from app.publishing.propose import Proposal, propose, submit
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, fingerprint, send_back
from app.records import accepted, scans
from app.records import attachments as stored
from app.records.candidates import Candidate
from app.records.changes import Change
from app.reports.models import Report
from app.web.session import unit_of_work

FIRST_DAY, DAYS = date(1950, 1, 1), 6000
"""Days on which nothing in a register happened."""

STANDING_ON = ("contract_signed_on", "contract_to", "renewal_date", "renewed_to")
"""Days on which it stands whether somebody is listed at all: they stay as they are."""

STAFF_KEYS = {field.key for kind in EVERY_KIND for field in kind.fields if field.seen is Seen.STAFF} - {
    field.key for kind in EVERY_KIND for field in kind.fields if field.seen is not Seen.STAFF
}
"""Names of fields that are for staff in every kind: even a code beside one would say too much."""


def canary(*of: str) -> str:
    """Return letters that stand nowhere else, the same for the same thing."""
    return "Zq" + "".join(chr(ord("a") + int(digit, 16)) for digit in _digest(*of)[:14])


def planted(kind: Kind, field: Field, held: Value) -> Value:
    """Return something to plant in ``field`` that can be told from everything else; of codes, the first."""
    mark, number = canary(kind.key, field.key), int(_digest(kind.key, field.key), 16)
    later = DAYS if "reissued" in field.key else 0
    if isinstance(field.type, Code | Codes):
        first = field.type.codes.order[0]
        return first if isinstance(field.type, Code) else [first]
    plants: dict[type, Value] = {
        Text: mark,
        Texts: [mark],
        Email: f"{mark}@example.vn".lower(),
        PhoneNumber: f"0977{number % 1_000_000:06d}",
        Day: (FIRST_DAY + timedelta(days=later + number % DAYS)).isoformat(),
    }
    return plants.get(type(field.type), held)


def ways_to_write(value: Value) -> Iterator[str]:
    """Yield, in small letters, every way in which a page or a file might write a planted value."""
    for item in value if isinstance(value, list) else [value]:
        one = str(item["name"] if isinstance(item, dict) else item)
        if one[:4].isdecimal() and one.count("-") == 2:
            day = date.fromisoformat(one)
            yield from (one, f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%Y%m%d}")
        elif one.startswith("0977"):
            yield from (one, f"{one[:4]} {one[4:7]} {one[7:]}", one[1:])
        elif one.lower().startswith("zq"):
            yield one.lower()


class Planted:
    """What must not be seen of the register of ``app``: ``staff`` nowhere, ``page`` in no file of many."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.staff: list[str] = []
        self.page: dict[str, list[str]] = {}
        self.kept: dict[str, str] = {}
        with app.app_context():
            self._plant()

    @property
    def folder(self) -> Path:
        """The instance folder."""
        folder: Path = self.app.extensions["instance"].settings.instance_dir
        return folder

    def _hide(self, *of: str) -> str:
        mark = canary(*of)
        self.staff.append(mark.lower())
        return mark

    def _plant(self) -> None:
        instance = self.app.extensions["instance"]
        with unit_of_work() as session:
            self._plant_files(session)
            author, approver = named(session, TYPIST), named(session, "mau-nguoi-duyet")
            proposals = [self._proposal(session, kind) for kind in KINDS]
            changes = propose(session, author, self._hide("nhóm"), proposals).changes
            returned = self._returned(session, author)
            for one in (changes, returned):
                submit(session, one, author, [(each.id, key) for each in one for key in each.fields])
            send_back(returned[0], approver, self._hide("lý do trả lại"))
            for change in changes:
                approve(change, approver, fingerprint(change))
            under = Instrument(decision_number="99-MẪU/QĐ")
            publish(session, instance.signer, approver, changes, under, register="20", sample=True)
            self._plant_people(session, author)

    def _returned(self, session: Session, author: Account) -> list[Change]:
        """A notice that is never published, as its title and its note must not be."""
        notice = kinds.find("notice")
        document = accepted.document(session, notice.public_id(2)) or {}
        document = {**document, "name": self._hide("thông báo"), "internal_note": self._hide("ghi chú")}
        draft = Proposal(notice.key, document, notice.public_id(2), CHANGED)
        return propose(session, author, self._hide("nháp"), [draft]).changes

    def _plant_files(self, session: Session) -> None:
        """A file that a clerk uploaded and no publication names, and the scan of a decision."""
        content = f"%PDF-1.7 {self._hide('nội dung tệp')}".encode()
        name = f"{self._hide('tên tệp')}.pdf"
        self.kept = stored.keep(session, attachments.folder(self.folder), name, content)
        scan = f"%PDF-1.7 {self._hide('nội dung bản quét')} startxref 0 %%EOF".encode()
        person = named(session, TYPIST)
        scans.keep(
            session, scans.folder(self.folder), 1, person, name=f"{self._hide('tên bản quét')}.pdf", data=scan
        )

    def _plant_people(self, session: Session, author: Account) -> None:
        """Clerks, who was reviewed and never listed, and who told us something."""
        now = clock.now().isoformat(timespec="seconds")
        session.add(
            Candidate(
                kind="lawyer",
                name=self._hide("ứng viên"),
                checklist={},
                note=self._hide("nhận xét về ứng viên"),
            )
        )
        told = {"words": self._hide("lời người dân"), "contact": self._hide("cách gọi lại"), "subject": False}
        session.add(Report(purpose="mistake", point="phone", received_at=now, **told))
        browser = {"network": "10.9.8.0/24", "browser": self._hide("trình duyệt")}
        session.add(SignIn(account_id=author.id, token_hash="0" * 64, began_at=now, seen_at=now, **browser))
        for account in session.scalars(select(Account)):
            account.name = self._hide("tên", account.username)
            account.email = f"{self._hide('thư', account.username)}@example.vn".lower()
            account.username = self._hide("tên đăng nhập", account.username).lower()

    def _proposal(self, session: Session, kind: Kind) -> Proposal:
        document = self._document(session, kind, accepted.document(session, kind.public_id(1)) or {})
        return Proposal(kind.key, document, kind.public_id(1), CHANGED)

    def _document(self, session: Session, kind: Kind, document: Document) -> Document:
        assert document, kind.key
        whole = dict(document)
        for field in kind.fields:
            if field.seen is Seen.STAFF:
                whole[field.key] = planted(kind, field, document.get(field.key))
                self.staff += ways_to_write(whole[field.key])
            elif field.seen is Seen.PAGE and field.key not in STANDING_ON:
                whole[field.key] = self._told_on_its_page(session, kind, field)
                self.page.setdefault(kind.key, []).extend(ways_to_write(whole[field.key]))
        return {key: value for key, value in whole.items() if value is not None}

    def _told_on_its_page(self, session: Session, kind: Kind, field: Field) -> Value:
        if not isinstance(field.type, Files):
            return planted(kind, field, None)
        mark = canary(kind.key, field.key)
        kept = stored.keep(session, attachments.folder(self.folder), f"{mark}.pdf", b"%PDF-1.7 page")
        return [{"name": kept["name"], "sha256": kept["sha256"]}]


def found(marks: Iterable[str], text: str) -> set[str]:
    """Return those of ``marks`` that stand in ``text``."""
    small = text.lower()
    return {mark for mark in marks if mark in small}


def _digest(*of: str) -> str:
    return hashlib.sha256(" ".join(of).encode()).hexdigest()
