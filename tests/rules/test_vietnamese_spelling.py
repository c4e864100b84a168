from __future__ import annotations

import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vietnamese import exact, fold, name_key
from app.vietnamese.syllable import FORMS, tones_of
from app.vietnamese.tones import everywhere, tones, with_tone, without_tone

SYLLABLES = sorted(with_tone(form, tone) for form in FORMS for tone in tones_of(form))


@pytest.mark.parametrize(
    ("new_school", "old_school"),
    [("hoà", "hòa"), ("thuỷ", "thủy"), ("Khoẻ", "khỏe"), ("HOẠ", "họa"), ("Hoà-Thuỵ", "hòa-thụy")],
)
def test_both_schools_of_tone_placement_are_one_spelling(new_school: str, old_school: str) -> None:
    assert exact(new_school) == exact(old_school) == old_school
    assert exact(unicodedata.normalize("NFD", new_school)) == old_school


@pytest.mark.parametrize(
    ("with_i", "with_y"),
    [("Lí", "lý"), ("quí", "quý"), ("kĩ", "kỹ"), ("MĨ", "mỹ"), ("công ti", "công ty"), ("quít", "quýt")],
)
def test_i_and_y_are_one_spelling_where_schools_differ(with_i: str, with_y: str) -> None:
    assert exact(with_i) == exact(with_y) == with_y


@pytest.mark.parametrize(("one", "other"), [("Vi", "Vy"), ("Thi", "Thy"), ("Nhi", "Nhy"), ("tai", "tay")])
def test_i_and_y_that_make_two_words_stay_two(one: str, other: str) -> None:
    assert exact(one) != exact(other)


@pytest.mark.parametrize(
    ("slip", "right"), [("qúy", "quý"), ("qủa", "quả"), ("gìa", "già"), ("đựơc", "được"), ("hòan", "hoàn")]
)
def test_a_tone_that_slipped_to_another_vowel_is_put_right(slip: str, right: str) -> None:
    assert exact(slip) == right


@pytest.mark.parametrize("word", ["quý", "quỳ", "hoài", "hoàn", "khuỷu", "toán", "quả", "già", "noël"])
def test_a_word_with_only_one_right_spelling_is_left_alone(word: str) -> None:
    assert exact(word) == word


def test_an_exact_comparison_keeps_marks_apart() -> None:
    assert len({exact(word) for word in ("Vân", "Vạn", "Văn", "van")}) == 4


def test_no_two_syllables_become_one_but_by_i_and_y() -> None:
    spelled = defaultdict(set)
    for word in SYLLABLES:
        spelled[exact(word)].add((tones(word), without_tone(word).replace("y", "i")))
    assert all(len(words) == 1 for words in spelled.values())


def test_every_syllable_has_one_spelling_wherever_its_tone_was_put() -> None:
    for word in SYLLABLES:
        for written in everywhere(without_tone(word), tones(word)) if tones(word) else [word]:
            assert exact(written) == exact(word)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)) | st.sampled_from(SYLLABLES))
def test_unifying_twice_changes_nothing_more_and_no_letter_but_y(text: str) -> None:
    assert exact(exact(text)) == exact(text)
    assert fold(exact(text)).replace("y", "i") == fold(text).replace("y", "i")


def test_a_list_of_names_keeps_i_and_y_where_the_alphabet_has_them() -> None:
    assert name_key("An Lí") < name_key("An Long") < name_key("An Lý")
