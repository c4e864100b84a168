"""Open now or when next: what is said is so, stays so until it says, and never promises what is not."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.opening import AHEAD_DAYS, CHANGING, CLOSED, HOLIDAY, NOT_SOON, OPEN, opening
from app.clock import VIET_NAM
from app.kinds.hours import DAYS, Hours
from app.workdays import is_holiday

MOMENT = timedelta(seconds=1)
OFFICE = "T2-T6 07:30-11:30, 13:30-17:00; T7 08:00-11:00"
TIMES = [f"{hour:02d}:{minute}" for hour in range(24) for minute in ("00", "30")] + ["24:00"]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIET_NAM)


def read(text: str) -> Any:
    return Hours().read(text, "20")


def said(text: str, moment: str) -> str:
    return opening(read(text), at(moment)).sentence


def really_open(hours: dict[str, Any], moment: datetime) -> bool:
    """Whether a sign at the door, the calendar and a watch agree that it is open: the rule, word by word."""
    day = moment.date().isoformat()
    dated = [one for one in hours.get("exceptions", []) if one["date"] == day]
    if any(one.get("closed") for one in dated):
        return False
    spans = [span for one in dated for span in one["hours"]]
    if not dated and not is_holiday(moment.date()):
        spans = hours["weekly"].get(DAYS[moment.weekday()], [])
    return any(opens <= f"{moment:%H:%M}" < closes for opens, closes in spans)


@st.composite
def spans(draw: st.DrawFn) -> list[list[str]]:
    cuts = sorted(draw(st.sets(st.sampled_from(TIMES), min_size=2, max_size=6)))
    parts = [[opens, closes] for opens, closes in pairwise(cuts)]
    return draw(st.lists(st.sampled_from(parts), min_size=1, unique_by=tuple).map(sorted))


DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31))
MOMENTS = st.builds(
    lambda day, seconds: datetime.combine(day, datetime.min.time(), VIET_NAM) + timedelta(seconds=seconds),
    DATES,
    st.integers(0, 86_399),
)
WEEKLY = st.dictionaries(st.sampled_from(DAYS), spans(), max_size=7)


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Any], datetime]:
    """An office's hours, with exceptions that fall near the moment at which somebody asks."""
    moment = draw(MOMENTS)
    near = draw(st.lists(st.integers(-2, 12), max_size=4))
    exceptions = [
        {"date": (moment.date() + timedelta(days)).isoformat()}
        | draw(st.one_of(st.just({"closed": True}), spans().map(lambda held: {"hours": held})))
        for days in near
    ]
    return {"weekly": draw(WEEKLY), "exceptions": exceptions}, moment


@given(cases())
def test_it_is_said_to_be_open_exactly_when_it_is(case: tuple[dict[str, Any], datetime]) -> None:
    hours, moment = case
    told = opening(hours, moment)
    assert told.open == really_open(hours, moment)
    assert told.sentence.startswith(OPEN) == told.open


@given(cases(), st.floats(0, 1))
def test_what_is_said_stays_true_until_it_says(case: tuple[dict[str, Any], datetime], part: float) -> None:
    hours, moment = case
    told = opening(hours, moment)
    assert moment < told.valid_until
    later = moment + (told.valid_until - MOMENT - moment) * part
    again = opening(hours, later.replace(microsecond=0))
    assert (again.sentence, again.open, again.next, again.until) == (
        *(told.sentence, told.open, told.next, told.until),
    )
    assert told.valid_until.date() == moment.date() or f"{told.valid_until:%H:%M:%S}" == "00:00:00"


@given(cases(), st.floats(0, 1))
def test_the_next_opening_is_to_come_is_really_open_and_is_the_next(
    case: tuple[dict[str, Any], datetime], part: float
) -> None:
    hours, moment = case
    told = opening(hours, moment)
    if told.next is None:
        return
    assert moment < told.next
    assert really_open(hours, told.next)
    assert not really_open(hours, told.next - MOMENT)
    assert not really_open(hours, moment + (told.next - MOMENT - moment) * part)
    assert f"mở lại {told.next:%H:%M}" in told.sentence


@given(cases(), st.floats(0, 1))
def test_it_stays_open_until_it_is_said_to_close(case: tuple[dict[str, Any], datetime], part: float) -> None:
    hours, moment = case
    told = opening(hours, moment)
    if told.until is None:
        return
    assert not really_open(hours, told.until)
    assert really_open(hours, moment + (told.until - MOMENT - moment) * part)


@given(cases())
def test_where_nothing_opens_for_sixty_days_that_is_said(case: tuple[dict[str, Any], datetime]) -> None:
    hours, moment = case
    half_hours = (moment.date() + timedelta(days) for days in range(AHEAD_DAYS + 1))
    opens = any(
        really_open(
            hours, datetime.combine(day, datetime.min.time(), VIET_NAM) + timedelta(minutes=30 * half)
        )
        for day in half_hours
        for half in range(48)
        if datetime.combine(day, datetime.min.time(), VIET_NAM) + timedelta(minutes=30 * (half + 1)) > moment
    )
    assert (opening(hours, moment).sentence == NOT_SOON) == (not opens)


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        ("2026-12-01T07:29:59", "Đóng cửa, mở lại 07:30 hôm nay"),
        ("2026-12-01T07:30:00", "Đang mở cửa, đến 11:30"),
        ("2026-12-01T11:29:59", "Đang mở cửa, đến 11:30"),
        ("2026-12-01T11:30:00", "Nghỉ trưa, mở lại 13:30 hôm nay"),
        ("2026-12-01T16:00:00", "Đang mở cửa, đến 17:00"),
        ("2026-12-01T17:00:00", "Đóng cửa, mở lại 07:30 thứ Tư 02/12"),
        ("2026-12-05T12:00:00", "Đóng cửa, mở lại 07:30 thứ Hai 07/12"),
        ("2026-12-31T18:00:00", "Đóng cửa, mở lại 08:00 thứ Bảy 02/01/2027"),
        ("2027-01-01T09:00:00", "Nghỉ lễ, mở lại 08:00 thứ Bảy 02/01"),
    ],
)
def test_the_words_are_plain(moment: str, sentence: str) -> None:
    assert said(OFFICE, moment) == sentence


def test_tet_closes_the_office_to_its_last_day() -> None:
    day, days = date(2026, 2, 16), []
    while is_holiday(day):
        days.append(day)
        day += timedelta(1)
    assert len(days) == 5
    for one in days:
        assert said("T2-CN 07:30-17:00", f"{one}T09:00").startswith(f"{HOLIDAY}, mở lại 07:30 thứ Bảy 21/02")


def test_an_exception_stands_above_the_week_and_above_a_holiday() -> None:
    assert said(f"{OFFICE}; 01/01/2027 08:00-10:00", "2027-01-01T09:00") == "Đang mở cửa, đến 10:00"
    assert said(f"{OFFICE}; 01/12/2026 nghỉ", "2026-12-01T09:00") == (
        "Hôm nay nghỉ, mở lại 07:30 thứ Tư 02/12"
    )
    assert said(f"{OFFICE}; 06/12/2026 08:00-09:00", "2026-12-05T15:00").endswith("08:00 Chủ nhật 06/12")


def test_hours_that_touch_are_one_over_midnight_too() -> None:
    assert said("T2 08:00-12:00, 12:00-17:00", "2026-11-30T11:59") == "Đang mở cửa, đến 17:00"
    night = "T3 20:00-24:00; T4 00:00-02:00"
    assert said(night, "2026-12-01T23:00") == "Đang mở cửa, đến 02:00 thứ Tư 02/12"
    assert said(night, "2026-12-02T01:00") == "Đang mở cửa, đến 02:00"
    assert said("T3 20:00-24:00", "2026-12-01T23:00") == "Đang mở cửa, đến 24:00"


def test_who_never_closes_is_open_without_an_hour() -> None:
    never = {"weekly": {day: [["00:00", "24:00"]] for day in DAYS}}
    days = [date(2027, 1, 1) + timedelta(days) for days in range(365)]
    held = {"date": "", "hours": [["00:00", "24:00"]]}
    feasts = [held | {"date": day.isoformat()} for day in days if is_holiday(day)]
    assert opening(never | {"exceptions": feasts}, at("2027-03-01T12:00")).sentence == OPEN


@pytest.mark.parametrize("hours", [None, {}])
def test_of_unknown_hours_nothing_is_said(hours: Any) -> None:
    told = opening(hours, at("2026-12-01T09:00"))
    assert (told.sentence, told.open, told.next) == ("", False, None)
    assert told.valid_until == at("2026-12-02T00:00")


def test_a_moment_told_elsewhere_is_the_same_moment() -> None:
    there = datetime.fromisoformat("2026-12-01T02:00:00+00:00")
    assert opening(read(OFFICE), there) == opening(read(OFFICE), at("2026-12-01T09:00"))


def test_the_words_of_a_closed_door_differ() -> None:
    assert len({CLOSED, HOLIDAY, NOT_SOON, CHANGING}) == 4
