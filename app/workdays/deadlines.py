"""The clocks of publication (TT 08/2017 Đ19 k3, Đ20 k3, Đ22 k3). The day of the event does not count."""

from __future__ import annotations

from datetime import date

from app.workdays.calendar import add_working_days

PUBLISH_DAYS = 3
"""From a certificate's issue (Đ19 k3), its amendment (Đ20 k3), a valid dossier or a withdrawal (Đ22 k3)."""

MINISTRY_DAYS = 3
"""From an amendment (Đ20 k3) or an ending (Đ22 k3): the Ministry is told within the same days."""

DEFAULT_DAYS = 5
"""Where no circular sets a term; a clerk may set another."""


def publish_due(happened_on: date) -> date:
    """Return the last day to publish what happened to a certificate of registration."""
    return add_working_days(happened_on, PUBLISH_DAYS)


def ministry_due(happened_on: date) -> date:
    """Return the last day to tell the Ministry of an amendment or an ending."""
    return add_working_days(happened_on, MINISTRY_DAYS)


def usual_due(happened_on: date, days: int = DEFAULT_DAYS) -> date:
    """Return the last day to publish where the law sets no term."""
    return add_working_days(happened_on, days)
