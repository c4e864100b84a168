"""Announced changes of the law: one neutral sentence for a list, until their text is in the register.

The text is in the register once a version of an entry is published that begins on the day of the change or
later, whether or not that day has come.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.catalogue.groups import ENTITLED
from app.catalogue.register import Register
from app.web.language import N_, _


class Announced(NamedTuple):
    """A change of the law: the kind of entry whose text it changes, from which day, and what is said."""

    kind: str
    day: date
    words: str


_ANNOUNCED = {
    ENTITLED: Announced(
        "eligibility",
        date(2027, 1, 1),
        N_("Từ ngày 01/01/2027 Luật Trợ giúp pháp lý có sửa đổi; nội dung sẽ được cập nhật khi có văn bản."),
    ),
}


def sentence(collection: str, register: Register) -> str:
    """Return what is to come in the list of this name; "" where nothing is, or its text is entered."""
    announced = _ANNOUNCED.get(collection)
    if announced is None or register.begins_from(announced.kind, announced.day):
        return ""
    return _(announced.words)
