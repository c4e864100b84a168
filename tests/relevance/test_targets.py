"""What search promises over both registers of judged queries: the targets set before it was built."""

from __future__ import annotations

import pytest

from tests.relevance.judging import Judged
from tests.relevance.opened import Opened
from tests.relevance.scores import Rank, by_class, score

AT_1, AT_5, CLASS_AT_5 = 0.95, 0.99, 0.90


@pytest.fixture(scope="session")
def ranked(judged_sample: Opened, judged_fictional: Opened) -> list[tuple[Judged, Rank]]:
    return [
        (one, opened.judge.rank(one, opened.answer(one.query)))
        for opened in (judged_sample, judged_fictional)
        for one in opened.queries
    ]


def test_the_right_help_comes_first_and_nearly_always_among_five(ranked: list[tuple[Judged, Rank]]) -> None:
    whole = score([rank for _, rank in ranked])
    missed = [one.query for one, rank in ranked if rank is None or rank > 5]
    assert whole.at_1 >= AT_1, whole
    assert whole.at_5 >= AT_5, missed


def test_no_way_of_typing_is_left_behind(ranked: list[tuple[Judged, Rank]]) -> None:
    weak = {case: one for case, one in by_class(ranked).items() if one.at_5 < CLASS_AT_5}
    assert not weak


def test_exact_diacritics_come_first_in_every_pair(ranked: list[tuple[Judged, Rank]]) -> None:
    assert [one.query for one, rank in ranked if one.is_order and rank != 1] == []
