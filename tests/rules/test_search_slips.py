"""Words found by slips of the finger: the same as by comparing with each, only sooner."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import OSA

from app import places
from app.search.slips import Slips
from app.vietnamese import fold, words

WORDS = sorted({fold(word) for commune in places.communes("20") for word in words(commune.short_name)})


@pytest.mark.parametrize("typed", ["phonug", "bihn", "langg", "thien", "t", "xyz", "binh"])
@pytest.mark.parametrize("most", [1, 2])
def test_what_is_near_is_what_comparing_with_every_word_finds(typed: str, most: int) -> None:
    compared = sorted((OSA.distance(typed, word), word) for word in WORDS)
    assert list(Slips(WORDS, most=2).near(typed, most)) == [one for one in compared if one[0] <= most]


def test_a_swap_is_one_slip_and_the_nearest_comes_first() -> None:
    assert [*Slips(["nguyen", "nguyet", "quyen"], most=2).near("ngueyn", 2)] == [(1, "nguyen"), (2, "nguyet")]
