"""Whether a version can be chosen on a day, and the sentence that says why not. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.canonical import Document
from app.catalogue.version import Version
from app.kinds import Kind

ASK = "gọi Trung tâm để hỏi"


@dataclass(frozen=True, slots=True)
class Standing:
    """``code`` is active, suspended, ended, lapsed or future; ``sentence`` says it in Vietnamese."""

    code: str
    sentence: str

    @property
    def choosable(self) -> bool:
        """Whether people may choose it: only what is in force and active."""
        return self.code == "active"


STANDINGS = ("active", "suspended", "ended", "lapsed", "future")
"""Every code that a standing may have."""

_AIDING = Standing("active", "Đang thực hiện trợ giúp pháp lý.")
_APPLIED = Standing("active", "Đang áp dụng.")
_POSTED = Standing("active", "Đang đăng.")
_TAKEN_AWAY = Standing("lapsed", f"Nội dung đã gỡ; {ASK}.")


def standing(version: Version, day: date, organisation: Version | None = None) -> Standing:
    """Return the standing of ``version`` on ``day``. A person may act for an ``organisation``.

    Who acts for nobody else cannot be chosen while that cannot (Luật TGPL Đ17 k1 b, c).
    """
    if version.wholly_redacted:
        return _TAKEN_AWAY
    own = next(_hindrances(version.kind, version.document, day), _unhindered(version.kind))
    if organisation is None or not own.choosable or not _acts_only_for_it(version.document, day):
        return own
    its = standing(organisation, day)
    if its.choosable:
        return own
    why = its.sentence[:1].lower() + its.sentence[1:]
    code = "future" if its.code == "future" else "lapsed"
    return Standing(code, f"Tổ chức tham gia là {organisation.name}: {why}")


def _acts_only_for_it(document: Document, day: date) -> bool:
    """Whether no contract of the person's own with the centre holds on ``day``."""
    if "contract" not in document.get("engagements", ()):
        return True
    last = _last_of_contract(document)
    return last is not None and last < day


def _unhindered(kind: Kind) -> Standing:
    if kind.nature.gives_aid:
        return _AIDING
    return _POSTED if "posted_until" in kind.by_key else _APPLIED


def _hindrances(kind: Kind, document: Document, day: date) -> Iterator[Standing]:
    """Yield what keeps it from being chosen, the weightiest first."""
    status = document.get("status")
    gone, ask = ("Đã chấm dứt", f"; {ASK}") if kind.nature.gives_aid else ("Hết hiệu lực", "")
    if status == "ended" and _reached(ended := _day(document, "ended_on"), day):
        yield Standing("ended", f"{gone}{_since(ended)}{ask}.")
    if (begins := _day(document, "effective_from")) and begins > day:
        yield Standing("future", f"Có hiệu lực{_since(begins)}{ask}.")
    if (last := _day(document, "effective_to")) and last < day:
        yield Standing("lapsed", f"Hết hiệu lực ngày {last:%d/%m/%Y}{ask}.")
    if (last := _contract_end(kind, document)) and last < day:
        yield Standing("lapsed", f"Hợp đồng hết hạn ngày {last:%d/%m/%Y}{ask}.")
    if (last := _day(document, "posted_until")) and last < day:
        yield Standing("lapsed", f"Đã hết hạn đăng ngày {last:%d/%m/%Y}.")
    if status == "suspended" and _reached(suspended := _day(document, "suspended_on"), day):
        yield Standing("suspended", f"Tạm ngừng hoạt động{_since(suspended)}{ask}.")


def _contract_end(kind: Kind, document: Document) -> date | None:
    """Return the last day of the contract where the listing stands on it alone (TT 08/2017 Đ15)."""
    field = kind.by_key.get("contract_to")
    if field is None or not field.need.applies(document) or len(document.get("engagements", ())) > 1:
        return None
    return _last_of_contract(document)


def _last_of_contract(document: Document) -> date | None:
    return _day(document, "renewed_to") or _day(document, "contract_to")


def _day(document: Document, key: str) -> date | None:
    text = document.get(key)
    return date.fromisoformat(text) if text else None


def _reached(start: date | None, day: date) -> bool:
    return start is None or start <= day


def _since(start: date | None) -> str:
    return f" từ ngày {start:%d/%m/%Y}" if start else ""
