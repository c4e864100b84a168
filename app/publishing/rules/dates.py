"""Days that must follow one another."""

from __future__ import annotations

from collections.abc import Iterator

from app.canonical import Document
from app.kinds import Kind
from app.publishing.rules.rule import Finding, rule

_IN_ORDER = (
    ("effective_from", "effective_to"),
    ("effective_from", "ended_on"),
    ("outage_on", "effective_to"),
    ("suspended_on", "ended_on"),
    ("contract_signed_on", "contract_to"),
    ("contract_to", "renewed_to"),
    ("certificate_date", "certificate_amended_on"),
    ("certificate_date", "certificate_reissued_on"),
    ("card_issued_on", "card_reissued_on"),
)


@rule("")
def dates_in_order(kind: Kind, document: Document) -> Iterator[Finding]:
    """The later day of each pair is not before the earlier one."""
    for earlier, later in _IN_ORDER:
        if document.get(earlier) and document.get(later) and document[later] < document[earlier]:
            first, second = kind.by_key[earlier], kind.by_key[later]
            yield Finding(later, f"“{second.vi}” không được trước “{first.vi}”.", second.law)
