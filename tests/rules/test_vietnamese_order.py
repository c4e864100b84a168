from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vietnamese import name_key, sort_key

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbdđeèéêềếệghiìíklmnoòóôồốơờợpqrstuùúưừựvxyỳýAÁÂĐÊÔƠƯ"
TEXT = st.text(alphabet=LETTERS + " -.,/0129çüß日", max_size=12)


def icu_blocks() -> list[list[str]]:
    text = Path(__file__).with_name("data").joinpath("icu-order.txt").read_text(encoding="utf-8")
    return [block.splitlines()[1:] for block in text.split("# ")[1:]]


@pytest.mark.parametrize("in_order", icu_blocks(), ids=["words", "names", "offices"])
def test_our_order_is_the_order_of_icu(in_order: list[str]) -> None:
    assert len(in_order) >= 100
    assert sorted(reversed(in_order), key=sort_key) == in_order


def test_letters_come_before_tones_and_tones_before_case() -> None:
    in_order = ["ma", "Ma", "mà", "mả", "mã", "má", "mạ", "mạn", "mă", "mâ", "na"]
    assert sorted(reversed(in_order), key=sort_key) == in_order


def test_a_list_follows_words_so_a_short_name_stands_before_its_longer_neighbour() -> None:
    in_order = ["An Bình", "An Thái", "Anh", "Ân", "Đông", "Em"]
    assert sorted(reversed(in_order), key=sort_key) == in_order


def test_a_letter_of_another_language_sorts_with_its_base_or_after_z() -> None:
    in_order = ["Muller", "Müller", "Mun", "z", "日"]
    assert sorted(reversed(in_order), key=sort_key) == in_order


@given(TEXT)
def test_the_key_does_not_depend_on_the_encoding_of_the_marks(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(unicodedata.normalize("NFD", text))
    assert name_key(unicodedata.normalize("NFC", text)) == name_key(unicodedata.normalize("NFD", text))


@given(TEXT | st.text(), TEXT | st.text())
def test_only_the_same_text_shares_a_key_so_no_list_depends_on_chance(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) is same


@given(st.lists(TEXT))
def test_the_order_of_a_list_does_not_depend_on_how_it_was_shuffled(texts: list[str]) -> None:
    assert sorted(texts, key=sort_key) == sorted(texts[::-1], key=sort_key)


def test_persons_stand_by_given_name_then_family_and_middle_names() -> None:
    in_order = ["Lý Thị An", "Lý Văn An", "Vi Thị An", "Âu Hoa", "Bế Hoa", "An Thị Hòa", "Đinh Xuân"]
    assert sorted(reversed(in_order), key=name_key) == in_order


def test_one_given_name_written_in_both_schools_and_in_capitals_stays_together() -> None:
    in_order = ["An Thị Hoà", "Bế Thị Hòa", "Cam Thị HOÀ", "Dương Thị Hòa"]
    assert sorted(reversed(in_order), key=name_key) == in_order


def test_a_person_with_one_name_or_none_can_still_be_sorted() -> None:
    assert sorted(["Lý An", "", "An"], key=name_key) == ["", "An", "Lý An"]
