"""How a page names the publication that something stands on. A function of a publication."""

from __future__ import annotations

from dataclasses import dataclass

from app.kinds import redaction
from app.ledger.read import PublicationView

INSTRUMENTS = {
    "decision": "Quyết định",
    "notice": "Thông báo",
    "letter": "Công văn",
    "contact_update": "Cập nhật thông tin liên hệ",
}


@dataclass(frozen=True, slots=True)
class PublicationRef:
    """``date`` is dd/mm/yyyy; ``document`` such as ``Quyết định số 12/QĐ-STP ngày 05/03/2025``.

    ``ground`` says in words why something was taken away; "" where nothing was.
    """

    number: int
    date: str
    url: str
    document: str
    ground: str


def publication_ref(publication: PublicationView) -> PublicationRef:
    """Return the reference to ``publication``."""
    return PublicationRef(
        number=publication.number,
        date=f"{publication.day:%d/%m/%Y}",
        url=f"/cong-bo/{publication.number}",
        document=document(publication),
        ground=redaction.wording(publication.ground) if publication.ground else "",
    )


def document(publication: PublicationView) -> str:
    """Return the document that ``publication`` rests on, in words."""
    words = [INSTRUMENTS.get(publication.instrument, publication.instrument)]
    if publication.decision_number:
        words.append(f"số {publication.decision_number}")
    if publication.decision_date:
        words.append(f"ngày {publication.decision_date:%d/%m/%Y}")
    return " ".join(words)
