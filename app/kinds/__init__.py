"""The kinds of entry, each declared once. Pure data: knows no register, no database and no page.

The order here is the order of the published lists (Luật TGPL Đ10, Đ17 k1) and of the sheets of a workbook.
"""

from __future__ import annotations

from app.kinds.aid_officer import AID_OFFICER
from app.kinds.branch import BRANCH
from app.kinds.centre import CENTRE
from app.kinds.collaborator import COLLABORATOR
from app.kinds.consultant import CONSULTANT
from app.kinds.declaration import Field, Kind, Nature, Need, Searched, Seen
from app.kinds.eligibility import ELIGIBILITY
from app.kinds.lawyer import LAWYER
from app.kinds.notice import NOTICE
from app.kinds.organisation import ORGANISATION
from app.kinds.procedure import PROCEDURE
from app.kinds.types import Unreadable

__all__ = ["KINDS", "Field", "Kind", "Nature", "Need", "Searched", "Seen", "Unreadable", "find", "of_id"]

KINDS: tuple[Kind, ...] = (
    CENTRE,
    BRANCH,
    ORGANISATION,
    AID_OFFICER,
    LAWYER,
    CONSULTANT,
    COLLABORATOR,
    PROCEDURE,
    ELIGIBILITY,
    NOTICE,
)

_BY_KEY = {kind.key: kind for kind in KINDS}
_BY_PREFIX = {kind.prefix: kind for kind in KINDS}
_BY_PATH = {kind.path: kind for kind in KINDS}


def find(key: str) -> Kind:
    """Return the kind with this key. Raises KeyError."""
    return _BY_KEY[key]


def of_id(listing_id: str) -> Kind | None:
    """Return the kind that ids such as ``LS-0042`` belong to, or None."""
    return _BY_PREFIX.get(listing_id.partition("-")[0])


def of_path(path: str) -> Kind | None:
    """Return the kind whose word in addresses is ``path``, or None."""
    return _BY_PATH.get(path)
