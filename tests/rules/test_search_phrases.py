from __future__ import annotations

from app.search.phrases import Book, Found, Ways
from app.search.query import read

BOOK = Book([("ly hôn", "divorce"), ("chồng … đánh", "violence"), ("án", "case"), ("án treo", "suspended")])


def at(q: str, start: int = 0, **instead: Ways) -> list[Found[str]]:
    typed = [(word, instead.get(word.folded, {word.folded: 0})) for word in read(q)]
    return sorted(BOOK.at(typed, start), key=lambda found: (found.length, found.cost))


def meant(q: str, start: int = 0, **instead: Ways) -> list[tuple[str, int, int]]:
    return [(found.means, found.length, found.cost) for found in at(q, start, **instead)]


def test_a_phrase_is_found_with_its_marks_or_without_any() -> None:
    assert meant("Ly hôn") == meant("ly hon") == [("divorce", 2, 0)]


def test_a_phrase_typed_with_other_marks_costs_a_little() -> None:
    assert meant("lý hôn") == [("divorce", 2, 1)]


def test_up_to_three_words_may_stand_in_a_gap() -> None:
    assert meant("chong danh") == [("violence", 2, 0)]
    assert meant("chồng tôi hay say đánh") == [("violence", 5, 0)]
    assert meant("chồng tôi hay say rượu đánh") == []


def test_every_phrase_that_begins_here_is_found() -> None:
    assert meant("an treo") == [("case", 1, 0), ("suspended", 2, 0)]
    assert meant("xin an treo", 1) == [("case", 1, 0), ("suspended", 2, 0)]


def test_a_word_read_as_another_costs_what_that_reading_costs() -> None:
    assert meant("ly hom", hom={"hom": 0, "hon": 3}) == [("divorce", 2, 3)]
