"""How long a notice stands, and how long a selection takes files. Both run from posting.

``posted_on`` is the day of the notice's first publication, which later changes do not move.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.canonical import Document
from app.kinds import Kind
from app.kinds.notice import SELECTIONS
from app.kinds.types import Day
from app.publishing.rules.rule import Finding, rule
from app.workdays import add_working_days

POSTED_DAYS = 5
FILING_DAYS = (20, 30)


@rule("TT 08/2017/TT-BTP Đ5 k1 d", "notice")
def posted_long_enough(kind: Kind, document: Document, posted_on: date) -> Iterator[Finding]:
    """A notice stays posted for at least five working days after its posting."""
    first = add_working_days(posted_on, POSTED_DAYS).isoformat()
    if "" < document.get("posted_until", "") < first:
        message = (
            f"Thông báo phải đăng ít nhất {POSTED_DAYS} ngày làm việc: sớm nhất đến {Day().show(first)}."
        )
        yield Finding("posted_until", message)


@rule("TT 08/2017/TT-BTP Đ5 k2, Đ11", "notice")
def filing_window(kind: Kind, document: Document, posted_on: date) -> Iterator[Finding]:
    """A selection takes files for 20 to 30 days from its posting."""
    first, last = ((posted_on + timedelta(days)).isoformat() for days in FILING_DAYS)
    closes = document.get("filing_to")
    if document.get("notice_type") in SELECTIONS and closes and not first <= closes <= last:
        window = f"{Day().show(first)} đến {Day().show(last)}"
        yield Finding("filing_to", f"Hạn nhận hồ sơ từ 20 đến 30 ngày kể từ ngày đăng: {window}.")
