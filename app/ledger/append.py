"""The one way into the ledger: number, chain, sign and write one publication. Only `publishing` may call it.

Knows nothing of who edited or approved. Commits nothing: the caller's transaction holds this and more.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import clock
from app.canonical import encode, sha256, tidy
from app.db import Base
from app.faults import NothingChanged
from app.ledger import header, standing
from app.ledger.commitment import Body, commitment, salt, salted, snapshot_hash
from app.ledger.draft import Line as Line
from app.ledger.draft import PublicationDraft as PublicationDraft
from app.ledger.models import Entry, Key, Publication, Snapshot
from app.ledger.rows import entries_hash, line
from app.ledger.signing import Signer, to_base64


def append(session: Session, signer: Signer, draft: PublicationDraft, lines: Sequence[Line]) -> Publication:
    """Append one publication with ``lines`` as its entries, in their order, and return its row.

    The transaction must have begun for writing (`app.db.for_writing`): a sequence would leave gaps.
    Raises NothingChanged for no lines, for a change equal to the listing's newest version and for a
    correction equal to its target; ValueError for a target that is not there to be corrected or redacted.
    """
    if not lines:
        raise NothingChanged("Không có thay đổi nào để công bố.")
    head = session.scalars(select(Publication).order_by(Publication.number.desc()).limit(1)).first()
    standing.check(session, lines)
    number = head.number + 1 if head else 1
    first = (session.scalar(select(func.max(Entry.number))) or 0) + 1
    snapshots = [salted(drafted.document) for drafted in lines]
    entries = [
        _entry(number, first + place, drafted, body)
        for place, (drafted, body) in enumerate(zip(lines, snapshots, strict=True))
    ]
    publication = _signed(signer, draft, number, head, entries_hash(line(entry) for entry in entries))
    _write(session, signer, publication, entries, snapshots)
    return publication


def _entry(publication: int, number: int, drafted: Line, body: Body) -> Entry:
    return Entry(
        number=number,
        publication=publication,
        listing_id=drafted.listing_id,
        act=drafted.act,
        holds_from=drafted.holds_from.isoformat() if drafted.holds_from else None,
        target=drafted.target,
        snapshot_hash=snapshot_hash(body),
    )


def _signed(
    signer: Signer, draft: PublicationDraft, number: int, head: Publication | None, lines_hash: str
) -> Publication:
    note = tidy(draft.note or "")
    body: Body = {"note": salt(note)} if note else {}
    now = clock.now().isoformat()
    values = header.build(
        register=draft.register,
        sample=draft.sample,
        number=number,
        instrument=draft.instrument,
        decision_number=draft.decision_number,
        decision_date=draft.decision_date.isoformat() if draft.decision_date else None,
        issuer=draft.issuer,
        ground=draft.ground,
        published_at=max(now, head.published_at) if head else now,
        key_id=signer.key_id,
        previous_hash=head.hash if head else None,
        note_hash=commitment(body["note"]) if body else None,
        entries_hash=lines_hash,
    )
    text = encode(values)
    return Publication(
        number=number,
        header=text,
        body=encode(body),
        previous_hash=values.get("previous_hash"),
        hash=sha256(text),
        signature=signer.sign(text),
        key_id=signer.key_id,
        published_at=values["published_at"],
    )


def _write(
    session: Session, signer: Signer, publication: Publication, entries: list[Entry], bodies: list[Body]
) -> None:
    rows: list[list[Base]] = [[publication], [*entries]]
    if session.get(Key, signer.key_id) is None:
        public_key = to_base64(signer.public_key)
        rows.insert(0, [Key(id=signer.key_id, public_key=public_key, from_publication=publication.number)])
    rows.append(
        [
            Snapshot(entry_number=entry.number, body=encode(body))
            for entry, body in zip(entries, bodies, strict=True)
        ]
    )
    for table in rows:  # each flushed by itself, as each refers to the one before
        session.add_all(table)
        session.flush()
