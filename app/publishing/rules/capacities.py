"""A lawyer's capacities: by contract with the centre, assigned by an organisation, or both at once.

That each capacity has its own papers is for completeness to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from app import kinds
from app.canonical import Document
from app.kinds import Kind
from app.publishing.rules.rule import Finding, rule


@rule("Luật TGPL Đ17 k1 b", "lawyer")
def assigned_by_whom(kind: Kind, document: Document) -> Iterator[Finding]:
    """Only an assigned lawyer names an assigning organisation."""
    if document.get("organisation") and "assigned" not in document.get("engagements", []):
        message = "Không còn theo phân công của tổ chức thì để trống “Tổ chức phân công”."
        yield Finding("organisation", message)


@rule("Luật TGPL Đ17 k1 b", "lawyer")
def contact_leads_home(kind: Kind, document: Document) -> Iterator[Finding]:
    """A lawyer is reached through the centre, a branch, or the assigning organisation and no other."""
    via = document.get("contact_via", "")
    through = kinds.of_id(via)
    if through and through.key == "organisation" and via != document.get("organisation"):
        yield Finding("contact_via", "Liên hệ qua Trung tâm, Chi nhánh hoặc chính tổ chức phân công.")
