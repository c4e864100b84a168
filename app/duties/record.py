"""The verbs of events: recorded, answered by a publication, reported to the Ministry, taken back."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock
from app.duties.law import EVENTS
from app.duties.rules import Happening, check, told_in_writing
from app.faults import NotAllowed, NotFound, NothingChanged, RulesBroken
from app.ledger import read
from app.records import accepted
from app.records.candidates import Candidate
from app.records.events import HAPPENED, Event


def record(session: Session, happening: Happening) -> Event:
    """Record what happened, with the days by which the list and the Ministry must know.

    Raises NotFound for an entry that is not there, RulesBroken, NothingChanged for the same event again.
    """
    if broken := check(happening, _kind(session, happening), clock.today()):
        raise RulesBroken([(HAPPENED.wording(happening.what), one) for one in broken])
    _refuse_twice(session, happening)
    asks, start = EVENTS[happening.what], happening.dossier_on or happening.happened_on
    event = Event(
        listing_id=happening.listing_id,
        candidate_id=happening.candidate_id,
        what=happening.what,
        happened_on=happening.happened_on.isoformat(),
        dossier_on=_text(happening.dossier_on),
        publish_due=_text(happening.publish_due or (asks.publish(start) if asks.publish else None)),
        ministry_due=_text(asks.tell(start) if asks.tell else None),
        note=(happening.note or "").strip() or None,
    )
    session.add(event)
    session.flush()
    return event


def mark_published(session: Session, event: Event, entry_number: int) -> None:
    """Note which ledger entry answered; again, to put another in its place. Raises NotAllowed, NotFound."""
    entry = read.entry(session, entry_number)
    if entry is None:
        raise NotFound(f"Không có bản {entry_number} trong sổ công bố.")
    if entry.listing_id != _listing_of(session, event):
        raise NotAllowed(f"Bản {entry_number} là của mục khác, {entry.listing_id}.")
    publication = read.publication(session, entry.publication)
    if publication and publication.day.isoformat() < event.happened_on:
        raise NotAllowed(f"Bản {entry_number} được công bố trước khi việc này xảy ra.")
    event.published_entry = entry_number


def mark_reported(event: Event, reported_on: date, letter: str) -> None:
    """Note when and by which letter the Ministry was told; again, to correct it. Raises RulesBroken."""
    happened_on = date.fromisoformat(event.happened_on)
    if broken := told_in_writing(happened_on, reported_on, letter, clock.today()):
        raise RulesBroken([(HAPPENED.wording(event.what), one) for one in broken])
    event.reported_on, event.letter = reported_on.isoformat(), letter.strip()


def clear_published(event: Event) -> None:
    """Take back that a publication answered."""
    event.published_entry = None


def clear_reported(event: Event) -> None:
    """Take back that the Ministry was told."""
    event.reported_on = event.letter = None


def take_back(session: Session, event: Event) -> None:
    """Let go of an event recorded by mistake. Raises NotAllowed once anything was done about it."""
    if event.published_entry is not None or event.reported_on is not None:
        raise NotAllowed("Việc này đã được công bố hoặc đã báo Bộ Tư pháp: hãy bỏ ghi nhận đó trước.")
    session.delete(event)
    session.flush()


def _kind(session: Session, happening: Happening) -> str:
    if (happening.listing_id is None) == (happening.candidate_id is None):
        raise NotAllowed("Một sự kiện là của một mục hoặc của một ứng viên.")
    if happening.listing_id is not None:
        kind = accepted.kind_of(session, happening.listing_id)
    else:
        candidate = session.get(Candidate, happening.candidate_id)
        kind = candidate.kind if candidate else None
    if kind is None:
        raise NotFound("Không có mục hoặc ứng viên này.")
    return kind


def _refuse_twice(session: Session, happening: Happening) -> None:
    same = select(Event.id).where(
        Event.what == happening.what,
        Event.happened_on == happening.happened_on.isoformat(),
        Event.listing_id == happening.listing_id,
        Event.candidate_id == happening.candidate_id,
    )
    if happening.what != "other" and session.scalar(same.limit(1)) is not None:
        raise NothingChanged("Sự kiện này đã được ghi.")


def _listing_of(session: Session, event: Event) -> str | None:
    candidate = session.get(Candidate, event.candidate_id) if event.candidate_id else None
    return event.listing_id or (candidate.listing_id if candidate else None)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
