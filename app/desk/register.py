"""What the desk asks of the accepted records: whom there is, what a reference means, who looks like whom."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.canonical import Document
from app.kinds import EVERY_KIND, Field, Unreadable
from app.records.listing import Listing
from app.vietnamese import fold, sound, words


def names(session: Session) -> dict[str, str]:
    """Return id -> name of every record."""
    return {listing_id: name for listing_id, name in session.execute(select(Listing.id, Listing.name))}


def options(session: Session, field: Field) -> list[str]:
    """Return what a reference may be chosen from: ``LS-0001 · Tên``, of those that have not ended."""
    rows = session.execute(
        select(Listing.id, Listing.name).where(Listing.kind.in_(field.refers_to), Listing.status != "ended")
    )
    return [f"{listing_id} · {name}" for listing_id, name in sorted(rows)]


class References:
    """What people type for a reference, made an id: an id, a chosen ``id · name``, or an exact name."""

    def __init__(self, session: Session) -> None:
        self._rows = [tuple(row) for row in session.execute(select(Listing.id, Listing.kind, Listing.name))]

    def resolve(self, field: Field, text: str) -> str:
        """Return the id that ``text`` means. Raises Unreadable where it is none or several."""
        allowed = [(one, name) for one, kind, name in self._rows if kind in field.refers_to]
        code = text.split("·", maxsplit=1)[0].strip().upper()
        if any(code == one for one, _ in allowed):
            return code
        found = [one for one, name in allowed if " ".join(name.split()) == " ".join(text.split())]
        found = found or [one for one, name in allowed if fold(name) == fold(text)]
        if len(found) == 1:
            return found[0]
        wanted = " hoặc ".join(kind.vi for kind in EVERY_KIND if kind.key in field.refers_to)
        if found:
            raise Unreadable(f"một mục: tên này có {', '.join(found)}; hãy ghi mã")
        raise Unreadable(f"mã hoặc đúng tên của {wanted} đã có")


def lookalikes(session: Session, kind: str, document: Document, own: str | None) -> Iterator[tuple[str, str]]:
    """Yield (id, name) of records that may be the same: one name but for marks, tones or spelling."""
    wanted = _heard(str(document.get("name", "")))
    if not wanted:
        return
    for listing_id, name in session.execute(select(Listing.id, Listing.name).where(Listing.kind == kind)):
        if listing_id != own and _heard(name) == wanted:
            yield listing_id, name


def _heard(name: str) -> tuple[str, ...]:
    return tuple(sound(word) for word in words(name))
