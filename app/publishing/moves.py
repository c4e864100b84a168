"""The only moves a change can make, and who may make them. Everything else is refused."""

from __future__ import annotations

from dataclasses import dataclass

from app.accounts.models import Account
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
    """From which states a change may go where, by whom."""

    starts: tuple[str, ...]
    ends: str
    roles: tuple[str, ...]


_WRITERS = ("clerk", "approver", "operator")
_APPROVERS = ("approver", "operator")

MOVES: dict[str, Move] = {
    "save": Move((DRAFT, RETURNED), DRAFT, _WRITERS),
    "submit": Move((DRAFT, RETURNED), SUBMITTED, _WRITERS),
    "approve": Move((SUBMITTED,), APPROVED, _APPROVERS),
    "send_back": Move((SUBMITTED,), RETURNED, _APPROVERS),
    "publish": Move((APPROVED,), PUBLISHED, _APPROVERS),
    "drop": Move((DRAFT, SUBMITTED, RETURNED, APPROVED), DROPPED, _WRITERS),
}


def move(change: Change, name: str, account: Account) -> None:
    """Move ``change`` to the state that ``name`` leads to. Raises NotAllowed."""
    step = MOVES[name]
    if change.state not in step.starts:
        raise NotAllowed(f"Thay đổi này {_STATE_WORDS[change.state]}, không làm bước này được nữa.")
    if account.role not in step.roles:
        raise NotAllowed("Vai trò của bạn không được làm bước này.")
    change.state = step.ends
