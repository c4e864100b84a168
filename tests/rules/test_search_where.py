"""Places in queries, with the traps of this province (NQ 1672/NQ-UBTVQH15)."""

from __future__ import annotations

import pytest

from app.search.meaning import Place
from app.search.query import read
from app.search.where import gazetteer


def place(q: str, start: int = 0) -> tuple[int, Place] | None:
    words = read(q)
    typed = [(word, {word.folded: 0}) for word in words]
    found = list(gazetteer("20").at(typed, start))
    if not found:
        return None
    best = max(found, key=lambda one: one.length)
    assert best.means.place
    return best.length, best.means.place


def codes(q: str) -> tuple[str, ...]:
    found = place(q)
    return found[1].codes if found else ()


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("Lộc Bình", ("06529",)),
        ("xa loc binh", ("06529",)),
        ("thị trấn Lộc Bình", ("06529",)),
        ("TT. Lộc Bình", ("06529",)),
        ("phường Hoàng Văn Thụ", ("06187",)),
        ("xã Hoàng Văn Thụ", ("06172",)),
        ("xã Chi Lăng", ("06463",)),
        ("phường Chi Lăng", ("05983",)),
        ("xã Cao Lộc", ("06211",)),
        ("thị trấn Cao Lộc", ("06187",)),
    ],
)
def test_a_kind_word_tells_places_of_one_name_apart(q: str, expected: tuple[str, ...]) -> None:
    assert codes(q) == expected


def test_an_old_district_is_all_its_communes_of_today() -> None:
    found = place("huyện Lộc Bình")
    assert found
    assert len(found[1].codes) >= 7
    assert {"06529", "06526", "06541"} <= set(found[1].codes)
    assert found[1].by_old_name
    assert not found[1].choices


def test_an_old_name_of_four_places_asks_which_one() -> None:
    found = place("Hòa Bình")
    assert found
    assert len(found[1].codes) == len(found[1].choices) == 4
    assert all("nay thuộc" in choice.label for choice in found[1].choices)


def test_the_old_district_beside_it_answers_that() -> None:
    assert len(codes("Hòa Bình")) == 4
    found = place("xã Hòa Bình huyện Văn Quan")
    assert found == (6, Place(found[1].label if found else "", ("06253",), by_old_name=True))


def test_a_divided_unit_asks_for_the_part() -> None:
    found = place("xã Bính Xá")
    assert found
    assert len(found[1].choices) == len(found[1].codes) == 2


def test_a_kind_without_a_name_is_no_place() -> None:
    assert place("xã") is None
    assert place("huyện đất đai") is None


def test_a_place_may_stand_anywhere_in_a_query() -> None:
    assert place("luật sư ở Lộc Bình", 3) == place("Lộc Bình")


def test_a_place_may_lie_in_a_province_of_before_without_any_word_between() -> None:
    assert codes("Lộc Bình Lạng Sơn") == codes("Lộc Bình, tỉnh Lạng Sơn") == ("06529",)
    assert place("Lộc Bình Lạng Sơn luật sư") == place("Lộc Bình Lạng Sơn")
