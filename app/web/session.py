"""Database sessions. The only place that commits: a unit of work is one transaction, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, g
from sqlalchemy.orm import Session

from app.db import for_writing
from app.web.head import forget_head
from app.web.instance import instance


@contextmanager
def unit_of_work() -> Iterator[Session]:
    """Yield a session that writes; commit when the block ends, undo everything when it raises."""
    with Session(for_writing(instance().engine)) as session:
        yield session
        session.commit()
    forget_head()


def reading() -> Session:
    """Return the session of this request: one transaction, so one state of the register."""
    if "session" not in g:
        g.session = Session(instance().engine)
    session: Session = g.session
    return session


def install(app: Flask) -> None:
    """Close the request's session when the request ends."""

    @app.teardown_appcontext
    def close(_error: BaseException | None) -> None:
        session = g.pop("session", None)
        if session is not None:
            session.close()
