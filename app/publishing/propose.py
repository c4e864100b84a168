"""Proposing: a change set of drafts, saved as typed; submitting is where shape and law are asked for.

Until one of them is published, all of them can be dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import clock
from app.accounts.models import Account
from app.canonical import Document, encode, sha256, tidy
from app.faults import NotAllowed, NothingChanged, RuleBroken, RulesBroken, Stale
from app.ledger import read
from app.publishing import law, shape
from app.publishing.moves import move
from app.publishing.review import fingerprint
from app.records import accepted
from app.records.changes import DROPPED, PUBLISHED, Change, ChangeSave, ChangeSet


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one listing should say. ``fields`` is the whole document, staff fields too.

    A reference to another new listing is ``@`` and the position, from 1, of its proposal in the same set.
    ``base_record`` is the fingerprint of the accepted record that the proposer read, where that was earlier.
    """

    kind: str
    fields: Document
    listing_id: str | None = None
    act: str = "listed"
    target: int | None = None
    holds_from: str | None = None
    reason: str | None = None
    base_record: str | None = None


def propose(session: Session, author: Account, title: str, proposals: Sequence[Proposal]) -> ChangeSet:
    """Open a change set of drafts, one for each proposal, in order.

    Raises NothingChanged for none, Stale where the record is no longer the one that the proposer read.
    """
    if not proposals:
        raise NothingChanged("Không có nội dung nào thay đổi.")
    change_set = ChangeSet(title=title, author_id=author.id, created_at=clock.now().isoformat())
    session.add(change_set)
    for position, proposal in enumerate(proposals, start=1):
        change = _draft(session, author, position, proposal)
        change_set.changes.append(change)
        save(change, author, proposal.fields)
    session.flush()
    return change_set


def _draft(session: Session, author: Account, position: int, proposal: Proposal) -> Change:
    return Change(
        position=position,
        kind=proposal.kind,
        listing_id=proposal.listing_id,
        base_entry=_newest_entry(session, proposal.listing_id),
        base_record=_record(session, proposal),
        act=proposal.act,
        target=proposal.target,
        holds_from=proposal.holds_from,
        reason=proposal.reason,
        author=author,
        state="draft",
    )


def _newest_entry(session: Session, listing_id: str | None) -> int | None:
    entries = read.listing_entries(session, listing_id) if listing_id else []
    return entries[-1].number if entries else None


def _record(session: Session, proposal: Proposal) -> str | None:
    held = accepted.document(session, proposal.listing_id) if proposal.listing_id else None
    now = accepted.fingerprint(held)
    if proposal.base_record not in (None, now):
        raise Stale(f"{proposal.listing_id} vừa được người khác sửa. Hãy đọc lại rồi làm lại.")
    return now


def save(change: Change, account: Account, fields: Document) -> None:
    """Keep what was typed, complete or not. Whoever saves once may never approve this change."""
    move(change, "save", account, fields)
    change.fields = tidy(fields)
    change.saves.append(ChangeSave(account_id=account.id, saved_at=clock.now().isoformat()))


def start_anew(session: Session, change: Change) -> None:
    """Let a change start from the record as it stands now: somebody compared the two and decided."""
    change.base_entry = _newest_entry(session, change.listing_id)
    held = accepted.document(session, change.listing_id) if change.listing_id else None
    change.base_record = accepted.fingerprint(held)


def submit(
    session: Session,
    changes: Sequence[Change],
    account: Account,
    answered: Collection[tuple[int, str]] = (),
) -> None:
    """Hand changes to review. Raises RulesBroken with everything that stands in the way, of all of them.

    ``answered`` are (id of the change, key of the field) about which a person was asked, looked and said yes:
    questions there no longer stand in the way, as long as the field says the same.
    """
    for change in changes:
        answer(change, [key for id_, key in answered if id_ == change.id])
    broken = [(_who(change), rule) for change, rule in _in_the_way(session, changes)]
    for change in changes:
        move(change, "submit", account)
        change.fingerprint = fingerprint(change)
    if broken:
        raise RulesBroken(broken)


def take_back(change: Change, account: Account) -> None:
    """Make a draft again of a change that nobody has reviewed. Raises NotAllowed once somebody has."""
    move(change, "take_back", account)


def answer(change: Change, keys: Iterable[str]) -> None:
    """Keep that a person looked at what these fields say and found it right."""
    change.answered = {**(change.answered or {}), **{key: _said(change.fields, key) for key in keys}}


def drop(change_set: ChangeSet, account: Account) -> list[Change]:
    """Let go of a whole change set and return its changes. Raises NotAllowed once one is published."""
    pending = [change for change in change_set.changes if change.state != DROPPED]
    if any(change.state == PUBLISHED for change in pending):
        raise NotAllowed("Nhóm thay đổi này đã được công bố: hãy hoàn tác lần công bố.")
    if not pending:
        raise NotAllowed("Nhóm thay đổi này đã được bỏ.")
    for change in pending:
        move(change, "drop", account)
    return pending


def _in_the_way(session: Session, changes: Sequence[Change]) -> Iterator[tuple[Change, RuleBroken]]:
    for change in changes:
        yield from ((change, rule) for rule in shape.misshapen(change.kind, change.fields))
    for change, rule in law.broken_by(session, changes):
        if not rule.warning and not (rule.question and _settled(session, change, rule.field)):
            yield change, rule


def _settled(session: Session, change: Change, key: str) -> bool:
    """Whether a question about these very words was answered: here, or before the record was accepted."""
    held = accepted.document(session, change.listing_id) if change.listing_id else None
    said = _said(change.fields, key)
    return said in ((change.answered or {}).get(key), _said(held or {}, key))


def _said(document: Document, key: str) -> str:
    return sha256(encode(document.get(key)))


def _who(change: Change) -> str:
    return change.listing_id or str(change.fields.get("name") or f"mục {change.position}")
