"""All that waits for one person on one day: what the home page counts and mail reminds of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.duties import changes, contracts, due, entries
from app.duties.item import Duty, Ending, Item, Mine


@dataclass(frozen=True, slots=True)
class Who:
    """A person: their account, and what is theirs to write and to approve."""

    account_id: int
    writes: Mine
    approves: Mine


@dataclass(frozen=True, slots=True)
class Waiting:
    """The lists of the home page; the number of each is its length."""

    returned: tuple[Item, ...]
    to_finish: tuple[Item, ...]
    to_approve: tuple[Item, ...]
    to_publish: tuple[Item, ...]
    due: tuple[Duty, ...]
    unreported: tuple[Duty, ...]
    ending: tuple[Ending, ...]
    without_office: tuple[Item, ...]
    unconfirmed: tuple[Item, ...]


def waiting(session: Session, who: Who, today: date) -> Waiting:
    """Return what waits for ``who`` on ``today``."""
    return Waiting(
        returned=changes.returned(session, who.account_id),
        to_finish=changes.to_finish(session, who.account_id),
        to_approve=changes.to_approve(session, who.account_id, who.approves),
        to_publish=changes.to_publish(session, who.approves),
        due=due.open_duties(session, today, who.writes),
        unreported=due.unreported(session, today, who.writes),
        ending=contracts.ending(session, today, who.writes),
        without_office=entries.without_office(session, today, who.writes),
        unconfirmed=entries.unconfirmed(session, today, who.writes),
    )
