"""Entries that want looking at: unconfirmed for long, and people whose office is there no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from app.duties.item import Item, Mine, about, in_order, shown
from app.kinds import KINDS
from app.records.listing import Listing
from app.records.offices import Organisation
from app.records.persons import AidOfficer, Collaborator, Consultant, Lawyer

CONFIRM_DAYS = 180
_CONFIRMED = [kind.key for kind in KINDS if "posted_until" not in kind.by_key]
"""A notice says what was so when it was posted; everything else is to be true today."""

_STAND_ON = (
    (AidOfficer, "workplace"),
    (Lawyer, "contact_via"),
    (Lawyer, "organisation"),
    (Consultant, "organisation"),
    (Collaborator, "centre"),
)


def unconfirmed(session: Session, today: date, mine: Mine) -> tuple[Item, ...]:
    """Return the entries in force that nobody has confirmed for more than 180 days."""
    listing, lawyer = Listing.__table__, Lawyer.__table__
    asked = (
        select(listing.c.id, listing.c.kind, listing.c.name, listing.c.confirmed_on, lawyer.c.engagements)
        .outerjoin(lawyer, lawyer.c.id == listing.c.id)
        .where(
            listing.c.kind.in_(_CONFIRMED),
            listing.c.status != "ended",
            listing.c.confirmed_on < (today - timedelta(CONFIRM_DAYS)).isoformat(),
            or_(listing.c.effective_to.is_(None), listing.c.effective_to >= today.isoformat()),
        )
    )
    rows = session.execute(asked)
    return in_order(_unconfirmed(row, today) for row in rows if mine(row.kind, _engaged(row)))


def _unconfirmed(row: Any, today: date) -> Item:
    day = date.fromisoformat(row.confirmed_on)
    passed = (today - day).days
    return Item(
        **about(row),
        sentence=f"Thông tin xác nhận lần cuối ngày {shown(day)}, đã {passed} ngày: hãy hỏi lại.",
        day=day,
    )


def without_office(session: Session, today: date, mine: Mine) -> tuple[Item, ...]:
    """Return the people who go on while the office that they stand on has ended or lapsed."""
    found = {row.id: row for row in _left(session, today.isoformat())}
    items = (_item(row) for row in found.values() if mine(row.kind, _engaged(row)))
    return in_order(items)


def _left(session: Session, today: str) -> Iterator[Any]:
    person, office = Listing.__table__.alias("person"), Listing.__table__.alias("office")
    terms = Organisation.__table__
    last = func.coalesce(terms.c.renewed_to, terms.c.contract_to)
    lapsed = and_(terms.c.participation == "contract", last < today)
    lapsing = case((lapsed, last), else_=office.c.effective_to)
    for table, key in _STAND_ON:
        own = table.__table__
        yield from session.execute(
            select(
                person.c.id,
                person.c.kind,
                person.c.name,
                own.c.get("engagements", person.c.id).label("engagements"),
                office.c.name.label("office"),
                func.coalesce(office.c.ended_on, lapsing).label("since"),
            )
            .join(own, own.c.id == person.c.id)
            .join(office, office.c.id == own.c[key])
            .outerjoin(terms, terms.c.id == office.c.id)
            .where(
                person.c.status != "ended",
                or_(office.c.status == "ended", office.c.effective_to < today, lapsed),
            )
        )


def _engaged(row: Any) -> dict[str, object]:
    return {"engagements": row.engagements} if isinstance(row.engagements, list) else {}


def _item(row: Any) -> Item:
    day = date.fromisoformat(row.since)
    return Item(
        **about(row),
        sentence=f"Nơi làm việc thôi thực hiện từ {shown(day)}: hãy chuyển nơi khác hoặc chấm dứt.",
        day=day,
        detail=row.office,
    )
