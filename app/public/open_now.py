"""Whether an office is open this minute, as pages of today say it; no cache keeps one past its moment."""

from __future__ import annotations

from flask import request

from app import clock
from app.catalogue.opening import opening_of
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.public.as_of import IN_FORCE, PUBLISHED
from app.web import headers, site


def sentence(office: Version | None, register: Register) -> str:
    """Return ``Đang mở cửa, đến 11:30``; "" where unknown, and where the page is not of today."""
    now = clock.now()
    head = site.newest()
    if office is None or head is None or request.args.keys() & {PUBLISHED, IN_FORCE}:
        return ""
    if (register.n, register.day) != (head.number, now.date()):
        return ""
    told = opening_of(office, register, now)
    if told.sentence:
        headers.valid_until(told.valid_until)
    return told.sentence
