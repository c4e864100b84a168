"""Which days the State works, and the clocks of the law that run on them. Pure: knows no register, no today.

The holidays of Bộ luật Lao động 2019 Đ112 and the lunar calendar come from the library `holidays`; what the
Government moves between days, and the library does not know, stands in `swapped.toml`. A year for which
nothing is announced yet is computed as the law alone gives it.
"""

from __future__ import annotations

from app.workdays.calendar import add_working_days, is_holiday, is_working_day, working_days_between
from app.workdays.deadlines import DEFAULT_DAYS, ministry_due, publish_due, usual_due

__all__ = [
    "DEFAULT_DAYS",
    "add_working_days",
    "is_holiday",
    "is_working_day",
    "ministry_due",
    "publish_due",
    "usual_due",
    "working_days_between",
]
