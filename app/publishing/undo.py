"""Undoing a publication: a new change set that restores what stood before it, to be approved like any other.

The ledger keeps the publication that is undone. What was redacted since is not brought back, nor is anything
that was withdrawn; where a later publication touched the same listing, people must decide, so it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import kinds
from app.accounts.models import Account
from app.canonical import Document
from app.faults import NotAllowed, NotFound
from app.ledger import read
from app.ledger.acts import CHANGED, CORRECTED, ENDED, LISTED, REDACTED, REINSTATED, WITHDRAWN
from app.ledger.asof import version, versions
from app.ledger.commitment import REDACTED_KEYS, redacted_keys, reveal
from app.ledger.views import EntryView
from app.publishing.moves import move
from app.publishing.propose import Proposal, answer, drop, propose
from app.records import accepted
from app.records.changes import DROPPED, PUBLISHED, Change, ChangeSet

_BACK = {LISTED: WITHDRAWN, CHANGED: CHANGED, CORRECTED: CORRECTED, ENDED: REINSTATED, REINSTATED: ENDED}
"""What undoes each act. A withdrawal and a redaction stay."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One entry to undo, and all entries of its listing."""

    entry: EntryView
    history: Sequence[EntryView]

    @property
    def listing_id(self) -> str:
        return self.entry.listing_id

    def earlier(self) -> EntryView | None:
        """Return the version that the entry took the place of."""
        if self.entry.act == CORRECTED:
            return next(one for one in self.history if one.number == self.entry.target)
        known, n = self.history, self.entry.publication - 1
        held = version(known, n, self.entry.holds_from) if self.entry.holds_from else None
        return held or next(iter(versions(known, n)), None)

    def touched_later(self) -> bool:
        """Whether a later publication said something about the listing, other than to redact."""
        return any(one.publication > self.entry.publication and one.act != REDACTED for one in self.history)


def undo(session: Session, author: Account, number: int) -> ChangeSet:
    """Propose what restores the register before publication ``number``, as drafts of ``author``.

    Questions about what they say were answered when it was published before. Raises NotFound for no such
    publication, NotAllowed naming what cannot be undone, NothingChanged where the publication only redacted.
    """
    return _restore(session, author, f"Hoàn tác lần công bố {number}", _entries(session, number))


def undo_set(session: Session, author: Account, number: int) -> ChangeSet | None:
    """Take back change set ``number``, such as an import, as a whole.

    While nothing of it is published it is dropped, and None returned. Else what waits is dropped, and drafts
    of ``author`` that restore what stood before the rest are returned. Raises as `undo`, and NotAllowed for a
    set that was dropped.
    """
    taken = session.get(ChangeSet, number)
    if taken is None:
        raise NotFound(f"Không có nhóm thay đổi {number}.")
    entries = [one.entry for one in taken.changes if one.state == PUBLISHED and one.entry]
    if not entries:
        drop(taken, author)
        return None
    for change in taken.changes:
        if change.state not in (PUBLISHED, DROPPED):
            move(change, "drop", author)
    undone = [one for entry in entries if (one := read.entry(session, entry))]
    return _restore(session, author, f"Hoàn tác nhóm thay đổi {number}", undone)


def _restore(session: Session, author: Account, title: str, undone: Sequence[EntryView]) -> ChangeSet:
    restoring = propose(session, author, title, list(_proposals(session, undone)))
    for change in restoring.changes:
        answer(change, change.fields)
    return restoring


def proposals(session: Session, number: int) -> Iterator[Proposal]:
    """Yield a proposal for each entry of publication ``number``. Raises NotFound and NotAllowed as `undo`."""
    return _proposals(session, _entries(session, number))


def _entries(session: Session, number: int) -> list[EntryView]:
    if read.publication(session, number) is None:
        raise NotFound(f"Không có lần công bố {number}.")
    return [one for one in read.entries(session, number - 1, number) if one.act != REDACTED]


def _proposals(session: Session, undone: Sequence[EntryView]) -> Iterator[Proposal]:
    histories = read.entries_of(session, {one.listing_id for one in undone})
    steps = [_Step(one, histories[one.listing_id]) for one in undone]
    _refuse_settled(session, steps)
    return (_proposal(session, step) for step in steps)


def _refuse_settled(session: Session, steps: Sequence[_Step]) -> None:
    withdrawn = [_called(session, one.listing_id) for one in steps if one.entry.act == WITHDRAWN]
    later = [_called(session, one.listing_id) for one in steps if one.touched_later()]
    said = [
        f"{reason}: {'; '.join(dict.fromkeys(who))}"
        for reason, who in (("Đã rút khỏi danh sách", withdrawn), ("Lần công bố sau đã đổi", later))
        if who
    ]
    if said:
        raise NotAllowed(f"Không hoàn tác được cả lần công bố này. {'. '.join(said)}.")


def _called(session: Session, listing_id: str) -> str:
    record = accepted.document(session, listing_id) or {}
    return f"{listing_id} {record.get('name', '')}".strip()


def _proposal(session: Session, step: _Step) -> Proposal:
    entry, kind = step.entry, kinds.of_id(step.listing_id)
    if kind is None:
        raise ValueError(f"{step.listing_id} is of no known kind")
    present = accepted.document(session, step.listing_id) or {}
    earlier = step.earlier()
    if entry.act == LISTED or earlier is None:
        return Proposal(kind.key, present, step.listing_id, WITHDRAWN)
    day = earlier.holds_from if entry.act == CORRECTED else entry.holds_from
    return Proposal(
        kind.key,
        _restored(session, step, earlier, present),
        step.listing_id,
        _BACK[entry.act],
        target=entry.number if entry.act == CORRECTED else None,
        holds_from=day.isoformat() if day else None,
    )


def _restored(session: Session, step: _Step, earlier: EntryView, present: Document) -> Document:
    """Return what ``earlier`` said in public, with what the desk knows today and what stays redacted."""
    redactions = [one for one in step.history if one.act == REDACTED]
    bodies = read.bodies(session, [earlier.number, *(one.number for one in redactions)])
    since = [one for one in redactions if one.publication > step.entry.publication]
    sealed = {key for one in since for key in reveal(bodies[one.number])[REDACTED_KEYS]}
    sealed |= redacted_keys(bodies[earlier.number])
    said = {key: value for key, value in reveal(bodies[earlier.number]).items() if key not in sealed}
    kind = kinds.of_id(step.listing_id)
    desk = {one.key for one in kind.fields if not one.public} if kind else set()
    kept = {key: value for key, value in present.items() if key in desk | sealed and key != "end_ground"}
    return said | kept | _ground(session, earlier)


def _ground(session: Session, earlier: EntryView) -> Document:
    """Return the desk's ground of the ending that is restored, from the change that published it."""
    change = session.scalars(select(Change).where(Change.entry == earlier.number)).first()
    ground = change.fields.get("end_ground") if change else None
    return {"end_ground": ground} if ground else {}
