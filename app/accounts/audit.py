"""What staff did: who, what, when, from where, about what. Append-only; each line holds the last one's hash.

A line can never be taken back, so it names things and never quotes what they say: keys, ids and numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app import clock
from app.accounts.models import Account
from app.canonical import encode, sha256
from app.db import Base

COMMAND_LINE = "dòng lệnh"


class Deed(Base):
    """One line: ``deed`` is a code such as ``change.submitted``, ``about`` a thing such as ``change:12``."""

    __tablename__ = "staff_deed"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(25))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    username: Mapped[str] = mapped_column(String(64))
    network: Mapped[str] = mapped_column(String(64))
    deed: Mapped[str] = mapped_column(String(40), index=True)
    about: Mapped[str] = mapped_column(String(120), index=True)
    detail: Mapped[str] = mapped_column(Text)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and from which network address."""

    account_id: int | None
    username: str
    network: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the chain holds: the last line that does, its hash, and the first line that does not."""

    number: int
    hash: str
    wrong: int | None = None


def by(account: Account, network: str = COMMAND_LINE) -> Actor:
    """Return ``account`` as the one who acts."""
    return Actor(account.id, account.username, network)


def note(
    session: Session, actor: Actor, deed: str, about: str = "", detail: Mapping[str, object] | None = None
) -> None:
    """Add a line. ``session`` must be one that writes: lines follow one another without gaps."""
    last = session.scalar(select(Deed).order_by(Deed.number.desc()).limit(1))
    line = Deed(
        number=last.number + 1 if last else 1,
        at=clock.now().isoformat(),
        account_id=actor.account_id,
        username=actor.username,
        network=actor.network,
        deed=deed,
        about=about,
        detail=encode(dict(detail or {})),
        previous_hash=last.hash if last else "",
    )
    line.hash = _hash(line)
    session.add(line)
    session.flush()


def verify(session: Session) -> Verdict:
    """Return whether every line is as it was written and follows the one before."""
    verdict = Verdict(0, "")
    for line in session.scalars(select(Deed).order_by(Deed.number).execution_options(yield_per=1000)):
        if verdict.wrong is None:  # to the end even so: a cursor left open holds the database
            verdict = _after(verdict, line)
    return verdict


def _after(last: Verdict, line: Deed) -> Verdict:
    follows = line.number == last.number + 1 and line.previous_hash == last.hash
    if not follows or line.hash != _hash(line):
        return Verdict(last.number, last.hash, last.number + 1)
    return Verdict(line.number, line.hash)


def _hash(line: Deed) -> str:
    said = [line.number, line.at, line.account_id, line.username, line.network, line.deed, line.about]
    return sha256(json.dumps([*said, line.detail, line.previous_hash], ensure_ascii=False))
