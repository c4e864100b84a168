"""Reviewing: the difference field by field, approval bound to what was shown, and four eyes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app import kinds
from app.accounts.models import Account
from app.canonical import Document, Value, encode, sha256
from app.faults import NotAllowed, Stale
from app.kinds import Field
from app.publishing.moves import move
from app.records.changes import Change


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after; None where it is absent."""

    field: Field
    before: Value
    after: Value


def differences(kind_key: str, before: Document, after: Document) -> Iterator[Difference]:
    """Yield the fields that differ, in the order of the kind."""
    for field in kinds.find(kind_key).fields:
        old, new = before.get(field.key), after.get(field.key)
        if old != new:
            yield Difference(field, old, new)


def fingerprint(change: Change) -> str:
    """Return the hash of everything an approver must have seen of ``change``."""
    seen = {
        "act": change.act,
        "answered": change.answered,
        "base_entry": change.base_entry,
        "base_record": change.base_record,
        "fields": change.fields,
        "holds_from": change.holds_from,
        "kind": change.kind,
        "listing": change.listing_id,
        "target": change.target,
    }
    return sha256(encode(seen))


def approve(change: Change, approver: Account, shown: str) -> None:
    """Approve what was shown. Raises NotAllowed for one's own work, Stale where it changed since."""
    if approver.id in {change.author_id, *(save.account_id for save in change.saves)}:
        raise NotAllowed("Người đã soạn hoặc sửa thay đổi này không được duyệt chính nó.")
    if shown != fingerprint(change):
        raise Stale("Thay đổi này vừa được sửa. Hãy xem lại nội dung mới rồi mới duyệt.")
    move(change, "approve", approver)
    change.approver_id = approver.id
    change.fingerprint = shown


def send_back(change: Change, approver: Account, reason: str) -> None:
    """Return a change to its author with a reason, approved already or not. Raises NotAllowed without one."""
    if not reason.strip():
        raise NotAllowed("Hãy ghi lý do trả lại để người soạn biết cần sửa gì.")
    move(change, "send_back", approver)
    change.approver_id = None
    change.reason = reason.strip()
