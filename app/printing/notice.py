"""The notice that hangs in commune halls, police stations and courts: one sheet of A4, on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from app.printing.qr import svg
from app.printing.typeset import pdf


@dataclass(frozen=True, slots=True)
class Office:
    """Whom to call: ``hours`` are weekly, for paper outlives a day."""

    name: str
    phone: str
    address: str
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Everything on the sheet. ``proof`` says which publication it shows and by which hash to check it."""

    place: str
    department: str
    sample: bool
    centre: Office
    nearest: Sequence[Office]
    branches: Sequence[Office]
    entitled: Sequence[str]
    rights: Sequence[str]
    duties: Sequence[str]
    steps: Sequence[str]
    basis: str
    address: str
    day: str
    publication: str
    proof: str
    key: str


def notice(told: Notice) -> bytes:
    """Return the sheet as PDF."""
    return pdf("notice.typ", {**asdict(told), "qr": svg(told.address)})
