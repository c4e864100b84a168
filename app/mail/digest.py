"""One letter a day at most for each person, and none for nothing.

The day is claimed before the letter goes, so that two runs at once send one; where it cannot be handed over
the claim is given back, and the next run tries again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from sqlalchemy.orm import Session

from app.duties.waiting import Waiting, Who, waiting
from app.mail import letter
from app.mail.models import Digest
from app.mail.server import NotSent, Server
from app.workdays import is_working_day


class UnitOfWork(Protocol):
    """What opens one transaction."""

    def __call__(self) -> AbstractContextManager[Session]: ...


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person who wants letters, and what is theirs."""

    username: str
    address: str = field(repr=False)
    who: Who


@dataclass(slots=True)
class Outcome:
    """How many letters went, how many people needed none, and for whom it failed and why."""

    sent: int = 0
    quiet: int = 0
    failed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Claim:
    found: Waiting
    before: tuple[str, list[str]] | None


def send_digests(
    unit_of_work: UnitOfWork, server: Server, people: Sequence[Recipient], base_url: str, today: date
) -> Outcome:
    """Send each of ``people`` what waits for them, where anything is new or due; nothing on days off."""
    outcome = Outcome()
    for one in people if is_working_day(today) else ():
        claim = _claim(unit_of_work, one.who, today)
        if claim is None:
            outcome.quiet += 1
            continue
        try:
            server.send(one.address, letter.letter(claim.found, base_url, today))
            outcome.sent += 1
        except NotSent as reason:
            _give_back(unit_of_work, one.who, claim)
            outcome.failed[one.username] = str(reason)
    return outcome


def _claim(unit_of_work: UnitOfWork, who: Who, today: date) -> _Claim | None:
    """Take the day, where a letter is worth it; what was there before is kept to be given back."""
    with unit_of_work() as session:
        last = session.get(Digest, who.account_id)
        if last and last.day >= today.isoformat():
            return None
        found = waiting(session, who, today)
        if not letter.worth(found, last.said if last else ()):
            return None
        before = (last.day, last.said) if last else None
        _keep(session, who, today.isoformat(), sorted(letter.keys(found)))
        return _Claim(found, before)


def _give_back(unit_of_work: UnitOfWork, who: Who, claim: _Claim) -> None:
    with unit_of_work() as session:
        if claim.before:
            _keep(session, who, *claim.before)
        else:
            session.delete(session.get_one(Digest, who.account_id))


def _keep(session: Session, who: Who, day: str, said: list[str]) -> None:
    session.merge(Digest(account_id=who.account_id, day=day, said=said))
