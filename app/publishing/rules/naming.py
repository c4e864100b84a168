"""What a branch is called."""

from __future__ import annotations

from collections.abc import Iterator

from app.publishing.rules.batch import Batch
from app.publishing.rules.rule import Finding, Outcome, rule


@rule("NĐ 144/2017/NĐ-CP Đ5", "branch", outcome=Outcome.WARNING)
def branch_named_by_order(batch: Batch) -> Iterator[Finding]:
    """A branch is called `Chi nhánh số`, its founding order, and the name of its centre."""
    for listing_id in sorted(batch.touched & batch.after.keys()):
        branch = batch.after[listing_id]
        centre = batch.after.get(branch.document.get("centre", ""))
        ordinal = branch.document.get("ordinal")
        if branch.kind.key != "branch" or centre is None or ordinal is None:
            continue
        lawful = f"Chi nhánh số {ordinal} {centre.document.get('name', '')}"
        if branch.document.get("name") != lawful:
            yield Finding("name", f"Tên theo quy định là “{lawful}”.", listing=listing_id)
