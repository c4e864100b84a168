"""The only "now". Days are days in Asia/Ho_Chi_Minh; nothing else in the application reads a clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")

_pretended: ContextVar[datetime | None] = ContextVar("pretended", default=None)


def now() -> datetime:
    """Return this moment in Viet Nam, to the second."""
    return _moment().replace(microsecond=0)


def today() -> date:
    """Return the local day."""
    return now().date()


def next_midnight() -> datetime:
    """Return the moment at which the local day ends."""
    start = datetime.combine(today() + timedelta(days=1), datetime.min.time())
    return start.replace(tzinfo=VIET_NAM)


def seconds_until(moment: datetime) -> int:
    """Return the whole seconds left before ``moment``, never one too many; 0 once it has come."""
    return max(0, int((moment - _moment()).total_seconds()))


@contextmanager
def pretend(moment: datetime) -> Iterator[None]:
    """Let the clock stand at ``moment`` inside the block: for tests and the sample register's history."""
    token = _pretended.set(moment.astimezone(VIET_NAM) if moment.tzinfo else moment.replace(tzinfo=VIET_NAM))
    try:
        yield
    finally:
        _pretended.reset(token)


def _moment() -> datetime:
    return _pretended.get() or datetime.now(VIET_NAM)
