"""What the words that ship are read as, English ones too, mistyped ones too."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search import vocabulary
from app.search.alike import Alike
from app.search.meaning import Meaning
from app.search.parse import Part, meanings, parse, topics
from app.search.phrases import Book
from app.search.query import read
from app.search.read_as import understood
from app.search.where import gazetteer

BOOK = Book(vocabulary.phrases())
ALIKE = Alike(BOOK.words)
CIVIL = "nợ nần, thừa kế, bồi thường"


def parts(q: str) -> tuple[Part, ...]:
    words = read(q)
    ways = [ALIKE.ways(word.folded, short=len(words) > 1) for word in words]
    return parse(words, ways, BOOK, gazetteer("20"), lambda _: False)


def meant(q: str) -> list[Meaning]:
    return list(meanings(parts(q)))


@pytest.mark.parametrize(
    ("q", "topic"),
    [
        ("domestic violence", "violence"),
        ("domestik violence", "violence"),
        ("my husband beats me", "violence"),
        ("rape", "violence"),
        ("human trafficing", "trafficking"),
        ("child abuse", "children"),
        ("bị rủ sang campuchia", "trafficking"),
        ("bi bat lam vo", "violence"),
        ("con gái 14 tuổi bị xâm hại", "children"),
        ("bị chồng đánh", "violence"),
    ],
)
def test_danger_is_met_in_either_language(q: str, topic: str) -> None:
    assert [one.topic for one in meant(q)] == [topic]


@pytest.mark.parametrize(
    ("q", "field"),
    [
        ("Divorse", "family"),
        ("inheritence", "civil"),
        ("unpaid wages", "labour"),
        ("land disput", "land"),
        ("i was arrested", "criminal"),
        ("chó nhà hàng xóm cắn", "civil"),
        ("bị hàng xóm đánh", "criminal"),
    ],
)
def test_a_trouble_is_met_in_either_language(q: str, field: str) -> None:
    assert [one.field for one in meant(q)] == [field]


def test_a_kind_is_met_in_english() -> None:
    [lawyer] = meant("female lawyer")
    assert (lawyer.kind, lawyer.gender) == ("luat-su", "female")


def test_a_vietnamese_word_alone_is_no_mistyped_one_of_the_vocabulary() -> None:
    assert meant("lưong") == meant("lương")
    assert meant("phúc") == []


def test_a_mistyped_phrase_does_not_break_one_that_was_typed_right() -> None:
    assert [part.typed for part in parts("bà để lại di chúc") if part.meaning and part.meaning.field] == [
        "di chúc"
    ]


@pytest.mark.parametrize(
    ("q", "label"),
    [
        ("bị cán bộ đòi tiền", "khiếu nại, tố cáo"),  # and not bị can
        ("tôi bị nhốt", "bạo lực gia đình"),  # tôi bị says nothing
        ("thủ tục yêu cầu trợ giúp pháp lý", "thủ tục hành chính"),  # and not cứu trợ
    ],
)
def test_what_is_typed_better_or_says_more_wins_over_what_begins_before_it(q: str, label: str) -> None:
    assert [one.label for one in meant(q)] == [label]


@pytest.mark.parametrize("q", ["bị chồng theo", "tôi đi", "hỏi chị"])
def test_words_that_say_nothing_are_no_mistyped_phrase(q: str) -> None:
    assert meant(q) == []


@pytest.mark.parametrize(
    ("q", "labels"),
    [
        ("ở Hồng Phong trung tâm tư vấn", ["Xã Hồng Phong", "tổ chức tư vấn pháp luật"]),
        ("ở Xã Đồng Tân tiếng mông", ["Xã Đồng Tân", "tiếng Mông"]),
        ("bị sàm sỡ làm đơn", ["bạo lực gia đình", "thủ tục hành chính"]),
        ("ở Na Sầm chồng bỏ đi", ["Xã Na Sầm", "ly hôn"]),
        ("ở Na Sầm nữ", ["Xã Na Sầm", "nữ"]),
        ("luật sư biết tiếng Trung thành phố", ["luật sư", "tiếng Trung"]),
        ("kiện ủy ban nhân dân", ["khiếu nại, tố cáo"]),
    ],
)
def test_what_was_typed_right_in_two_parts_is_no_longer_phrase_mistyped(q: str, labels: list[str]) -> None:
    assert [one.label for one in meant(q)] == labels


@pytest.mark.parametrize("q", ["nó đánh tôi", "người lạ đánh tôi", "công an đánh em", "anh trai đánh tôi"])
def test_whoever_is_beaten_by_anybody_is_shown_whom_to_call_and_told_of_no_family(q: str) -> None:
    assert "violence" in topics(parts(q))
    assert {one.field for one in meant(q)} == {"criminal"}


def test_an_old_place_is_told_by_the_word_cũ_and_by_no_slip_for_it() -> None:
    labels = [[one.label for one in meant(f"Na Sầm {word}")] for word in ("cũ", "cu", "tư")]
    assert labels == [["Na Sầm, cũ"], ["Na Sầm, cũ"], ["Xã Na Sầm"]]


@pytest.mark.parametrize(("q", "labels"), [("nợ", [CIVIL]), ("no", [CIVIL]), ("nơ", [CIVIL]), ("nó", [])])
def test_a_word_alone_may_lack_marks_and_bears_no_others(q: str, labels: list[str]) -> None:
    assert [one.label for one in meant(q)] == labels


def test_a_phrase_typed_with_other_marks_gives_way_to_words_typed_right() -> None:
    assert [one.label for one in meant("được công nhận liệt sĩ")] == ["chế độ, chính sách"]
    assert [one.label for one in meant("công nhân")] == ["lao động, tiền lương"]


def test_a_word_with_a_capital_and_no_mark_among_others_with_marks_is_a_name() -> None:
    assert [part.filler for part in parts("Hà Mẫu Dang")] == [False, False, False]
    assert [part.filler for part in parts("dang")] == [True]


def test_a_cry_for_help_asks_for_care_and_says_nothing_else() -> None:
    cry = parts("cứu tôi với")
    assert list(meanings(cry)) == []
    assert topics(cry) == {"violence"}


@given(st.lists(st.sampled_from(sorted(BOOK.words)), max_size=12))
def test_the_parts_are_all_the_words_in_their_order(typed: list[str]) -> None:
    words = read(" ".join(typed))
    assert tuple(chain.from_iterable(part.words for part in parts(" ".join(typed)))) == words


def test_a_trouble_told_twice_is_one_chip_and_taken_away_as_a_whole() -> None:
    [chip, place] = understood(parts("tranh chấp đất ở Na Sầm, bị lấn đất"))
    assert (chip.label, chip.without) == ("đất đai", "ở Na Sầm")
    assert (place.label, place.without) == ("Xã Na Sầm", "tranh chấp đất ở bị lấn đất")


def test_a_query_without_a_part_says_nothing_where_only_empty_words_are_left() -> None:
    assert [one.without for one in understood(parts("husband beats me"))] == [""]
    assert [one.without for one in understood(parts("ly hôn ở Lộc Bình"))] == ["ở Lộc Bình", "ly hôn ở"]
