"""How long a contract runs: three years from signing, and one renewal of at most three (TT 08/2017 Đ15)."""

from __future__ import annotations

from datetime import date

from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind
from app.kinds.contract import TERM_LAW

YEARS = 3


def contract_terms(kind: Kind, document: Document) -> list[RuleBroken]:
    """Neither the contract nor its renewal runs longer than three years."""
    return [
        RuleBroken(
            key, f"“{kind.by_key[key].vi}” nhiều nhất là {_shown(latest)}: {YEARS} năm {since}.", TERM_LAW
        )
        for key, start, since in (
            ("contract_to", document.get("contract_signed_on"), "từ ngày ký"),
            ("renewed_to", document.get("contract_to"), "từ ngày hết hạn hợp đồng"),
        )
        if start and document.get(key, "") > (latest := _years_after(start))
    ]


def _years_after(start: str) -> str:
    day = date.fromisoformat(start)
    try:
        return day.replace(year=day.year + YEARS).isoformat()
    except ValueError:  # 29 February
        return day.replace(year=day.year + YEARS, day=28).isoformat()


def _shown(day: str) -> str:
    return date.fromisoformat(day).strftime("%d/%m/%Y")
