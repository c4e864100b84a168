from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.search.spaces import moved, struck_for

SYLLABLES = st.text("abcdeghiklmnopqrstuvxyâêôơưđ", min_size=2, max_size=6)


@given(SYLLABLES, SYLLABLES, st.sampled_from("xcvbnm"))
def test_a_letter_beside_the_space_bar_may_stand_for_a_space(first: str, second: str, struck: str) -> None:
    assert (first, second) in set(struck_for(first + struck + second))


@given(st.text("abcdnv", max_size=12))
def test_both_sides_of_a_struck_letter_are_words_and_lack_nothing_else(run: str) -> None:
    for first, second in struck_for(run):
        assert min(len(first), len(second)) > 1
        assert run.startswith(first)
        assert run.endswith(second)
        assert len(first) + 1 + len(second) == len(run)


@given(SYLLABLES, SYLLABLES)
def test_a_space_struck_a_letter_early_or_late_is_moved_back(first: str, second: str) -> None:
    if len(first) > 2:
        assert (first, second) in set(moved(first[:-1], first[-1] + second))
    if len(second) > 2:
        assert (first, second) in set(moved(first + second[0], second[1:]))


def test_no_space_is_moved_in_a_number() -> None:
    assert not list(moved("0205", "3812"))
    assert not list(moved("số", "12a"))
