"""Who is here: the person whose sign-in the browser bears, as plain facts for the rest of the request."""

from __future__ import annotations

from dataclasses import dataclass

from flask import g

from app import clock
from app.accounts import sessions
from app.accounts.roster import roles
from app.desk import cookies
from app.web.peer import client
from app.web.session import reading, unit_of_work


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has signed in. ``roles``: their own, and the approver's while they are the deputy."""

    id: int
    username: str
    name: str
    role: str
    roles: frozenset[str]
    sign_in: int


def person() -> Person | None:
    """Return who is here, or None."""
    if "person" not in g:
        g.person = _find()
    found: Person | None = g.person
    return found


def me() -> Person:
    """Return who is here, where the guard has let only those in who have signed in."""
    found = person()
    if found is None:
        raise LookupError("nobody has signed in")
    return found


def network() -> str:
    """Return the network address that the request comes from."""
    return str(client() or "")


def _find() -> Person | None:
    token = cookies.token()
    found = sessions.find(reading(), token) if token else None
    if found is None:
        return None
    account = found.account
    here = Person(
        account.id, account.username, account.name, account.role, roles(account, clock.today()), found.id
    )
    if sessions.unseen_for_long(found):
        with unit_of_work() as session:
            sessions.seen(session, found.id)
    return here
