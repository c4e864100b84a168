"""One unit of work of the person here: what they do and the line that says so, both or neither."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.accounts import audit
from app.accounts.models import Account
from app.desk.person import me, network
from app.web.session import reading, unit_of_work


@dataclass(frozen=True, slots=True)
class Work:
    """A session that writes, and the account of the person here in it."""

    session: Session
    account: Account

    def note(self, deed: str, about: str = "", **detail: object) -> None:
        """Add a line to the record of deeds: ids, keys and numbers, never what a field says."""
        audit.note(self.session, audit.by(self.account, network()), deed, about, detail)


@contextmanager
def work() -> Iterator[Work]:
    """Yield the work; commit when the block ends, undo everything when it raises."""
    with unit_of_work() as session:
        yield Work(session, session.get_one(Account, me().id))
    reading().rollback()  # what this request reads from here on is new
