"""Every trap of the reform of 1 July 2025 that a clerk can fall into when naming a commune in a cell."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.places import communes, find, former_of
from app.vietnamese import fold

LANG_SON, BAC_NINH = "20", "24"


def read(text: str, province: str = LANG_SON) -> list[str]:
    return [one.name for one in find(text, province).candidates]


@pytest.mark.parametrize(
    "text",
    [
        "06529", " 6529 ", "Lộc Bình", "xã Lộc Bình", "XÃ LỘC BÌNH", "x. Lộc Bình", "x.Lộc Bình", "loc binh",
        "xa loc  binh", "Xã Lộc Bình, tỉnh Lạng Sơn", "Lộc Bình, Lạng Sơn", "xã Lộc Bình, huyện Lộc Bình",
        unicodedata.normalize("NFD", "Xã Lộc Bình"),
    ],
)  # fmt: skip
def test_a_new_commune_is_read_by_code_and_by_name_however_it_is_typed(text: str) -> None:
    found = find(text, LANG_SON)
    assert found.commune is not None
    assert (found.commune.code, found.by_old_name) == ("06529", False)


@pytest.mark.parametrize("text", ["Kỳ Lừa", "phường Kỳ Lừa", "P.Kỳ Lừa", "p. ky lua", "P Kỳ Lừa"])
def test_a_new_ward_is_read_with_and_without_its_kind(text: str) -> None:
    assert read(text) == ["Phường Kỳ Lừa"]


@pytest.mark.parametrize(
    "text",
    [
        "Đồng Bục", "xã Đồng Bục", "xã Đồng Bục, huyện Lộc Bình", "X. Đồng Bục - H. Lộc Bình", "dong buc",
        "Đồng Bục (Lộc Bình)", "Đồng Bục, Lộc Bình, Lạng Sơn", "xã Đồng Bục cũ", "thị trấn Lộc Bình",
        "TT Lộc Bình", "TT.Lộc Bình, H.Lộc Bình, T.Lạng Sơn", "Lộc Bình (cũ)",
    ],
)  # fmt: skip
def test_an_old_name_that_leads_to_one_commune_is_read_and_said_to_be_old(text: str) -> None:
    found = find(text, LANG_SON)
    assert found.commune is not None
    assert (found.commune.code, found.by_old_name) == ("06529", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cao Lộc", "Xã Cao Lộc"), ("xã Cao Lộc", "Xã Cao Lộc"), ("thị trấn Cao Lộc", "Phường Kỳ Lừa"),
        ("TT. Cao Lộc", "Phường Kỳ Lừa"), ("xã Cao Lộc, huyện Cao Lộc", "Xã Cao Lộc"),
        ("Chi Lăng", "Xã Chi Lăng"), ("xã Chi Lăng", "Xã Chi Lăng"), ("thị trấn Chi Lăng", "Xã Chi Lăng"),
        ("phường Chi Lăng", "Phường Lương Văn Tri"), ("Chi Lăng, TP. Lạng Sơn", "Phường Lương Văn Tri"),
        ("xã Chi Lăng, huyện Tràng Định", "Xã Thất Khê"), ("Chi Lăng, Lạng Sơn", "Xã Chi Lăng"),
        ("Hoàng Văn Thụ", "Xã Hoàng Văn Thụ"), ("phường Hoàng Văn Thụ", "Phường Kỳ Lừa"),
        ("xã Hoàng Văn Thụ, huyện Bình Gia", "Xã Bình Gia"), ("Hồng Phong", "Xã Hồng Phong"),
        ("xã Hồng Phong, huyện Cao Lộc", "Xã Đồng Đăng"), ("Mẫu Sơn, Cao Lộc", "Xã Ba Sơn"),
        ("Tân Thành", "Xã Tân Thành"), ("Tân Thành, Bắc Sơn", "Xã Nhất Hòa"), ("Thụy Hùng", "Xã Thụy Hùng"),
        ("Thuỵ Hùng, Cao Lộc", "Xã Đồng Đăng"), ("phường Đông Kinh, TP Lạng Sơn", "Phường Đông Kinh"),
    ],
)  # fmt: skip
def test_a_new_name_wins_over_an_old_equal_one_unless_a_word_says_otherwise(text: str, name: str) -> None:
    assert read(text) == [name]


def test_an_old_name_borne_by_four_communes_is_told_as_four_and_settled_by_its_district() -> None:
    assert read("Hòa Bình") == ["Xã Thiện Long", "Xã Văn Quan", "Xã Yên Bình", "Xã Vạn Linh"]
    assert find("Hòa Bình", LANG_SON).commune is None
    assert read("Hoà Bình, Hữu Lũng") == ["Xã Yên Bình"]


def test_a_divided_commune_leads_to_both_its_parts() -> None:
    assert read("Bính Xá") == ["Xã Đình Lập", "Xã Kiên Mộc"]
    assert read("Kiên Mộc") == ["Xã Kiên Mộc"]
    assert read("xã Kiên Mộc, huyện Đình Lập") == ["Xã Kiên Mộc", "Xã Châu Sơn"]


def test_a_district_leads_to_all_communes_made_from_it() -> None:
    assert len(read("huyện Lộc Bình")) == 7
    assert read("TP Lạng Sơn") == read("Lạng Sơn")
    assert read("TP Lạng Sơn") == [
        "Phường Đông Kinh",
        "Phường Lương Văn Tri",
        "Phường Tam Thanh",
        "Phường Kỳ Lừa",
    ]


def test_marks_are_needed_only_where_names_differ_by_nothing_else() -> None:
    assert read("Tân Thanh") == ["Xã Hoàng Văn Thụ"]
    assert read("tan thanh") == ["Xã Hoàng Văn Thụ", "Xã Tân Thành"]
    assert read("Vân Thuỷ") == ["Xã Chiến Thắng"]
    assert read("Vạn Thủy") == ["Xã Tân Tri"]
    assert read("van thuy") == ["Xã Tân Tri", "Xã Chiến Thắng"]


def test_a_name_that_begins_like_a_kind_word_is_still_read() -> None:
    assert read("quan son") == read("xã Quan Sơn") == ["Xã Quan Sơn"]


@pytest.mark.parametrize(
    "text", ["", " ", ",", "xã", "Ba Đình", "00004", "999999", "xã Kỳ Lừa", "Đồng Bục, Chi Lăng"]
)
def test_what_is_no_place_of_the_province_is_not_guessed(text: str) -> None:
    assert read(text) == []


def test_an_old_province_beside_a_name_says_that_the_name_is_old() -> None:
    pairs = [(now, old) for now in communes(BAC_NINH) for old in former_of(now.code)]
    from_bac_giang = [(now, old) for now, old in pairs if old.province == "Tỉnh Bắc Giang"]
    assert len(from_bac_giang) > 100
    for now, old in from_bac_giang:
        assert now.name in read(f"{old.ward}, {old.district}, tỉnh Bắc Giang", BAC_NINH)


def test_every_new_commune_is_read_by_its_name_and_every_old_one_with_its_district() -> None:
    for now in communes(LANG_SON):
        assert read(now.name) == read(now.short_name) == [now.name]
        assert now.name in read(fold(now.name))
        for old in former_of(now.code):
            assert now.name in read(f"{old.ward}, {old.district}")
            assert old.share != "whole" or read(f"{old.ward}, {old.district}") == [now.name]


@given(st.text(alphabet="xXãpP.tT,- ()cũCLộcbình0659đĐ\u0323\n", max_size=20) | st.text())
def test_no_text_makes_reading_fail(text: str) -> None:
    found = find(text, LANG_SON)
    assert (found.commune is None) == (len(found.candidates) != 1)
