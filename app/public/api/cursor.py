"""Cursors: where a page of items ends, and of which register, sealed so that nobody can write one.

A cursor holds its publication and day: who follows it reads one state to the end, whatever is published
meanwhile. It is sealed together with what was asked, and opens for the same question only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from app.canonical import encode, sha256
from app.faults import BadParameter
from app.web.language import _

NAME = "cursor"


@dataclass(frozen=True, slots=True)
class Cursor:
    """The next item's position in the register at ``publication`` on ``day``."""

    publication: int
    day: date
    start: int


def seal(cursor: Cursor, question: Mapping[str, str]) -> str:
    """Return ``cursor`` as text for addresses."""
    kept = [cursor.publication, cursor.day.isoformat(), cursor.start]
    return str(_seal(question).dumps(kept))


def unseal(text: str, question: Mapping[str, str]) -> Cursor:
    """Return the cursor in ``text``. Raises BadParameter if we did not seal it for this question."""
    try:
        publication, day, start = _seal(question).loads(text)
    except BadSignature:
        raise BadParameter(
            NAME, _("Con trỏ này không dùng được cho câu hỏi này; hãy bắt đầu lại từ trang đầu.")
        ) from None
    return Cursor(publication, date.fromisoformat(day), start)


def _seal(question: Mapping[str, str]) -> URLSafeSerializer:
    asked = {name: value for name, value in question.items() if name not in (NAME, "limit")}
    return URLSafeSerializer(current_app.secret_key or "", salt=sha256(encode(asked)))
