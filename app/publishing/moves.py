"""The only moves a change can make, and who may make them. Everything else is refused."""

from __future__ import annotations

from dataclasses import dataclass

from app import clock
from app.accounts.models import Account
from app.accounts.permissions import APPROVE, PROPOSE, may
from app.accounts.roster import roles
from app.canonical import Document
from app.faults import NotAllowed
from app.records.changes import APPROVED, DRAFT, DROPPED, PUBLISHED, RETURNED, SUBMITTED, Change

_STATE_WORDS = {
    DRAFT: "đang soạn",
    SUBMITTED: "chờ duyệt",
    RETURNED: "bị trả lại",
    APPROVED: "đã duyệt",
    PUBLISHED: "đã công bố",
    DROPPED: "đã bỏ",
}


@dataclass(frozen=True, slots=True)
class Move:
    """From which states a change may go where, and what one must be allowed to do to its kind."""

    starts: tuple[str, ...]
    ends: str
    act: str


MOVES: dict[str, Move] = {
    "save": Move((DRAFT, RETURNED), DRAFT, PROPOSE),
    "submit": Move((DRAFT, RETURNED), SUBMITTED, PROPOSE),
    "take_back": Move((SUBMITTED,), DRAFT, PROPOSE),
    "approve": Move((SUBMITTED,), APPROVED, APPROVE),
    "send_back": Move((SUBMITTED, APPROVED), RETURNED, APPROVE),
    "publish": Move((APPROVED,), PUBLISHED, APPROVE),
    "drop": Move((DRAFT, SUBMITTED, RETURNED, APPROVED), DROPPED, PROPOSE),
}


def move(change: Change, name: str, account: Account, fields: Document | None = None) -> None:
    """Move ``change`` to the state that ``name`` leads to. Raises NotAllowed.

    ``fields`` are what it is about to say, where that is not yet in it.
    """
    step = MOVES[name]
    if change.state not in step.starts:
        raise NotAllowed(f"Thay đổi này {_STATE_WORDS[change.state]}, không làm bước này được nữa.")
    if not may(roles(account, clock.today()), step.act, change.kind, fields or change.fields):
        raise NotAllowed("Vai trò của bạn không được làm bước này.")
    change.state = step.ends
