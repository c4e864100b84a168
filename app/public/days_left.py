"""How many days are left to file under a notice, or until it is taken down: on pages of today only.

No cache keeps such a page past the day.
"""

from __future__ import annotations

from datetime import date

from app import clock
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.public import open_now
from app.web import headers
from app.web.language import _


def sentence(version: Version, register: Register) -> str:
    """``Còn 12 ngày nhận hồ sơ, đến hết ngày 31/12/2026.``; "" where nothing runs out."""
    last = _ahead(version, "filing_to", register)
    if last:
        return _("%(left)s nhận hồ sơ, đến hết ngày %(day)s.", left=_left(last), day=f"{last:%d/%m/%Y}")
    last = _ahead(version, "posted_until", register)
    if last:
        return _("%(left)s đăng ở đây, đến hết ngày %(day)s.", left=_left(last), day=f"{last:%d/%m/%Y}")
    return ""


def short(version: Version, register: Register) -> str:
    """``(còn 12 ngày)`` to file; "" where nobody may file, or no longer."""
    last = _ahead(version, "filing_to", register)
    if last is None:
        return ""
    days = (last - clock.today()).days
    return _("(còn %(days)s ngày)", days=days) if days else _("(hôm nay là ngày cuối)")


def _ahead(version: Version, key: str, register: Register) -> date | None:
    """Return the day in the field ``key`` unless it is past, or the page is not of today."""
    text = version.document.get(key)
    if not text or not open_now.is_today(register, clock.now()):
        return None
    last = date.fromisoformat(text)
    if last < clock.today():
        return None
    headers.valid_until(clock.next_midnight())
    return last


def _left(last: date) -> str:
    days = (last - clock.today()).days
    return _("Còn %(days)s ngày", days=days) if days else _("Hôm nay là ngày cuối")
