"""What waits for an answer, what was done about it, and forgetting how to reach those who wrote."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock
from app.faults import NotAllowed, NotFound
from app.reports.models import SATISFACTION, Report

KEPT = timedelta(days=30)
"""How long the way to answer somebody is kept once their report is closed."""


def waiting(session: Session) -> list[Report]:
    """Return the open reports: those with a day to answer by first, then as they came."""
    found = session.scalars(select(Report).where(Report.closed_at.is_(None)).order_by(Report.id))
    return sorted(found, key=lambda one: one.due_on or "9999")


def closed(session: Session, most: int) -> list[Report]:
    """Return the reports closed by the desk, the newest first."""
    asked = Report.closed_at.is_not(None), Report.purpose != SATISFACTION
    return list(session.scalars(select(Report).where(*asked).order_by(Report.id.desc()).limit(most)))


def opinions(session: Session, since: date) -> tuple[Counter[str], list[str]]:
    """Return how often each opinion was given since a day, and what was written with it, the newest first."""
    found = session.scalars(
        select(Report).where(Report.purpose == SATISFACTION).order_by(Report.id.desc())
    ).all()
    lately = [one for one in found if one.received_at[:10] >= since.isoformat()]
    return Counter(one.point for one in lately), [one.words for one in lately if one.words]


def close(session: Session, number: int, outcome: str) -> Report:
    """Close a report with what was done about it. Raises NotFound, and NotAllowed for one closed before."""
    report = session.get(Report, number)
    if report is None:
        raise NotFound(f"Không có phản ánh {number}.")
    if report.closed_at:
        raise NotAllowed(f"Phản ánh {number} đã được đóng rồi.")
    report.closed_at, report.outcome = clock.now().isoformat(), outcome
    return report


def forget(session: Session) -> int:
    """Forget the way to answer those whose report was closed long enough ago; return how many."""
    asked = Report.closed_at.is_not(None), Report.contact.is_not(None)
    old = [one for one in session.scalars(select(Report).where(*asked)) if _past(one)]
    for one in old:
        one.contact = None
    return len(old)


def _past(report: Report) -> bool:
    return bool(report.closed_at) and datetime.fromisoformat(report.closed_at or "") + KEPT <= clock.now()
