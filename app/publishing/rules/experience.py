"""How long a consultant must have worked as one."""

from __future__ import annotations

from collections.abc import Iterator

from app.canonical import Document
from app.kinds import Kind
from app.kinds.types import Day
from app.publishing.rules.rule import Finding, rule
from app.publishing.rules.years import years_after

YEARS = 2


@rule("Luật TGPL Đ17 k1 c", "consultant")
def two_years_of_experience(kind: Kind, document: Document) -> Iterator[Finding]:
    """A consultant has two years of experience on the day the listing takes effect."""
    since, begins = document.get("experience_since"), document.get("effective_from")
    if since and begins and begins < (enough := years_after(_earliest(since), YEARS)):
        message = f"Tư vấn viên pháp luật cần {YEARS} năm kinh nghiệm: sớm nhất từ {Day().show(enough)}."
        yield Finding("experience_since", message)


def _earliest(month: str) -> str:
    """Return the first day that a month, or only a year, may mean: in doubt for the person."""
    return f"{month}-01-01"[:10]
