"""The law as data in one line: what a procedure, a group of people, a notice is. A function of documents."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.canonical import Document
from app.kinds import Kind
from app.kinds.types import Day


def role(kind: Kind, document: Document) -> str:
    """``Thủ tục hành chính``, ``Điều 7 khoản 2, Luật số 11/2017/QH14``, ``Thông báo lựa chọn luật sư``."""
    provision = [document[key] for key in ("clause", "law") if document.get(key)]
    if provision:
        return ", ".join(provision)
    if document.get("notice_type"):
        return f"{kind.vi} {kind.by_key['notice_type'].show(document['notice_type'])}"
    return kind.vi


def summary(kind: Kind, document: Document) -> str:
    """Return what to read of it before opening its page; "" where there is nothing to say."""
    tell = _SUMMARIES.get(kind.key)
    return tell(document) if tell else ""


def _procedure(document: Document) -> str:
    return f"Nộp tại: {document['received_by']}" if document.get("received_by") else ""


def _eligibility(document: Document) -> str:
    """The first sentence for lay people, and whether being poor is asked."""
    first = re.split(r"(?<=[.!?])\s", document.get("plain_words", ""), maxsplit=1)[0]
    hardship = "Phải có khó khăn về tài chính." if document.get("needs_hardship") else ""
    return " ".join(filter(None, [first, hardship]))


def _notice(document: Document) -> str:
    for key, words in (("filing_to", "Nhận hồ sơ đến ngày"), ("posted_until", "Đăng đến ngày")):
        if document.get(key):
            return f"{words} {Day().show(document[key])}"
    return ""


_SUMMARIES: dict[str, Callable[[Document], str]] = {
    "procedure": _procedure,
    "eligibility": _eligibility,
    "notice": _notice,
}
