"""A small published register for tests: fictional people and offices, appended to a real ledger."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app import clock
from app.canonical import Document
from app.catalogue import published
from app.catalogue.register import Register
from app.db import for_writing, make_engine
from app.ledger import read
from app.ledger.append import Line, PublicationDraft, append
from app.ledger.models import Snapshot
from app.ledger.read import PublicationView
from app.ledger.signing import Signer
from tests import databases

LOC_BINH, DONG_KINH = "06529", "05977"

_EVERY: Document = {"status": "active", "effective_from": "2024-01-01", "confirmed_on": "2024-01-01"}
_AID = {"forms_of_aid": ["advice"]}


def office(name: str, commune: str = DONG_KINH, **more: Any) -> Document:
    """Return the document of a centre."""
    return {
        **_EVERY,
        **_AID,
        "name": name,
        "address": "Số 1, đường Thử Nghiệm",
        "commune": commune,
        "phone": "02053812345",
        "fields_of_law": ["land", "family"],
        "opening_hours": {"weekly": {"mon": [["07:30", "11:30"]]}},
        **more,
    }


def organisation(name: str, commune: str = LOC_BINH, **more: Any) -> Document:
    """Return the document of a registered law practice."""
    terms = {"participation": "registration", "certificate_number": "08/TP-TGPL", "scope": "Tư vấn pháp luật"}
    practice = {"organisation_type": "law_practice", "representative": "Vi Văn Đại Diện", "intake": "direct"}
    return {**office(name, commune), **terms, **practice, "phone": "02053840011", **more}


def lawyer(name: str, via: str = "TT-01", **more: Any) -> Document:
    """Return the document of a contract lawyer."""
    return {
        **_EVERY,
        **_AID,
        "name": name,
        "gender": "female",
        "experience_since": "2012-03",
        "specialities": ["land"],
        "bar": "Đoàn luật sư tỉnh Mẫu",
        "engagements": ["contract"],
        "contact_via": via,
        "contract_number": "01/HĐ",
        "contract_signed_on": "2024-01-01",
        "contract_to": "2026-12-31",
        **more,
    }


def listed(listing_id: str, document: Document, act: str = "listed", **more: Any) -> Line:
    """Return a line that holds from the document's own beginning, or from ``holds_from``."""
    begins = more.pop("holds_from", date.fromisoformat(document.get("effective_from", "2024-01-01")))
    return Line(listing_id, act, begins, document, **more)


class SmallRegister:
    """A register of its own; keys and index, and its database if it is a file, lie in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.engine = make_engine(databases.migrated(folder / "register.db"))
        self._signer = Signer.load_or_create(folder / "key.pem")

    def session(self) -> Session:
        """Return a new session for reading."""
        return Session(self.engine)

    def publish(self, day: str, *lines: Line) -> int:
        """Append one publication at noon of ``day`` and return its number."""
        draft = PublicationDraft(
            instrument="decision",
            issuer="department",
            register="lang_son",
            sample=True,
            decision_number=f"{day[:4]}/QĐ-STP",
            decision_date=date.fromisoformat(day),
            note="Công bố thử",
        )
        noon = datetime.combine(date.fromisoformat(day), time(12))
        with clock.pretend(noon), Session(for_writing(self.engine)) as session:
            number: int = append(session, self._signer, draft, lines).number
            session.commit()
        return number

    def replace_body(self, entry: int, body: str) -> None:
        """Write a snapshot's body anew, as redacting does once its entry stands."""
        with Session(for_writing(self.engine)) as session:
            snapshot = session.get(Snapshot, entry)
            assert snapshot is not None
            snapshot.body = body
            session.commit()

    def head(self) -> PublicationView:
        """Return the newest publication."""
        with self.session() as session:
            found = read.head(session)
        assert found is not None
        return found

    def at(self, day: str, n: int | None = None) -> Register:
        """Return the register at publication ``n`` (default the head) on ``day``."""
        with self.session() as session:
            return published.load(session, read.head(session), date.fromisoformat(day), n)


def three_offices_and_four_lawyers(folder: Path) -> SmallRegister:
    """Return a register of two publications: three offices, then four lawyers, one of whom has ended."""
    register = SmallRegister(folder)
    register.publish(
        "2025-03-01",
        listed("TT-01", office("Trung tâm trợ giúp pháp lý nhà nước tỉnh Mẫu")),
        listed("TC-001", organisation("Văn phòng luật sư Hoa Hồi")),
        listed(
            "TC-002",
            organisation(
                "Văn phòng luật sư Hoa Đào",
                DONG_KINH,
                participation="contract",
                contract_number="02/HĐ",
                contract_to="2027-12-31",
            ),
        ),
    )
    register.publish(
        "2025-06-01",
        listed("LS-0001", lawyer("Lý Thị Lê")),
        listed("LS-0002", lawyer("Lý Thị Lệ")),
        listed(
            "LS-0003",
            lawyer(
                "Hoàng Văn Đoàn", via="TC-001", gender="male", engagements=["assigned"], organisation="TC-001"
            ),
        ),
        listed(
            "LS-0004",
            lawyer(
                "Nông Thị Lê",
                status="ended",
                ended_on="2025-05-31",
                end_basis_number="9/QĐ",
                end_basis_date="2025-05-30",
            ),
        ),
    )
    return register
