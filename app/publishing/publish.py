"""Publishing: approved changes under one document become one publication, in the caller's one transaction.

Either everything happens (ledger, accepted records, states of the changes) or nothing does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.canonical import Document
from app.faults import NothingChanged, RulesBroken, Stale
from app.ledger import append, read
from app.ledger.acts import WITHDRAWN
from app.ledger.append import PublicationDraft
from app.ledger.signing import Signer
from app.publishing import law
from app.publishing.internal import is_internal
from app.publishing.lines import line
from app.publishing.moves import move
from app.publishing.numbering import issue_ids, resolved
from app.publishing.standing import refuse_unfit
from app.records import accepted
from app.records.changes import Change


@dataclass(frozen=True, slots=True)
class Instrument:
    """The document under which a publication stands (quyết định, thông báo, công văn, cập nhật liên hệ)."""

    instrument: str = "decision"
    issuer: str = "department"
    decision_number: str | None = None
    decision_date: date | None = None
    note: str | None = None


def publish(
    session: Session,
    signer: Signer,
    publisher: Account,
    changes: Sequence[Change],
    under: Instrument,
    *,
    register: str,
    sample: bool = False,
) -> int:
    """Publish approved ``changes`` and return the number of the publication.

    ``register`` is the province's code, ``sample`` a fact that only publication 1 sets. Changes that only
    the desk sees travel along without a line. Raises Stale where a change is not what was approved or its
    listing has moved on, NotAllowed where it is not approved or not possible, RulesBroken where the changes
    together, or one of them today, break a rule, NothingChanged where there is nothing to publish.
    """
    for change in changes:
        move(change, "publish", publisher)
    _refuse_rivals(changes)
    for change in changes:
        refuse_unfit(session, change)
    meaning = issue_ids(session, changes)
    _hold_to_the_law(session, changes)
    documents = [(change, resolved(change, meaning)) for change in changes]
    told = [one for one in documents if not is_internal(session, *one)]
    if not told:
        raise NothingChanged("Không có thay đổi nào để công bố.")
    lines = [line(session, change, document, under.decision_date) for change, document in told]
    draft = _draft(under, register, sample=_is_sample(session, sample))
    number = append.append(session, signer, draft, lines).number
    for entry, (change, _) in zip(read.entries(session, after=number - 1), told, strict=True):
        change.entry = entry.number
    _accept(session, documents)
    return number


def _refuse_rivals(changes: Sequence[Change]) -> None:
    """Refuse two changes to one listing: the later one knows nothing of what the other says."""
    times = Counter(change.listing_id for change in changes if change.listing_id)
    if rivals := sorted(one for one, count in times.items() if count > 1):
        raise Stale(f"Có hai thay đổi của cùng một mục: {', '.join(rivals)}. Hãy công bố một, sửa lại một.")


def _hold_to_the_law(session: Session, changes: Sequence[Change]) -> None:
    """Refuse what breaks a rule on this day. Questions were answered when the changes were submitted."""
    found = law.broken_together(session, changes)
    stopping = [(who, rule) for who, rule in found if not (rule.warning or rule.question)]
    if stopping:
        raise RulesBroken(stopping)


def _accept(session: Session, documents: Sequence[tuple[Change, Document]]) -> None:
    with session.no_autoflush:  # all at once, at the end
        for change, document in documents:
            if change.act == WITHDRAWN:
                accepted.withdraw(session, str(change.listing_id))
            else:
                accepted.accept(session, str(change.listing_id), change.kind, document)
    session.flush()


def _is_sample(session: Session, wanted: bool) -> bool:
    """Return whether the register is a sample: publication 1 says so once and for all."""
    first = read.publication(session, 1)
    return first.sample if first else wanted


def _draft(under: Instrument, register: str, *, sample: bool) -> PublicationDraft:
    return PublicationDraft(
        instrument=under.instrument,
        issuer=under.issuer,
        register=register,
        sample=sample,
        decision_number=under.decision_number,
        decision_date=under.decision_date,
        note=under.note,
    )
