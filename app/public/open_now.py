"""What to know of an office this minute, as pages of today say it: whether it is open, what is unusual there.

No cache keeps such a page past the moment at which it ceases to be true.
"""

from __future__ import annotations

from datetime import datetime

from flask import request

from app import clock
from app.catalogue import banners
from app.catalogue.banners import Banner
from app.catalogue.opening import opening_of
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.public.as_of import IN_FORCE, PUBLISHED
from app.web import headers, site, static_copy


def sentence(office: Version | None, register: Register) -> str:
    """Return ``Đang mở cửa, đến 11:30``; "" where unknown, and where the page is not of today."""
    now = clock.now()
    if office is None or not is_today(register, now):
        return ""
    told = opening_of(office, register, now)
    if told.sentence:
        headers.valid_until(told.valid_until)
    return told.sentence


def alerts(office: Version | None, register: Register) -> tuple[Banner, ...]:
    """Return the alerts on ``office``; none where the page is not of today."""
    if office is None or not is_today(register, clock.now()):
        return ()
    return banners.alerts(register, office.listing_id)


def is_today(register: Register, now: datetime) -> bool:
    """Whether the page shows the register of today, not of a day that somebody asked for."""
    if static_copy.making():
        return False
    head = site.newest()
    asked_for_a_day = request.args.keys() & {PUBLISHED, IN_FORCE}
    return (
        not asked_for_a_day and head is not None and (register.n, register.day) == (head.number, now.date())
    )
