"""How long a contract runs: three years from signing, and one renewal of at most three, in writing."""

from __future__ import annotations

from collections.abc import Iterator

from app.canonical import Document
from app.kinds import Kind
from app.kinds.contract import TERM_LAW
from app.kinds.types import Day
from app.publishing.rules.batch import Batch
from app.publishing.rules.rule import Finding, Outcome, rule
from app.publishing.rules.years import years_after

YEARS = 3
CONTRACTED = ("organisation", "lawyer", "collaborator")
_ONE_CONTRACT = ("contract_number", "contract_signed_on")


@rule(TERM_LAW, *CONTRACTED)
def contract_terms(kind: Kind, document: Document) -> Iterator[Finding]:
    """Neither the contract, from its signing, nor its renewal runs longer than three years."""
    for key, start, since in (
        ("contract_to", document.get("contract_signed_on"), "từ ngày ký"),
        ("renewed_to", document.get("contract_to"), "từ ngày hết hạn hợp đồng"),
    ):
        if start and document.get(key, "") > (latest := years_after(start, YEARS)):
            label, last = kind.by_key[key].vi, Day().show(latest)
            yield Finding(key, f"“{label}” nhiều nhất là {last}: {YEARS} năm {since}.")


@rule(TERM_LAW, *CONTRACTED, outcome=Outcome.WARNING)
def renewed_in_writing(kind: Kind, document: Document) -> Iterator[Finding]:
    """A renewal names its document and day."""
    for key in ("renewal_number", "renewal_date"):
        if document.get("renewed_to") and not document.get(key):
            yield Finding(key, f"Gia hạn bằng văn bản: nên ghi “{kind.by_key[key].vi}”.")


@rule(TERM_LAW, *CONTRACTED)
def renewed_once(batch: Batch) -> Iterator[Finding]:
    """A contract that was renewed is not renewed again; it is signed anew (a correction is no renewal)."""
    for listing_id, before, after in batch.changes(*CONTRACTED):
        was, now = before.get("renewed_to"), after.get("renewed_to")
        same = all(before.get(key) == after.get(key) for key in _ONE_CONTRACT)
        if was and now and now > was and same:
            message = (
                f"Hợp đồng đã gia hạn một lần đến {Day().show(was)}, không gia hạn nữa: hãy ký hợp đồng mới."
            )
            yield Finding("renewed_to", message, listing=listing_id)
