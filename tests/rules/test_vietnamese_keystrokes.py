from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vietnamese import fold, possible, unfinished
from app.vietnamese.spelling import placed
from app.vietnamese.syllable import FORMS, tones_of
from app.vietnamese.tones import with_tone

SYLLABLES = sorted(with_tone(form, tone) for form in FORMS for tone in tones_of(form))
MARKED = [word for word in SYLLABLES if not word.isascii() and "oo" not in fold(word)]
MARKS = "\u0301\u0300\u0309\u0303\u0323"
TELEX = dict(zip(MARKS, "sfrxj", strict=True))
VNI = dict(zip((*MARKS, "\u0302", "\u031b", "\u0306"), "12345678", strict=True))


def telex(word: str) -> tuple[str, str]:
    """Return the letters of ``word`` as Telex keys them, and its tone key."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFD", word.replace("đ", "dd")):
        tone += TELEX.get(letter, "")
        keys += {"\u0302": keys[-1:], "\u031b": "w", "\u0306": "w"}.get(
            letter, "" if letter in TELEX else letter
        )
    return keys, tone


def vni(word: str) -> tuple[str, str]:
    """Return the bare letters of ``word`` and its keys in VNI."""
    keys = [VNI.get(letter, "") for letter in unicodedata.normalize("NFD", word)]
    return fold(word), "".join(keys) + "9" * word.count("đ")


def test_every_syllable_keyed_in_telex_with_its_tone_last_is_read() -> None:
    for word in MARKED:
        assert unfinished("".join(telex(word))) == (word,), word


def test_every_syllable_keyed_in_vni_with_its_keys_last_is_read() -> None:
    for word in MARKED:
        assert unfinished("".join(vni(word))) == (word,), word


@given(st.sampled_from(MARKED), st.data())
def test_the_keys_of_vni_may_stand_anywhere(word: str, data: st.DataObject) -> None:
    letters, digits = vni(word)
    keys = list(letters)
    for digit in data.draw(st.permutations(digits)):
        keys.insert(data.draw(st.integers(1, len(keys))), digit)
    assert unfinished("".join(keys)) == (word,)


@given(st.sampled_from(MARKED), st.data())
def test_the_tone_of_telex_may_stand_anywhere_after_the_first_vowel(word: str, data: st.DataObject) -> None:
    keys, tone = telex(word)
    first = next(place for place, key in enumerate(keys) if key in "aeiouy")
    place = data.draw(st.integers(first + 1, len(keys)))
    assert unfinished(keys[:place].upper() + tone + keys[place:]) == (word,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("luaatj", "luật"),
        ("luaajt", "luật"),
        ("luatja", "luật"),
        ("suw", "sư"),
        ("sw", "sư"),
        ("tro75", "trợ"),
        ("tr5o7", "trợ"),
        ("giup1", "giúp"),
        ("ddaats", "đất"),
        ("dadts", "đát"),
        ("d9at61", "đất"),
        ("ngwoif", "người"),
        ("truwowcs", "trước"),
        ("truowcs", "trước"),
        ("dduwowcj", "được"),
        ("quawn", "quăn"),
        ("thuowr", "thuở"),
        ("gif", "gì"),
        ("ngoaof", "ngoào"),
        ("xoongf", "xồng"),
        ("luâtj", "luật"),
        ("đaats", "đất"),
        ("luaat5", "luật"),
        ("hoaf", "hòa"),
        ("dduwowng", "đương"),
        ("toansf", "toàn"),
        ("toansz", "toan"),
    ],
)
def test_a_word_left_as_it_was_keyed_is_read(typed: str, meant: str) -> None:
    assert unfinished(typed) == (meant,)


def test_a_stopped_syllable_without_its_tone_may_have_either() -> None:
    assert unfinished("luaat") == ("luất", "luật")


@pytest.mark.parametrize(
    "word",
    ["tu", "so", "luat", "bat", "khong", "luật", "hoà", "internet", "google", "vp1", "2025", "", "muaa", "đ"],
)
def test_a_word_without_keys_or_that_gives_no_syllable_is_not_read(word: str) -> None:
    assert unfinished(word) == ()


@given(st.text(alphabet="adeouwsfrxjzhngtbq0123456789ưâđ", max_size=8) | st.text())
def test_whatever_is_read_is_a_possible_syllable_in_its_one_spelling(typed: str) -> None:
    for word in unfinished(typed):
        assert possible(word)
        assert placed(word) == word
