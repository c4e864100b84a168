"""Working days in Viet Nam: weekends, Tết, the other holidays, days that the Government moves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workdays import (
    add_working_days,
    is_working_day,
    ministry_due,
    publish_due,
    usual_due,
    working_days_between,
)

DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2027, 2, 5), date(2027, 2, 9)),
        (date(2028, 1, 25), date(2028, 1, 29)),
    ],
)
def test_nobody_works_at_Tết(first: date, last: date) -> None:
    days = [first + timedelta(days=passed) for passed in range((last - first).days + 1)]
    assert not any(map(is_working_day, days))


@pytest.mark.parametrize("day", [date(2025, 2, 3), date(2026, 2, 13), date(2026, 2, 23)])
def test_work_goes_on_right_before_and_after_Tết(day: date) -> None:
    assert is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 4, 27),  # Giỗ Tổ Hùng Vương fell on a Sunday
        date(2026, 4, 30),
        date(2026, 5, 1),
        date(2026, 9, 1),
        date(2026, 9, 2),
        date(2026, 11, 24),
        date(2026, 11, 21),
        date(2026, 11, 22),
    ],
)
def test_holidays_and_weekends_are_days_of_rest(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_a_working_day_that_was_swapped_is_off_and_its_Saturday_is_worked(off: date, worked: date) -> None:
    assert (is_working_day(off), is_working_day(worked)) == (False, True)


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [
        (date(2026, 11, 16), 3, date(2026, 11, 19)),  # Monday
        (date(2026, 11, 19), 3, date(2026, 11, 25)),  # over a weekend and 24/11
        (date(2026, 2, 12), 3, date(2026, 2, 24)),  # over Tết
        (date(2026, 4, 29), 1, date(2026, 5, 4)),
        (date(2026, 8, 21), 3, date(2026, 8, 25)),  # the Saturday counts
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_the_day_of_the_event_is_not_counted(day: date, count: int, due: date) -> None:
    assert add_working_days(day, count) == due


def test_the_law_gives_three_days_and_five_where_it_gives_none() -> None:
    happened_on = date(2026, 11, 9)
    assert publish_due(happened_on) == ministry_due(happened_on) == date(2026, 11, 12)
    assert usual_due(happened_on) == date(2026, 11, 16)
    assert usual_due(happened_on, 2) == date(2026, 11, 11)


@given(DAYS, st.integers(1, 40))
def test_what_is_added_can_be_counted(day: date, count: int) -> None:
    due = add_working_days(day, count)
    assert is_working_day(due)
    assert working_days_between(day, due) == count
    assert working_days_between(due, day) == 0
