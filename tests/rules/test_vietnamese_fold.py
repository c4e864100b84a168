from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vietnamese import fold, has_diacritics, only_lacks_marks, words


def test_folding_removes_every_mark_and_the_stroke_of_đ() -> None:
    assert fold("ĐƯỜNG Trần Hưng Đạo, Kỳ Lừa") == "duong tran hung dao, ky lua"


def test_every_vietnamese_letter_folds_to_a_plain_one() -> None:
    vowels = (vowel + tone for vowel in "aăâeêioôơuưy" for tone in ("", *"\u0300\u0309\u0303\u0301\u0323"))
    assert set(fold(unicodedata.normalize("NFC", "".join(vowels)) + "đĐ")) == set("aeiouyd")


@given(st.text())
def test_folding_does_not_depend_on_the_encoding_of_the_marks(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "whole"), [("dat", "đất"), ("đât", "đất"), ("dất", "đất"), ("đất", "đất"), ("nơ", "nợ")]
)
def test_a_word_may_lack_marks_of_the_whole_one_but_not_the_other_way_round(typed: str, whole: str) -> None:
    assert only_lacks_marks(typed, whole)
    assert only_lacks_marks(whole, typed) is (typed == whole)


@pytest.mark.parametrize(("typed", "other"), [("nó", "nợ"), ("đắt", "đất"), ("án", "ấn"), ("kiến", "kiện")])
def test_a_word_with_another_mark_is_another_word(typed: str, other: str) -> None:
    assert only_lacks_marks(typed, other) is (other == "ấn")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ｌｕậｔ　ｓư", "luat su"),
        ("ﬁle", "file"),
        ("Luật\u00a0sư", "luat su"),
        ("Lu\u00adật\u200b", "luat"),
        ("ÐÀO ðào Ɖào", "dao dao dao"),
        ("Ｄ\u031bu\u031bo\u031b\u0300ng", "duong"),
    ],
    ids=["full width", "ligature", "hard space", "unseen", "foreign Đ", "full width and loose marks"],
)
def test_whatever_a_paste_brings_along_folds_to_plain_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_words_split_at_every_mark_between_letters_and_digits() -> None:
    assert words("Số 08/QĐ-TP.LS, xã  Lộc_Bình") == ["Số", "08", "QĐ", "TP", "LS", "xã", "Lộc", "Bình"]


def test_a_word_is_not_torn_at_a_soft_hyphen_or_a_joiner() -> None:
    assert words("Lu\u00adật s\u200bư") == ["Luật", "sư"]


def test_a_decomposed_word_is_not_torn_at_its_marks() -> None:
    assert words(unicodedata.normalize("NFD", "Đồng Bục")) == ["Đồng", "Bục"]


@pytest.mark.parametrize("word", ["đa", "Đ", "ð", "lộc", "lo\u0323\u0302c"])
def test_a_stroke_or_a_mark_counts_as_a_diacritic(word: str) -> None:
    assert has_diacritics(word)


@pytest.mark.parametrize("word", ["Loc", "Mai", "08", "", "Ｌｏｃ"])
def test_a_plain_word_has_no_diacritics(word: str) -> None:
    assert not has_diacritics(word)
