"""What was published on a day, and what was in force: held against a naive reading of the contract."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.ledger.asof import is_withdrawn, publication_on, version, versions
from app.ledger.views import EntryView, PublicationView

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 12).map(lambda days: FIRST + timedelta(days=days))
PUBLICATIONS = 6
NUMBERS = st.integers(0, PUBLICATIONS)


def entry(number: int, publication: int, act: str, holds_from: date | None, target: int | None) -> EntryView:
    return EntryView(number, publication, "LS-0001", act, holds_from, target, "")


def publication(number: int, day: date) -> PublicationView:
    moment = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    return PublicationView(number, "", None, "", moment, None, {})


@st.composite
def histories(draw: st.DrawFn, *, withdrawals: bool = True) -> list[EntryView]:
    """Draw the entries of one listing: acts on any days, corrections and redactions of earlier entries."""
    acts = ["changed", "corrected", "ended", "reinstated", "redacted"] + ["withdrawn"] * withdrawals
    entries: list[EntryView] = []
    for place, number in enumerate(sorted(draw(st.sets(st.integers(1, 40), max_size=8)))):
        act = draw(st.sampled_from(acts)) if place else "listed"
        target = draw(st.sampled_from(entries)).number if act in ("corrected", "redacted") else None
        holds_from = None if act in ("redacted", "withdrawn") else draw(DAYS)
        earliest = entries[-1].publication if entries else 1
        entries.append(entry(number, draw(st.integers(earliest, PUBLICATIONS)), act, holds_from, target))
    return entries


def as_the_contract_says(entries: list[EntryView], n: int, day: date) -> EntryView | None:
    """version(L, N, D), word for word and slowly."""
    best: EntryView | None = None
    for candidate in entries:
        if candidate.publication > n or candidate.act == "redacted":
            continue
        if any(other.act == "withdrawn" and other.publication <= n for other in entries):
            continue
        if any(
            other.act == "corrected" and other.publication <= n and other.target == candidate.number
            for other in entries
        ):
            continue
        assert candidate.holds_from is not None
        if candidate.holds_from > day:
            continue
        if best is None or (candidate.holds_from, candidate.number) > (best.holds_from, best.number):
            best = candidate
    return best


@given(histories(), NUMBERS, DAYS)
def test_a_version_is_what_the_contract_says(entries: list[EntryView], n: int, day: date) -> None:
    assert version(entries, n, day) == as_the_contract_says(entries, n, day)


@given(histories(), NUMBERS, DAYS)
def test_the_order_in_which_entries_are_read_does_not_matter(
    entries: list[EntryView], n: int, day: date
) -> None:
    assert version(entries[::-1], n, day) == version(entries, n, day)


@given(histories(), NUMBERS, DAYS)
def test_a_later_publication_never_changes_what_an_earlier_one_said(
    entries: list[EntryView], n: int, day: date
) -> None:
    then = [line for line in entries if line.publication <= n]
    assert version(entries, n, day) == version(then, n, day)
    assert versions(entries, n) == versions(then, n)
    assert is_withdrawn(entries, n) == is_withdrawn(then, n)


@given(histories(withdrawals=False), NUMBERS)
def test_a_correction_hides_its_target_from_its_own_publication_on_and_not_before(
    entries: list[EntryView], n: int
) -> None:
    hidden = {line.target for line in entries if line.act == "corrected" and line.publication <= n}
    published = {line.number for line in entries if line.publication <= n and line.act != "redacted"}
    assert {line.number for line in versions(entries, n)} == published - hidden


@given(histories(), NUMBERS)
def test_versions_stand_by_the_day_they_hold_from_and_then_by_number(
    entries: list[EntryView], n: int
) -> None:
    counting = [(line.holds_from or date.min, line.number) for line in versions(entries, n)]
    assert counting == sorted(counting)


@given(histories(), NUMBERS, DAYS, DAYS)
def test_a_later_day_never_shows_an_earlier_version(
    entries: list[EntryView], n: int, one: date, other: date
) -> None:
    earlier, later = (version(entries, n, day) for day in sorted((one, other)))
    if earlier is not None:
        assert later is not None
        assert versions(entries, n).index(earlier) <= versions(entries, n).index(later)


@given(histories(), NUMBERS, DAYS)
def test_a_redaction_never_changes_which_version_counts(entries: list[EntryView], n: int, day: date) -> None:
    unredacted = [line for line in entries if line.act != "redacted"]
    assert version(entries, n, day) == version(unredacted, n, day)


@given(histories(), NUMBERS, DAYS)
def test_of_a_withdrawn_listing_nothing_counts(entries: list[EntryView], n: int, day: date) -> None:
    if is_withdrawn(entries, n):
        assert version(entries, n, day) is None
        assert versions(entries, n) == []


@given(st.lists(DAYS, max_size=6).map(sorted), DAYS, DAYS)
def test_a_later_day_never_has_an_earlier_publication(days: list[date], one: date, other: date) -> None:
    chain = [publication(number, day) for number, day in enumerate(days, start=1)]
    earlier, later = (publication_on(chain, day) for day in sorted((one, other)))
    assert earlier <= later
    assert publication_on(chain, one) == sum(day <= one for day in days)


def test_before_the_first_publication_there_is_none() -> None:
    assert publication_on([], FIRST) == 0
    assert publication_on([publication(1, FIRST)], FIRST - timedelta(days=1)) == 0
    assert publication_on([publication(1, FIRST)], FIRST) == 1


def test_a_correction_takes_the_place_of_its_target_even_on_another_day() -> None:
    entries = [
        entry(1, 1, "listed", date(2024, 1, 1), None),
        entry(2, 2, "changed", date(2024, 3, 1), None),
        entry(3, 3, "corrected", date(2024, 2, 1), 2),
    ]
    on = {n: version(entries, n, date(2024, 2, 15)) for n in (1, 2, 3)}
    assert {n: line.number for n, line in on.items() if line} == {1: 1, 2: 1, 3: 3}
    late = version(entries, 3, date(2024, 3, 15))
    assert late is not None
    assert late.number == 3
