"""Changes that wait for one person: to finish, returned, to approve, to publish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.duties.item import Item, Mine, in_order
from app.records.changes import APPROVED, DRAFT, RETURNED, SUBMITTED, Change

_ACTS = {
    "listed": "lập mục mới",
    "changed": "sửa",
    "corrected": "đính chính",
    "ended": "chấm dứt",
    "reinstated": "lập lại",
    "withdrawn": "rút khỏi danh sách",
}


def to_finish(session: Session, account_id: int) -> tuple[Item, ...]:
    """Return the drafts that this person began."""
    return _items("Đang soạn", _in(session, DRAFT, author=account_id))


def returned(session: Session, account_id: int) -> tuple[Item, ...]:
    """Return what was sent back to this person; ``detail`` is the reason."""
    return _items("Bị trả lại", _in(session, RETURNED, author=account_id), with_reason=True)


def to_approve(session: Session, account_id: int, mine: Mine) -> tuple[Item, ...]:
    """Return what waits for approval by this person: theirs to approve, and never saved by them."""
    waiting = (
        one
        for one in _in(session, SUBMITTED)
        if mine(one.kind, one.fields) and account_id not in {one.author_id, *_savers(one)}
    )
    return _items("Chờ duyệt", waiting)


def to_publish(session: Session, mine: Mine) -> tuple[Item, ...]:
    """Return what is approved and not yet published."""
    return _items("Chờ công bố", (one for one in _in(session, APPROVED) if mine(one.kind, one.fields)))


def _in(session: Session, state: str, author: int | None = None) -> Sequence[Change]:
    asked = select(Change).where(Change.state == state).options(selectinload(Change.saves))
    if author is not None:
        asked = asked.where(Change.author_id == author)
    return session.scalars(asked).all()


def _savers(change: Change) -> set[int]:
    return {save.account_id for save in change.saves}


def _items(what: str, changes: Iterable[Change], *, with_reason: bool = False) -> tuple[Item, ...]:
    return in_order(_item(what, one, one.reason if with_reason else None) for one in changes)


def _item(what: str, change: Change, reason: str | None) -> Item:
    saved = max((save.saved_at for save in change.saves), default=None)
    return Item(
        kind=change.kind,
        listing_id=change.listing_id or "",
        name=str(change.fields.get("name") or ""),
        sentence=f"{what}: {_ACTS.get(change.act, change.act)}.",
        day=date.fromisoformat(saved[:10]) if saved else None,
        path=f"/can-bo/thay-doi/{change.id}",
        detail=reason or "",
    )
