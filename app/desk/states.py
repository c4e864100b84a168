"""The words of the desk for the states and the acts of a change. Pure data."""

from __future__ import annotations

from app.ledger.acts import CHANGED, CORRECTED, ENDED, LISTED, REINSTATED, WITHDRAWN
from app.records.changes import APPROVED, DRAFT, DROPPED, PUBLISHED, RETURNED, SUBMITTED
from app.web.language import N_

STATES = {
    DRAFT: N_("đang soạn"),
    SUBMITTED: N_("chờ duyệt"),
    RETURNED: N_("bị trả lại"),
    APPROVED: N_("đã duyệt, chờ công bố"),
    PUBLISHED: N_("đã công bố"),
    DROPPED: N_("đã bỏ"),
}

ACTS = {
    LISTED: N_("Đưa vào danh sách"),
    CHANGED: N_("Sửa"),
    CORRECTED: N_("Đính chính"),
    ENDED: N_("Chấm dứt"),
    REINSTATED: N_("Thực hiện lại"),
    WITHDRAWN: N_("Rút khỏi danh sách"),
}

OF_WORD = {
    "sua": CHANGED,
    "dinh-chinh": CORRECTED,
    "cham-dut": ENDED,
    "lap-lai": REINSTATED,
    "rut": WITHDRAWN,
    "chep": LISTED,
}
"""The word of an address -> what it does to a record."""
