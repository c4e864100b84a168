"""What a change may still do: it was approved as it is, its listing has not moved on, its act is possible."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.faults import NotAllowed, Stale
from app.ledger import read
from app.ledger.acts import CORRECTED, ENDED, LISTED, REINSTATED, WITHDRAWN
from app.ledger.views import EntryView
from app.publishing.review import fingerprint
from app.records import accepted
from app.records.changes import Change


def refuse_unfit(session: Session, change: Change) -> None:
    """Refuse a change that cannot be accepted as it stands. Raises Stale or NotAllowed."""
    entries = read.listing_entries(session, change.listing_id) if change.listing_id else []
    _refuse_stale(session, change, entries)
    _refuse_out_of_turn(change, entries)
    _refuse_contradiction(session, change)


def _refuse_stale(session: Session, change: Change, entries: Sequence[EntryView]) -> None:
    if change.fingerprint != fingerprint(change):
        raise Stale("Nội dung không còn đúng như lúc được duyệt. Hãy duyệt lại.")
    newest = entries[-1].number if entries else None
    if newest != change.base_entry:
        raise Stale(f"{change.listing_id} đã có bản công bố mới hơn. Hãy sửa trên bản mới.")
    held = accepted.document(session, change.listing_id) if change.listing_id else None
    if change.base_record not in (None, accepted.fingerprint(held)):
        raise Stale(f"{change.listing_id} đã có thông tin nội bộ mới hơn. Hãy sửa trên bản mới.")


def _refuse_out_of_turn(change: Change, entries: Sequence[EntryView]) -> None:
    if any(entry.act == WITHDRAWN for entry in entries):
        raise NotAllowed(f"{change.listing_id} đã rút khỏi danh sách, không đổi được nữa. Hãy lập mục mới.")
    if change.act == LISTED and entries:
        raise NotAllowed(f"{change.listing_id} đã được công bố: hãy sửa mục đó.")
    if change.act != LISTED and not entries:
        raise NotAllowed("Mục chưa từng được công bố thì không sửa, chấm dứt hay rút được.")


def _refuse_contradiction(session: Session, change: Change) -> None:
    """An ending ends and a reinstatement revives; no other act does either, save that a correction may."""
    if change.act in (LISTED, CORRECTED, WITHDRAWN):
        return
    before = accepted.document(session, str(change.listing_id)) or {}
    was, ends = before.get("status") == "ended", change.fields.get("status") == "ended"
    fits = {ENDED: ends, REINSTATED: was and not ends}
    if not fits.get(change.act, was == ends):
        raise NotAllowed(f"{change.listing_id}: tình trạng không đúng với việc chấm dứt hoặc lập lại.")
