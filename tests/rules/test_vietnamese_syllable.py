from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import places
from app.vietnamese import fold, possible, split, words
from app.vietnamese.syllable import FORMS, tones_of
from app.vietnamese.tones import with_tone

SYLLABLES = sorted(with_tone(form, tone) for form in FORMS for tone in tones_of(form))
FOLDED = sorted({fold(form) for form in FORMS})

SENTENCES = """
Người được trợ giúp pháp lý có quyền tự mình hoặc thông qua người thân thích yêu cầu trợ giúp pháp lý;
được giữ bí mật; lựa chọn một tổ chức và người thực hiện tại địa phương trong danh sách được công bố.
Khuỷu tay, nguệch ngoạc, ngoằn ngoèo, khuya khoắt, quýnh, giếng, gìn giữ, gì, yểu điệu, thuở xưa, quốc gia,
Bắc Kạn, Tường Vy, Nguyễn Huỳnh Quỳnh Thuỳ, Hoàng, Nghiêm, Khuất, Quách, xe buýt, xoong, ươn ướt, uỷ quyền
"""


@pytest.mark.parametrize("word", sorted(set(words(SENTENCES))))
def test_words_in_use_are_possible_with_their_marks_and_without(word: str) -> None:
    assert possible(word)
    assert possible(fold(word))


@pytest.mark.parametrize(
    "word",
    ["luât", "luàt", "céng", "héi", "hßa", "web", "ngi", "ce", "kô", "phoa", "tp", "", "10", "luậtsư"],
)
def test_what_nobody_can_pronounce_is_no_syllable(word: str) -> None:
    assert not possible(word)


def test_the_names_of_our_communes_are_possible_syllables() -> None:
    communes = places.communes("20")
    names = [name for one in communes for name in (one.name, *places.old_names(one.code))]
    assert not {word for name in names for word in words(name) if not possible(word) and not word.isdigit()}


@given(st.sampled_from(SYLLABLES))
def test_a_syllable_is_possible_in_every_school_and_without_marks(word: str) -> None:
    assert possible(word)
    assert possible(word.upper())
    assert possible(fold(word))


@pytest.mark.parametrize(
    ("run", "likeliest"),
    [
        ("luatsu", "luat su"),
        ("trogiupphaply", "tro giup phap ly"),
        ("LuậtSư", "luật sư"),
        ("nganhang", "ngan hang"),
        ("tuvanphapluatmienphi", "tu van phap luat mien phi"),
        ("phuongdongkinh", "phuong dong kinh"),
        ("yte", "y te"),
    ],
)
def test_a_run_without_spaces_is_cut_into_its_words(run: str, likeliest: str) -> None:
    assert " ".join(split(run)[0]) == likeliest


def test_known_words_come_before_even_ones() -> None:
    assert split("nganhang", {"nga", "nhang"})[0] == ("nga", "nhang")
    assert split("hoan", {"ho", "an"})[0] == ("ho", "an")


def test_a_known_word_that_is_no_syllable_is_a_piece_too() -> None:
    assert not split("congtyluattnhhmai")
    assert split("congtyluattnhhmai", {"tnhh"})[0] == ("cong", "ty", "luat", "tnhh", "mai")


@pytest.mark.parametrize("run", ["", "a", "hang", "xyz", "08012345", "a" * 43, "google"])
def test_what_cannot_be_cut_is_not_cut(run: str) -> None:
    assert not split(run)


@given(st.lists(st.sampled_from(FOLDED), min_size=2, max_size=6))
def test_words_run_together_are_found_again_when_known(syllables: list[str]) -> None:
    cuts = split("".join(syllables), set(syllables))
    assert cuts
    assert len(cuts) <= 8
    assert all("".join(cut) == "".join(syllables) and 2 <= len(cut) <= 16 for cut in cuts)
    assert set(cuts[0]) <= set(syllables)
