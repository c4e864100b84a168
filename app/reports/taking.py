"""Taking a report: what it must say, and since when which clock runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import clock
from app.canonical import tidy
from app.faults import RuleBroken
from app.reports.models import MONEY, SATISFACTION, Report
from app.reports.words import POINTS
from app.workdays import add_working_days

LONGEST, LONGEST_CONTACT = 2000, 200
SUBJECT_DAYS = 2
"""Working days to answer whoever asks about their own data (NĐ 356/2025/NĐ-CP)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody wrote. Only ``purpose`` and what `problems` asks for must be there."""

    purpose: str
    point: str = ""
    words: str = ""
    contact: str = ""
    listing_id: str = ""
    subject: bool = False


def problems(told: Told) -> list[RuleBroken]:
    """Return what stands in the way of taking ``told``."""
    return list(_problems(told))


def take(session: Session, told: Told) -> Report:
    """Keep ``told``, on which there are no problems. An opinion needs no answer: it is closed at once."""
    now, done = clock.now().isoformat(), told.purpose == SATISFACTION
    report = Report(
        purpose=told.purpose,
        point=told.point,
        listing_id=told.listing_id or None,
        words=_kept(told.words),
        contact=_kept(told.contact) or None,
        subject=told.subject,
        received_at=now,
        due_on=add_working_days(clock.today(), SUBJECT_DAYS).isoformat() if told.subject else None,
        closed_at=now if done else None,
        outcome="" if done else None,
    )
    session.add(report)
    session.flush()
    return report


def _problems(told: Told) -> Iterator[RuleBroken]:
    if told.point not in POINTS[told.purpose]:
        yield RuleBroken("point", "Hãy chọn một câu.")
    needed = told.purpose == MONEY or told.point == "other"
    if needed and not _kept(told.words):
        yield RuleBroken("words", "Hãy viết vài chữ.")
    if len(told.words) > LONGEST:
        yield RuleBroken("words", f"Dài quá: hãy viết không quá {LONGEST} ký tự.")
    if len(told.contact) > LONGEST_CONTACT:
        yield RuleBroken("contact", f"Dài quá: hãy viết không quá {LONGEST_CONTACT} ký tự.")


def _kept(text: str) -> str:
    """Return ``text`` as every database can keep it and every page show it."""
    return str(tidy("".join(letter for letter in text if letter.isprintable() or letter == "\n")))
