from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vietnamese import exact, fold, loose_sound, sound, toned_sound
from app.vietnamese.syllable import FORMS, tones_of
from app.vietnamese.tones import with_tone

Key = Callable[[str], str]
SYLLABLES = sorted(with_tone(form, tone) for form in FORMS for tone in tones_of(form))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sử", "xử"),
        ("chợ", "trợ"),
        ("dao", "rao"),
        ("dao", "giao"),
        ("riêng", "giêng"),
        ("diết", "giết"),
        ("rì", "gì"),
        ("rèm", "gièm"),
        ("reo", "gieo"),
        ("lợ", "nợ"),
        ("sửa", "xữa"),
        ("nghỉ", "ngỉ"),
        ("ghi", "ghy"),
        ("kỷ", "kĩ"),
        ("ca", "ka"),
        ("quý", "quí"),
        ("Quỳnh", "quình"),
        ("yêu", "iêu"),
        ("Lý", "ní"),
    ],
)
def test_usual_confusions_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other) == sound(fold(one))
    assert toned_sound(one) == toned_sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("luật", "luậc"),
        ("bàn", "bàng"),
        ("vợ", "dợ"),
        ("thích", "thít"),
        ("tiêm", "tim"),
        ("buồi", "bùi"),
        ("rượu", "riệu"),
        ("hưu", "hiu"),
        ("ngang", "nganh"),
    ],
)
def test_southern_confusions_sound_the_same_only_to_the_loose_key(one: str, other: str) -> None:
    assert loose_sound(one) == loose_sound(other)
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("thúy", "thúi"), ("tay", "tai"), ("ga", "gia"), ("cha", "ca"), ("đo", "to")]
)
def test_what_everybody_hears_apart_stays_apart(one: str, other: str) -> None:
    assert loose_sound(one) != loose_sound(other)


@pytest.mark.parametrize(("one", "other"), [("án", "an"), ("đất", "dất"), ("mưa", "mua"), ("tả", "tá")])
def test_the_toned_key_keeps_every_mark_but_the_one_between_hỏi_and_ngã(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert toned_sound(one) != toned_sound(other)


KEYS = [(exact, toned_sound), (toned_sound, sound), (fold, sound), (sound, loose_sound)]


@pytest.mark.parametrize(("strict", "weak"), KEYS, ids=["toned", "untoned", "folded", "loose"])
def test_each_key_joins_whatever_the_stricter_one_joins(strict: Key, weak: Key) -> None:
    joined = {strict(word): weak(word) for word in SYLLABLES}
    assert all(joined[strict(word)] == weak(word) for word in SYLLABLES)


def test_a_key_joins_few_enough_to_be_worth_asking() -> None:
    folded = {fold(form) for form in FORMS}
    assert len({sound(word) for word in folded}) > len(folded) / 2
    assert len({loose_sound(word) for word in folded}) > len(folded) / 4


@given(st.text(max_size=12))
def test_any_text_has_a_sound(text: str) -> None:
    assert sound(text) == sound(fold(text))
    assert isinstance(toned_sound(text) + loose_sound(text), str)
