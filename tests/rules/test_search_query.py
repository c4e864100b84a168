from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.query import MOST_WORDS, quoted, read


def folded(q: str) -> list[str]:
    return [word.folded for word in read(q)]


def test_words_are_read_without_marks_capitals_or_punctuation() -> None:
    assert folded("  Luật SƯ, Lộc-Bình! ") == ["luat", "su", "loc", "binh"]


def test_words_in_quotation_marks_are_to_be_taken_to_the_letter() -> None:
    assert [quoted(q) for q in ('"luatsu"', "“Lý Lệ” ", 'luat "su"', '"')] == ["luatsu", "Lý Lệ", "", ""]


@pytest.mark.parametrize("q", ["0205 3812 345", "0205.3812.345", "+84 205 3812 345", "84-205-3812-345"])
def test_a_phone_number_is_one_word_however_it_is_grouped(q: str) -> None:
    assert folded(q) == ["02053812345"]


def test_a_toll_free_number_is_one_word() -> None:
    assert folded("gọi 1800 1234") == ["goi", "18001234"]


def test_the_number_of_a_document_keeps_its_parts() -> None:
    assert folded("12/QĐ-STP ngày 05/03/2025") == ["12", "qd", "stp", "ngay", "05", "03", "2025"]


def test_a_mark_typed_is_remembered() -> None:
    assert [word.marked for word in read("Đoàn le")] == [True, False]


@given(st.text(max_size=400))
def test_anything_can_be_typed(q: str) -> None:
    words = read(q)
    assert len(words) <= MOST_WORDS
    assert all(word.folded and not word.folded.isspace() for word in words)
