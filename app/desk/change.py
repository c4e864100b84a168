"""One change as the desk's pages know it: found, named, and whether the person here may have a hand in it."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import kinds
from app.accounts.permissions import APPROVE, PROPOSE, may
from app.canonical import Document
from app.desk import register
from app.desk.door import HOME
from app.desk.person import me
from app.faults import NotAllowed, NotFound
from app.kinds import Kind
from app.publishing.review import Difference, differences
from app.records import accepted
from app.records.changes import PUBLISHED, Change
from app.web.language import _


class Editor(NamedTuple):
    """Who saved a change last, and when (ISO 8601)."""

    name: str
    at: str


def path(change: Change) -> str:
    """Return the address of the page of ``change``."""
    return f"{HOME}/thay-doi/{change.id}"


def find(session: Session, number: int) -> Change:
    """Return the change with this number. Raises NotFound."""
    change = session.get(Change, number)
    if change is None:
        raise NotFound(_("Không có thay đổi %(number)s.", number=number))
    return change


def kind_of(change: Change) -> Kind:
    """Return the kind of what changes."""
    return kinds.find(change.kind)


def title(change: Change) -> str:
    """Return what people call the entry."""
    return str(change.fields.get("name") or _("%(kind)s mới, chưa có tên", kind=kind_of(change).vi))


def must_write(change: Change) -> None:
    """Raise NotAllowed unless the person here may propose such a change."""
    if not may(me().roles, PROPOSE, change.kind, change.fields):
        raise NotAllowed(_("Vai trò của bạn không soạn được loại mục này."))


def must_approve(change: Change) -> None:
    """Raise NotAllowed unless the person here may approve such a change."""
    if not may(me().roles, APPROVE, change.kind, change.fields):
        raise NotAllowed(_("Chỉ người duyệt làm được bước này."))


def own(change: Change) -> bool:
    """Whether the person here ever saved it, and so may not approve it."""
    return me().id in {change.author_id, *(save.account_id for save in change.saves)}


def before(session: Session, change: Change) -> Document:
    """Return the accepted record that the change is about; empty for a new entry."""
    return accepted.document(session, change.listing_id) or {} if change.listing_id else {}


def started_from(session: Session, change: Change) -> Document | None:
    """Return the record from which the change was begun, as far as it is still known."""
    if change.base_record == accepted.fingerprint(before(session, change) or None):
        return before(session, change)
    query = select(Change).where(Change.listing_id == change.listing_id, Change.state == PUBLISHED)
    for earlier in session.scalars(query.order_by(Change.id.desc())):
        if accepted.fingerprint(earlier.fields) == change.base_record:
            fields: Document = earlier.fields
            return fields
    return None


def is_stale(session: Session, change: Change) -> bool:
    """Whether the record has moved on since the change was begun."""
    held = before(session, change) or None
    return change.base_record != accepted.fingerprint(held)


def different(session: Session, change: Change) -> list[Difference]:
    """Return what the change would change, field by field."""
    return list(differences(change.kind, before(session, change), change.fields))


def last_editor(change: Change) -> Editor:
    """Return who saved it last."""
    save = max(change.saves, key=lambda one: one.id)
    return Editor(save.account.name, save.saved_at)


def names(session: Session) -> dict[str, str]:
    """Return id -> name of every record, to say whom a reference means."""
    return register.names(session)
