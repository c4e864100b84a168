"""Days that must follow one another."""

from __future__ import annotations

from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind

_IN_ORDER = (
    ("effective_from", "effective_to"),
    ("effective_from", "ended_on"),
    ("suspended_on", "ended_on"),
    ("contract_signed_on", "contract_to"),
    ("contract_to", "renewed_to"),
    ("certificate_date", "certificate_amended_on"),
    ("certificate_date", "certificate_reissued_on"),
)


def dates_in_order(kind: Kind, document: Document) -> list[RuleBroken]:
    """The later day of each pair is not before the earlier one."""
    return [
        RuleBroken(later, f"“{kind.by_key[later].vi}” không được trước “{kind.by_key[earlier].vi}”.")
        for earlier, later in _IN_ORDER
        if document.get(earlier) and document.get(later) and document[later] < document[earlier]
    ]
