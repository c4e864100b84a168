"""Proposing: a change set of drafts, saved as typed; submitting is where shape and law are asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import clock
from app.accounts.models import Account
from app.canonical import Document, tidy
from app.faults import NothingChanged, RuleBroken, RulesBroken
from app.ledger import read
from app.publishing import law
from app.publishing.moves import move
from app.publishing.review import fingerprint
from app.records.changes import Change, ChangeSave, ChangeSet


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one listing should say. ``fields`` is the whole document, staff fields too.

    A reference to another new listing is ``@`` and the position, from 1, of its proposal in the same set.
    """

    kind: str
    fields: Document
    listing_id: str | None = None
    act: str = "listed"
    target: int | None = None
    holds_from: str | None = None
    reason: str | None = None


def propose(session: Session, author: Account, title: str, proposals: Sequence[Proposal]) -> ChangeSet:
    """Open a change set of drafts, one for each proposal, in order. Raises NothingChanged for none."""
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


def save(change: Change, account: Account, fields: Document) -> None:
    """Keep what was typed, complete or not. Whoever saves once may never approve this change."""
    move(change, "save", account)
    change.fields = tidy(fields)
    change.saves.append(ChangeSave(account_id=account.id, saved_at=clock.now().isoformat()))


def submit(
    session: Session,
    changes: Sequence[Change],
    account: Account,
    answered: Collection[tuple[int, str]] = (),
) -> None:
    """Hand changes to review. Raises RulesBroken with everything that stands in the way, of all of them.

    ``answered`` are (id of the change, key of the field) about which a person was asked, looked and said yes:
    questions there no longer stand in the way.
    """
    broken: list[tuple[str, RuleBroken]] = []
    for change, rule in law.broken_by(session, changes):
        settled = rule.question and (change.id, rule.field) in answered
        broken += [] if rule.warning or settled else [(_who(change), rule)]
    for change in changes:
        move(change, "submit", account)
        change.fingerprint = fingerprint(change)
    if broken:
        raise RulesBroken(broken)


def _who(change: Change) -> str:
    return change.listing_id or str(change.fields.get("name") or f"mục {change.position}")
