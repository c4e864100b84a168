"""Holding changes against the rules, with what the register knows: one by one, and as one publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial

from sqlalchemy.orm import Session

from app import clock, kinds
from app.canonical import Document
from app.faults import RuleBroken
from app.ledger import read
from app.ledger.acts import CORRECTED, LISTED, WITHDRAWN
from app.publishing import rules
from app.publishing.numbering import handle, handles, resolved
from app.publishing.rules import Batch, Held
from app.records import accepted
from app.records.changes import Change

Broken = list[tuple[str, RuleBroken]]


def broken_by(session: Session, changes: Iterable[Change]) -> Iterator[tuple[Change, RuleBroken]]:
    """Yield what each change breaks by itself, warnings and questions too. A withdrawal breaks nothing."""
    accepted_kind = cache(partial(accepted.kind_of, session))  # a thousand people name the same few offices

    def kind_of(target: str) -> str | None:
        if target.startswith("@"):
            return next((one.kind for one in change.change_set.changes if f"@{one.position}" == target), None)
        return accepted_kind(target)

    for change in changes:
        if change.act != WITHDRAWN:
            kind = kinds.find(change.kind)
            for rule in rules.check(kind, change.fields, _posted_on(session, change)):
                yield change, rule
            for rule in rules.check_references(kind, change.fields, kind_of):
                yield change, rule


def broken_together(session: Session, changes: Sequence[Change]) -> Broken:
    """Return (id, broken rule) for everything that ``changes`` break as one publication today.

    Nothing is changed: the desk may ask before it publishes. A new listing is named by ``@…``.
    """
    meaning = handles(changes)
    batch = batch_of(session, [(change, resolved(change, meaning)) for change in changes])
    return [*_broken_one_by_one(session, changes, batch), *rules.check_batch(batch)]


def batch_of(session: Session, changes: Sequence[tuple[Change, Document]]) -> Batch:
    """Return the register before and after ``changes``, given with their documents as they would stand."""
    before = {one: Held(kinds.find(kind), document) for one, kind, document in accepted.every(session)}
    after = dict(before)
    for change, document in changes:
        if change.act == WITHDRAWN:
            after.pop(handle(change), None)
        else:
            after[handle(change)] = Held(kinds.find(change.kind), document)
    corrected = frozenset(handle(change) for change, _ in changes if change.act == CORRECTED)
    return Batch(before, after, corrected)


def _broken_one_by_one(session: Session, changes: Sequence[Change], batch: Batch) -> Broken:
    def kind_of(target: str) -> str | None:
        held = batch.before.get(target) or batch.after.get(target)
        return held.kind.key if held else None

    broken: Broken = []
    for change in changes:
        if held := batch.after.get(handle(change)):
            found = [
                *rules.check(held.kind, held.document, _posted_on(session, change)),
                *rules.check_references(held.kind, held.document, kind_of),
            ]
            broken += ((handle(change), one) for one in found)
    return broken


def _posted_on(session: Session, change: Change) -> date | None:
    """Return the day of the listing's first publication, today for a new one; None where no rule asks."""
    if not any(rule.concerns(kinds.find(change.kind)) for rule in rules.BY_POSTING):
        return None
    entries = read.listing_entries(session, change.listing_id) if change.listing_id else []
    if change.act == LISTED or not entries:
        return clock.today()
    first = read.publication(session, entries[0].publication)
    return first.day if first else None
