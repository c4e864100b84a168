"""Changes that the public never sees: only fields of the desk differ, so the ledger has nothing to say.

They are proposed and approved like all others, and accepted without a publication.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.canonical import Document, tidy
from app.faults import NotAllowed, RulesBroken
from app.ledger import read
from app.ledger.acts import CHANGED
from app.ledger.asof import versions
from app.ledger.commitment import reveal
from app.publishing import law
from app.publishing.lines import public
from app.publishing.moves import move
from app.publishing.standing import refuse_unfit
from app.records import accepted
from app.records.changes import Change


def is_internal(session: Session, change: Change, document: Document) -> bool:
    """Whether ``document`` says in public what the newest version says, and differs only at the desk."""
    if change.act != CHANGED or change.listing_id is None:
        return False
    entries = read.listing_entries(session, change.listing_id)
    counting = versions(entries, entries[-1].publication) if entries else []
    if not counting or tidy(document) == accepted.document(session, change.listing_id):
        return False
    newest = counting[-1].number
    return bool(tidy(public(change.kind, document)) == reveal(read.bodies(session, [newest])[newest]))


def accept_internal(session: Session, changes: Sequence[Change], approver: Account) -> None:
    """Accept approved ``changes`` of the desk's own fields, without a publication: they keep no ``entry``.

    Raises NotAllowed where the public would see a difference; else as publishing does.
    """
    for change in changes:
        move(change, "publish", approver)
        refuse_unfit(session, change)
        if not is_internal(session, change, change.fields):
            raise NotAllowed(f"{change.listing_id} có thay đổi mà công chúng thấy: hãy công bố.")
        found = law.broken_by(session, [change])
        stopping = [(str(one.listing_id), rule) for one, rule in found if not (rule.warning or rule.question)]
        if stopping:
            raise RulesBroken(stopping)
        accepted.accept(session, str(change.listing_id), change.kind, change.fields)
    session.flush()
