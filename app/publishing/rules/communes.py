"""Where a collaborator may work: communes with specially difficult areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.canonical import Document
from app.kinds import Kind
from app.kinds.types import Commune
from app.publishing.rules.rule import Finding, rule

_WHOLE_PROVINCE = "*"


@rule("Luật TGPL Đ24 k1", "collaborator")
def communes_are_difficult(
    kind: Kind, document: Document, has_none: Callable[[str], bool]
) -> Iterator[Finding]:
    """A collaborator's communes are none of those known to have no specially difficult area."""
    codes = [code for code in document.get("communes", []) if code != _WHOLE_PROVINCE and has_none(code)]
    if codes:
        names = ", ".join(map(Commune().show, codes))
        yield Finding("communes", f"Nơi không có địa bàn đặc biệt khó khăn: {names}.")
