"""Who approves while an approver is away: named for some days, both included, and let go before that."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock
from app.accounts.models import Account, Deputy
from app.accounts.permissions import APPROVER, CLERK_DEPARTMENT
from app.faults import RuleBroken


def candidates(people: list[Account]) -> list[Account]:
    """Return who may stand in: clerks of the department, since it is the department that approves."""
    return [one for one in people if one.role == CLERK_DEPARTMENT and not one.disabled_at]


def problems(approver: Account, deputy: Account | None, from_day: str, to_day: str) -> list[RuleBroken]:
    """Return what stands in the way; days are ISO, or empty where they could not be read."""
    broken = []
    if approver.role != APPROVER or approver.disabled_at:
        broken.append(RuleBroken("", "Chỉ người duyệt đang làm việc mới có người duyệt thay."))
    if deputy is None or not candidates([deputy]):
        broken.append(RuleBroken("deputy", "Hãy chọn một chuyên viên Sở đang làm việc."))
    unread = "Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 01/12/2026."
    broken += [RuleBroken(key, unread) for key, day in (("from", from_day), ("to", to_day)) if not day]
    if from_day and to_day and to_day < max(from_day, clock.today().isoformat()):
        broken.append(RuleBroken("to", "Ngày cuối không được trước ngày đầu hoặc trước hôm nay."))
    return broken


def name(session: Session, approver: Account, deputy: Account, from_day: str, to_day: str) -> Deputy:
    """Name a deputy, once `problems` has found none."""
    named = Deputy(approver=approver, account=deputy, from_day=from_day, to_day=to_day)
    session.add(named)
    session.flush()
    return named


def of(session: Session, approver_id: int) -> list[Deputy]:
    """Return the deputies of an approver, today's and those to come."""
    found = session.scalars(select(Deputy).where(Deputy.approver_id == approver_id).order_by(Deputy.id))
    return [one for one in found if one.to_day >= clock.today().isoformat()]


def let_go(session: Session, deputy: Deputy) -> None:
    """Let a deputy stand in no longer: what has been stays, what was to come is gone."""
    today = clock.today()
    if deputy.from_day >= today.isoformat():
        session.delete(deputy)
    else:
        deputy.to_day = (today - timedelta(days=1)).isoformat()
