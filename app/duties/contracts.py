"""Contracts that end soon, or have ended while the entry goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import kinds
from app.duties.item import Ending, Mine, about, in_order, shown
from app.records.offices import Organisation
from app.records.persons import Collaborator, Lawyer

STAGES = (7, 30, 90)

Contracted = Organisation | Lawyer | Collaborator

_CONTRACTED: tuple[type[Contracted], ...] = (Organisation, Lawyer, Collaborator)


def ending(session: Session, today: date, mine: Mine) -> tuple[Ending, ...]:
    """Return the contracts that end within ninety days or have ended, of entries that have not (Đ15)."""
    limit = (today + timedelta(STAGES[-1])).isoformat()
    return in_order(
        _item(one, today) for one in _contracted(session, limit) if _stands_on_it(one) and _is(mine, one)
    )


def _contracted(session: Session, limit: str) -> Iterator[Any]:
    for table in _CONTRACTED:
        last = func.coalesce(table.renewed_to, table.contract_to)
        yield from session.scalars(select(table).where(table.status != "ended", last <= limit))


def _stands_on_it(one: Contracted) -> bool:
    """Whether the entry needs a contract at all: others may still bear the days of an earlier one."""
    return kinds.find(one.kind).by_key["contract_to"].need.applies(_said(one))


def _is(mine: Mine, one: Contracted) -> bool:
    return mine(one.kind, _said(one))


def _said(one: Contracted) -> dict[str, object]:
    told = {key: getattr(one, key, None) for key in ("engagements", "participation")}
    return {key: value for key, value in told.items() if value}


def _item(one: Contracted, today: date) -> Ending:
    last = date.fromisoformat(one.renewed_to or one.contract_to or "")
    left = (last - today).days
    return Ending(
        **about(one),
        sentence=f"{_ends(left, last)} {_what_next(one, left)}",
        day=last,
        stage=0 if left < 0 else next(stage for stage in STAGES if left <= stage),
        days_left=left,
    )


def _ends(left: int, last: date) -> str:
    if left < 0:
        return f"Hợp đồng đã hết hạn ngày {shown(last)}."
    return f"Hợp đồng hết hạn ngày {shown(last)}, còn {left} ngày." if left else "Hợp đồng hết hạn hôm nay."


def _what_next(one: Contracted, left: int) -> str:
    if left < 0:
        return "Ký hợp đồng mới hoặc chấm dứt."
    if one.renewed_to:
        return "Đã gia hạn một lần: ký hợp đồng mới hoặc chấm dứt."
    return "Được gia hạn một lần bằng văn bản, hoặc chấm dứt."
