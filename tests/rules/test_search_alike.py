"""The known words that a mistyped one may mean."""

from __future__ import annotations

import pytest

from app.search.alike import SLIP, SOUND, Alike

KNOWN = Alike(["c", "quyen", "truong", "chuong", "divorce", "luat", "ba"])


@pytest.mark.parametrize("typed", ["qqqq", "kkkk", "cc", "aaaa"])
def test_one_letter_held_down_stands_for_no_word(typed: str) -> None:
    assert KNOWN.ways(typed, short=True) == {typed: 0}


def test_a_letter_held_down_within_a_word_is_heard_once() -> None:
    assert KNOWN.ways("luaat", short=False)["luat"] == SOUND


def test_what_sounds_the_same_is_nearer_than_a_slip() -> None:
    ways = KNOWN.ways("chuong", short=False)
    assert (ways["chuong"], ways["truong"]) == (0, SOUND)
    assert KNOWN.ways("divorse", short=False)["divorce"] == SLIP
