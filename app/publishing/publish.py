"""Publishing: approved changes under one document become one publication, in the caller's one transaction.

Either everything happens (ledger, accepted records, states of the changes) or nothing does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app import clock, kinds
from app.accounts.models import Account
from app.canonical import Document, Value
from app.faults import NothingChanged, Stale
from app.ledger import append, read
from app.ledger.append import Line, PublicationDraft
from app.ledger.signing import Signer
from app.publishing.moves import move
from app.publishing.review import fingerprint
from app.records import accepted
from app.records.changes import Change


@dataclass(frozen=True, slots=True)
class Instrument:
    """The document under which a publication stands (quyết định, thông báo, công văn, cập nhật liên hệ)."""

    instrument: str = "decision"
    issuer: str = "department"
    decision_number: str | None = None
    decision_date: date | None = None
    note: str | None = None


def publish(
    session: Session,
    signer: Signer,
    publisher: Account,
    changes: Sequence[Change],
    under: Instrument,
    *,
    register: str,
    sample: bool = False,
) -> int:
    """Publish approved ``changes`` and return the number of the publication.

    ``register`` is the province's code, ``sample`` a fact that only publication 1 sets. Raises Stale where a
    change is not what was approved or its listing has moved on, NotAllowed where it is not approved,
    NothingChanged where there is nothing to publish.
    """
    if not changes:
        raise NothingChanged("Không có thay đổi nào để công bố.")
    for change in changes:
        move(change, "publish", publisher)
        _refuse_stale(session, change)
    ids = _issue_ids(session, changes)
    documents = [_resolved(change, ids) for change in changes]
    lines = [_line(session, *pair, under) for pair in zip(changes, documents, strict=True)]
    draft = _draft(under, register, sample=_is_sample(session, sample))
    number = append.append(session, signer, draft, lines).number
    entries = read.entries(session, after=number - 1)
    for entry, change, document in zip(entries, changes, documents, strict=True):
        change.entry = entry.number
        accepted.accept(session, entry.listing_id, change.kind, document)
    session.flush()
    return number


def _is_sample(session: Session, wanted: bool) -> bool:
    """Return whether the register is a sample: publication 1 says so once and for all."""
    first = read.publication(session, 1)
    return first.sample if first else wanted


def _refuse_stale(session: Session, change: Change) -> None:
    if change.fingerprint != fingerprint(change):
        raise Stale("Nội dung không còn đúng như lúc được duyệt. Hãy duyệt lại.")
    entries = read.listing_entries(session, change.listing_id) if change.listing_id else []
    newest = entries[-1].number if entries else None
    if newest != change.base_entry:
        raise Stale(f"{change.listing_id} đã có bản công bố mới hơn. Hãy sửa trên bản mới.")


def _issue_ids(session: Session, changes: Sequence[Change]) -> Mapping[str, str]:
    """Give each new listing its id, in order and never one issued before; return ``@position`` -> id."""
    last: dict[str, int] = {}
    for change in changes:
        kind = kinds.find(change.kind)
        serial = last.get(kind.prefix) or read.last_serial(session, f"{kind.prefix}-")
        if change.listing_id is None:
            serial += 1
            change.listing_id = kind.public_id(serial)
        else:
            serial = max(serial, int(change.listing_id.rpartition("-")[2]))
        last[kind.prefix] = serial
    return {f"@{change.position}": str(change.listing_id) for change in changes}


def _resolved(change: Change, ids: Mapping[str, str]) -> Document:
    fields: Document = dict(change.fields)
    for field in kinds.find(change.kind).fields:
        if field.refers and field.key in fields:
            fields[field.key] = _ids_for(fields[field.key], ids)
    return fields


def _ids_for(value: Value, ids: Mapping[str, str]) -> Value:
    return [ids.get(one, one) for one in value] if isinstance(value, list) else ids.get(value, value)


def _line(session: Session, change: Change, document: Document, under: Instrument) -> Line:
    kind = kinds.find(change.kind)
    public = {field.key: document[field.key] for field in kind.public_fields if field.key in document}
    return Line(
        listing_id=str(change.listing_id),
        act=change.act,
        holds_from=_holds_from(session, change, document, under),
        document=public,
        target=change.target,
    )


def _holds_from(session: Session, change: Change, document: Document, under: Instrument) -> date:
    """Return since when the new version holds (contract, "What as of means")."""
    begins = date.fromisoformat(document["effective_from"])
    if change.act == "listed":
        return begins
    return max(begins, _asked_day(session, change, document) or under.decision_date or clock.today())


def _asked_day(session: Session, change: Change, document: Document) -> date | None:
    """Return the day that the change itself asks for: said, the ending's own, or that of what it corrects."""
    if change.holds_from:
        return date.fromisoformat(change.holds_from)
    if change.act == "ended":
        return date.fromisoformat(document["ended_on"])
    if change.act == "corrected":
        history = read.listing_entries(session, str(change.listing_id))
        return next((entry.holds_from for entry in history if entry.number == change.target), None)
    return None


def _draft(under: Instrument, register: str, *, sample: bool) -> PublicationDraft:
    return PublicationDraft(
        instrument=under.instrument,
        issuer=under.issuer,
        register=register,
        sample=sample,
        decision_number=under.decision_number,
        decision_date=under.decision_date,
        note=under.note,
    )
