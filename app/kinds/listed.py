"""The kinds of the published lists, in the order of these lists (Luật TGPL Đ10, Đ17 k1) and of a workbook."""

from __future__ import annotations

from app.kinds.aid_officer import AID_OFFICER
from app.kinds.branch import BRANCH
from app.kinds.centre import CENTRE
from app.kinds.codes import CodeList
from app.kinds.collaborator import COLLABORATOR
from app.kinds.consultant import CONSULTANT
from app.kinds.declaration import Kind
from app.kinds.eligibility import ELIGIBILITY
from app.kinds.lawyer import LAWYER
from app.kinds.notice import NOTICE
from app.kinds.organisation import ORGANISATION
from app.kinds.procedure import PROCEDURE

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

KIND = CodeList("kind", "app/kinds", tuple((kind.key, kind.vi) for kind in KINDS))
"""The kinds as a closed list, for what names one."""
