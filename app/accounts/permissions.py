"""Which role may do what, on which kind: a pure table. Knows no account and no page.

The roles of the command line, a clerk of every kind and an operator, have no password and cannot sign in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.canonical import Document
from app.kinds import EVERY_KIND, UNLISTED

DESK_ROLES = (CLERK_CENTRE, CLERK_DEPARTMENT, APPROVER, ADMINISTRATOR, AUDITOR) = (
    "clerk_centre",
    "clerk_department",
    "approver",
    "administrator",
    "auditor",
)
CLERK, OPERATOR = "clerk", "operator"
ROLES = (*DESK_ROLES, CLERK, OPERATOR)

READ, PROPOSE, APPROVE = "read", "propose", "approve"

_NONE: frozenset[str] = frozenset()
_EVERY = frozenset(kind.key for kind in EVERY_KIND)
_OF_THE_CENTRE = frozenset({"centre", "branch", "aid_officer", "lawyer", "collaborator"})
_OF_THE_DEPARTMENT = frozenset(
    {"organisation", "consultant", "lawyer", "procedure", "eligibility", "notice"}
    | {kind.key for kind in UNLISTED}
)

MAY: Mapping[str, Mapping[str, frozenset[str]]] = {
    CLERK_CENTRE: {READ: _EVERY, PROPOSE: _OF_THE_CENTRE},
    CLERK_DEPARTMENT: {READ: _EVERY, PROPOSE: _OF_THE_DEPARTMENT},
    APPROVER: {READ: _EVERY, PROPOSE: _EVERY, APPROVE: _EVERY},
    ADMINISTRATOR: {},
    AUDITOR: {READ: _EVERY},
    CLERK: {READ: _EVERY, PROPOSE: _EVERY},
    OPERATOR: {READ: _EVERY, PROPOSE: _EVERY, APPROVE: _EVERY},
}
"""role -> what it may do -> the kinds on which it may."""

_LAWYERS = {CLERK_CENTRE: "contract", CLERK_DEPARTMENT: "assigned"}
"""The lawyers of each clerk, by engagement: the centre contracts, organisations assign."""


def may(roles: Iterable[str], act: str, kind: str, fields: Document | None = None) -> bool:
    """Return whether any of ``roles`` may do ``act`` on a listing of ``kind`` that says ``fields``."""
    return any(kind in MAY[role].get(act, _NONE) and _minds(role, act, kind, fields or {}) for role in roles)


def kinds_for(roles: Iterable[str], act: str) -> frozenset[str]:
    """Return the kinds on which ``roles`` may do ``act``, some or all of their listings."""
    return _NONE.union(*(MAY[role].get(act, _NONE) for role in roles))


def roles_that(act: str) -> frozenset[str]:
    """Return the roles of the desk that may do ``act`` on some kind."""
    return frozenset(role for role in DESK_ROLES if MAY[role].get(act))


def _minds(role: str, act: str, kind: str, fields: Document) -> bool:
    """Whether a lawyer is the role's own; one whose engagement nobody has typed yet is anybody's."""
    if act != PROPOSE or kind != "lawyer" or role not in _LAWYERS:
        return True
    engagements = fields.get("engagements") or [_LAWYERS[role]]
    return _LAWYERS[role] in engagements
