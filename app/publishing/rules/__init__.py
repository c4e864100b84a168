"""The rules of publication, each a pure function of a document with the article it rests on.

The same rules serve form, workbook and sample register: ``check`` gathers all that a document breaks.
"""

from __future__ import annotations

from collections.abc import Callable

from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind
from app.publishing.rules.completeness import missing_fields
from app.publishing.rules.dates import dates_in_order
from app.publishing.rules.privacy import no_personal_data
from app.publishing.rules.references import check_references
from app.publishing.rules.terms import contract_terms

Rule = Callable[[Kind, Document], list[RuleBroken]]

RULES: tuple[Rule, ...] = (missing_fields, dates_in_order, contract_terms, no_personal_data)

__all__ = ["RULES", "check", "check_references"]


def check(kind: Kind, document: Document) -> list[RuleBroken]:
    """Return everything that ``document`` breaks, warnings too."""
    return [broken for rule in RULES for broken in rule(kind, document)]
