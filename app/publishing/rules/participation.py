"""An organisation takes part by contract or by registration; to change that is to begin again."""

from __future__ import annotations

from collections.abc import Iterator

from app.kinds.codes import PARTICIPATION
from app.publishing.rules.batch import Batch
from app.publishing.rules.rule import Finding, rule


@rule("Luật TGPL Đ12, Đ14, Đ15", "organisation")
def participation_stays(batch: Batch) -> Iterator[Finding]:
    """How an organisation takes part does not change in a listing (a correction may say it was always so)."""
    for listing_id, before, after in batch.changes("organisation"):
        was, now = before.get("participation", ""), after.get("participation", "")
        if was != now:
            change = f"từ {PARTICIPATION.wording(was)} sang {PARTICIPATION.wording(now)}"
            message = f"Không đổi loại tham gia {change}: hãy chấm dứt mục này và lập mục mới."
            yield Finding("participation", message, listing=listing_id)
