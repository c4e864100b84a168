"""Reading the recorded events: what the law asks for and by when, and what the Ministry was not told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.duties.item import DONE, Duty, Mine, in_order
from app.duties.reckoning import TELL, Told, duties_of
from app.records.candidates import Candidate
from app.records.events import Event
from app.records.law import Notice
from app.records.listing import Listing
from app.records.offices import Branch
from app.records.persons import Lawyer

_LISTING, _LAWYER, _BRANCH, _NOTICE = (one.__table__ for one in (Listing, Lawyer, Branch, Notice))
_QUERY = (
    select(
        Event,
        _LISTING.c.kind.label("kind"),
        _LISTING.c.name.label("name"),
        _LAWYER.c.engagements,
        _BRANCH.c.head,
        _NOTICE.c.filing_to,
        Candidate,
    )
    .outerjoin(_LISTING, Event.listing_id == _LISTING.c.id)
    .outerjoin(_LAWYER, Event.listing_id == _LAWYER.c.id)
    .outerjoin(_BRANCH, Event.listing_id == _BRANCH.c.id)
    .outerjoin(_NOTICE, Event.listing_id == _NOTICE.c.id)
    .outerjoin(Candidate, Event.candidate_id == Candidate.id)
)


def open_duties(session: Session, today: date, mine: Mine) -> tuple[Duty, ...]:
    """Return what is still to be done by a day that the law, or a clerk, has set."""
    return in_order(one for one in _open(session, today, mine) if one.day)


def unreported(session: Session, today: date, mine: Mine) -> tuple[Duty, ...]:
    """Return what the Ministry of Justice has not been told of, with a term or without."""
    return in_order(one for one in _open(session, today, mine) if one.code == TELL)


def of_event(session: Session, event_id: int, today: date) -> list[Duty]:
    """Return all duties of one event, done ones too; none where there is no such event."""
    return [duty for told in _told(session) if told.id == event_id for duty in duties_of(told, today)]


def _open(session: Session, today: date, mine: Mine) -> Iterator[Duty]:
    for told in _told(session):
        if mine(told.kind, {"engagements": list(told.engagements)} if told.engagements else {}):
            yield from (duty for duty in duties_of(told, today) if duty.state != DONE)


def _told(session: Session) -> list[Told]:
    rows = session.execute(_QUERY).all()
    by_subject: dict[str, list[Event]] = defaultdict(list)
    for row in rows:
        by_subject[_subject(row)].append(row.Event)
    return [_one(row, by_subject[_subject(row)]) for row in rows]


def _subject(row: Row[Any]) -> str:
    """A candidate and the listing that it became are one."""
    event, candidate = row.Event, row.Candidate
    return str(event.listing_id or candidate.listing_id or f"#{candidate.id}")


def _one(row: Row[Any], same_subject: Sequence[Event]) -> Told:
    event, candidate = row.Event, row.Candidate
    return Told(
        id=event.id,
        what=event.what,
        kind=candidate.kind if candidate else row.kind,
        name=candidate.name if candidate else row.name,
        listing_id=event.listing_id or (candidate.listing_id if candidate else None) or "",
        happened_on=date.fromisoformat(event.happened_on),
        dossier_on=_day(event.dossier_on),
        publish_due=_day(event.publish_due),
        ministry_due=_day(event.ministry_due),
        published_entry=event.published_entry,
        reported_on=_day(event.reported_on),
        letter=event.letter,
        filing_to=_day(row.filing_to),
        engagements=tuple(row.engagements or ()),
        later=_later(event, same_subject),
        settled=_settled(row),
    )


def _later(event: Event, others: Sequence[Event]) -> dict[str, date]:
    after = [one for one in others if one.id != event.id and one.happened_on >= event.happened_on]
    first = {one.what: one for one in sorted(after, key=lambda one: one.happened_on, reverse=True)}
    return {what: date.fromisoformat(one.happened_on) for what, one in first.items()}


def _settled(row: Row[Any]) -> frozenset[str]:
    """A branch whose record names its head has one; a collaborator is listed only under a contract."""
    shown = {"appoint_head": row.head, "sign_collaborator": row.Candidate and row.Candidate.listing_id}
    return frozenset(code for code, answer in shown.items() if answer)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
