"""Privacy in one place: what only staff may see, planted everywhere, stands in no public byte."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy.orm import Session

from app import attachments, kinds
from app.accounts.models import Account
from app.accounts.roster import TYPIST, named
from app.canonical import Document
from app.kinds import KINDS, Field, Kind, Seen
from app.kinds.contact import Email, PhoneNumber
from app.kinds.types import Code, Codes, Day, Text, Texts
from app.ledger.acts import CHANGED
from app.publishing.propose import Proposal, propose, submit
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, fingerprint
from app.records import accepted
from app.records import attachments as stored
from app.web.session import unit_of_work
from tests.copied import known
from tests.doors.happenings import forget_redactions
from tests.pages import Visitor

BULK = (
    *("/danh-sach.", "/danh-sach/", "/cong-bo.", "/cong-bo/thay-doi", "/du-lieu/", "/so-sanh.", "/nhung/"),
    *("/sitemap", "/api/v1/entries", "/api/v1/listings?", "/api/v1/search", "/goi-y", "/tim-kiem"),
)
MORE = (
    *("/api/v1/listings?limit=500&status=all", "/api/v1/entries?limit=500", "/so-sanh.json?tu=1&den=99"),
    *("/api/v1/search?q=luat+su&limit=100", "/so-sanh?tu=1&den=2", "/tim-kiem?q=luat+su", "/goi-y?q=luat"),
)


def canary(*of: str) -> str:
    """Return letters that stand nowhere else, the same for the same thing."""
    digest = hashlib.sha256(" ".join(of).encode()).hexdigest()
    return "Zq" + "".join(chr(ord("a") + int(digit, 16)) for digit in digest[:14])


def planted(kind: Kind, field: Field, held: object) -> object:
    """Return something to plant in ``field`` that can be told from everything else, or what it held."""
    mark, number = canary(kind.key, field.key), len(kind.key + field.key)
    if isinstance(field.type, Code | Codes):
        first = field.type.codes.order[0]
        return first if isinstance(field.type, Code) else [first]
    plants: dict[type, object] = {
        Text: mark,
        Texts: [mark],
        Email: f"{mark.lower()}@example.vn",
        PhoneNumber: f"0977{int(mark.encode().hex(), 16) % 1_000_000:06d}",
        Day: f"2018-{1 + number % 12:02d}-{1 + number % 28:02d}",
    }
    return plants.get(type(field.type), held)


def marks(value: object) -> Iterator[str]:
    """Yield the words by which a planted value would be known; codes and days are too plain for that."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and (one.startswith(("Zq", "0977")) or "@" in one):
            yield one


class Planted:
    """A sample register in which one listing of each kind was changed, and what must not be seen of it."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.staff: list[str] = []
        self.page: dict[str, list[str]] = {}
        self.people = [canary("người", str(number)) for number in range(12)]
        self.scan = canary("bản quét")
        with app.app_context():
            self._plant()

    def _plant(self) -> None:
        instance = self.app.extensions["instance"]
        with unit_of_work() as session:
            for number, account in enumerate(session.query(Account)):
                account.name, account.email = self.people[number], f"{self.people[number].lower()}@example.vn"
            folder = attachments.folder(instance.settings.instance_dir)
            self.kept = stored.keep(session, folder, f"{self.scan}.pdf", f"%PDF-1.7 {self.scan}".encode())
            author, approver = named(session, TYPIST), named(session, "mau-nguoi-duyet")
            proposals = [self._proposal(session, kind) for kind in KINDS]
            draft = Proposal("notice", {"name": self.people[11], "body": self.people[11]})
            changes = propose(session, author, canary("nhóm"), proposals).changes
            propose(session, author, canary("nháp"), [draft])
            submit(session, changes, author, [(one.id, key) for one in changes for key in one.fields])
            for change in changes:
                approve(change, approver, fingerprint(change))
            under = Instrument(decision_number="99-MẪU/QĐ")
            publish(session, instance.signer, approver, changes, under, register="20", sample=True)

    def _proposal(self, session: Session, kind: Kind) -> Proposal:
        held = accepted.document(session, _id(kind)) or {}
        return Proposal(kind.key, self._document(kind, held), _id(kind), CHANGED)

    def _document(self, kind: Kind, document: Document) -> Document:
        assert document, kind.key
        whole = dict(document)
        for field in kind.fields:
            if field.seen is Seen.STAFF:
                whole[field.key] = planted(kind, field, document.get(field.key))
                self.staff += marks(whole[field.key])
            elif field.seen is Seen.PAGE and isinstance(field.type, Text):
                whole[field.key] = planted(kind, field, None)
                self.page.setdefault(kind.key, []).append(canary(kind.key, field.key))
        return {key: value for key, value in whole.items() if value is not None}

    def answers(self) -> Iterator[tuple[str, str]]:
        """Yield everything public that could tell something of what was planted, as text."""
        changed = {_id(kind) for kind in KINDS}
        client = self.app.test_client()
        for address in [*known(self.app), *MORE]:
            parts = set(address.replace(".", "/").split("/"))
            other = any(kinds.of_id(part) for part in parts if "-" in part and part[:1].isupper())
            if (other and not parts & changed) or ("/xa/" in address and "06529" not in address):
                continue
            with client.get(address) as answer:
                yield address, text_of(answer.get_data(), answer.mimetype or "")


def _id(kind: Kind) -> str:
    return kind.public_id(1)


def text_of(content: bytes, mimetype: str) -> str:
    """Return what a file says, a PDF's hidden parts too; ours in zip are stored as they are."""
    text = content.decode(errors="replace")
    if mimetype != "application/pdf":
        return text
    book = PdfReader(io.BytesIO(content))
    return " ".join([text, str(book.metadata), *(page.extract_text() for page in book.pages)])


@pytest.fixture
def register(living: Flask) -> Iterator[Planted]:
    yield Planted(living)
    forget_redactions()


def test_what_only_staff_may_see_is_in_no_public_byte(
    register: Planted, caplog: pytest.LogCaptureFixture
) -> None:
    hidden = [*register.staff, *register.people, register.scan, canary("nhóm"), canary("nháp")]
    hidden += [one.lower() for one in register.people]
    assert len(hidden) > 50
    caplog.set_level(logging.DEBUG)
    seen = {
        (address, one)
        for address, text in register.answers()
        for one in hidden
        if one in text and not address.startswith("/static/")
    }
    assert not seen
    Visitor(register.app).get(f"/tep/{register.kept['sha256']}/{register.kept['name']}", 404)
    assert not [one for one in hidden if one in caplog.text]


def test_the_index_and_the_ledger_hold_nothing_of_it(register: Planted) -> None:
    visitor = Visitor(register.app)
    for one in register.staff[:10]:
        assert visitor.json(f"/api/v1/search?q={one}")["read_as"].get("dropped", [one.lower()])
        assert one not in visitor.client.get("/api/v1/search?q=luat+su&limit=100").text
    folder = register.app.extensions["instance"].settings.instance_dir
    hidden = [*register.staff, *register.people]
    for file in Path(folder).rglob("*"):
        if (
            file.is_file()
            and file.suffix not in (".db", ".db-wal", ".db-shm")
            and "attachments" not in file.parts
        ):
            content = file.read_bytes()
            assert not [
                one for one in hidden if one.encode() in content or one.lower().encode() in content
            ], file


def test_what_a_page_tells_is_in_no_bulk_file_but_on_the_page(register: Planted) -> None:
    visitor = Visitor(register.app)
    hidden = [one for marks_ in register.page.values() for one in marks_]
    assert len(hidden) > 15
    for kind in KINDS:
        told = visitor.client.get(f"/api/v1/listings/{_id(kind)}").text
        assert all(one in told for one in register.page.get(kind.key, [])), kind.key
    seen = {
        (address, one)
        for address, text in register.answers()
        if address.startswith(BULK)
        for one in hidden
        if one in text
    }
    assert not seen
