"""Who may be suspended."""

from __future__ import annotations

from collections.abc import Iterator

from app.canonical import Document
from app.kinds import Kind
from app.publishing.rules.rule import Finding, rule


@rule("Luật TGPL Đ12, Đ16")
def only_organisations_are_suspended(kind: Kind, document: Document) -> Iterator[Finding]:
    """Only a participating organisation may be suspended."""
    if document.get("status") == "suspended" and kind.key != "organisation":
        yield Finding("status", "Chỉ tổ chức tham gia mới có thể tạm ngừng hoạt động.")
