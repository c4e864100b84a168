from __future__ import annotations

import pytest

from app import places

LANG_SON = "20"


def test_lang_son_has_65_communes_of_which_four_are_wards() -> None:
    kinds = [one.kind for one in places.communes(LANG_SON)]
    assert (kinds.count("xa"), kinds.count("phuong"), len(kinds)) == (61, 4, 65)


def test_lang_son_was_made_from_194_units_in_11_districts() -> None:
    former = [old for one in places.communes(LANG_SON) for old in places.former_of(one.code)]
    assert len(former) == 196
    assert len({old.code for old in former}) == 194
    assert len({old.district for old in former}) == 11
    assert {old.ward for old in former if old.share != "whole"} == {"Xã Bính Xá", "Xã Kiên Mộc"}


def test_viet_nam_has_3321_communes_each_with_its_own_code_and_a_point_inside_the_country() -> None:
    provinces = {one.province_code for one in (places.commune(f"{n:05}") for n in range(33_000)) if one}
    everywhere = [one for province in provinces for one in places.communes(province)]
    assert len(provinces) == 34
    assert len({one.code for one in everywhere}) == len(everywhere) == 3321
    assert all(8 < float(one.latitude) < 24 and 102 < float(one.longitude) < 115 for one in everywhere)


def test_a_commune_is_found_by_its_code_in_any_province() -> None:
    loc_binh, ba_dinh = places.commune("06529"), places.commune("00004")
    assert loc_binh is not None
    assert ba_dinh is not None
    assert (loc_binh.kind, loc_binh.name, loc_binh.short_name) == ("xa", "Xã Lộc Bình", "Lộc Bình")
    assert (ba_dinh.kind, ba_dinh.short_name, ba_dinh.province_code) == ("phuong", "Ba Đình", "01")


def test_a_special_zone_loses_both_words_of_its_kind() -> None:
    van_don = places.commune("06994")
    assert van_don is not None
    assert (van_don.kind, van_don.short_name) == ("dackhu", "Vân Đồn")


@pytest.mark.parametrize("code", ["", "20", "99999", "6529", "06553"])
def test_an_unknown_code_is_no_commune_and_has_no_past_and_no_neighbours(code: str) -> None:
    assert places.commune(code) is None
    assert not places.former_of(code)
    assert not places.old_names(code)
    assert not places.neighbours(code)


def test_a_province_is_named_and_an_unknown_one_is_refused() -> None:
    assert places.province_name(LANG_SON) == "Tỉnh Lạng Sơn"
    for question in (places.province_name, places.communes):
        with pytest.raises(LookupError, match="'06529'"):
            question("06529")


def test_the_old_units_of_a_commune_are_told_with_their_district() -> None:
    old_units = {(old.ward, old.district, old.share) for old in places.former_of("06613")}
    assert old_units == {
        ("Thị trấn Đình Lập", "Huyện Đình Lập", "whole"),
        ("Xã Đình Lập", "Huyện Đình Lập", "whole"),
        ("Xã Bính Xá", "Huyện Đình Lập", "part-main"),
    }


def test_old_names_are_wards_then_districts_with_and_without_their_kind_and_none_twice() -> None:
    assert places.old_names("05983") == (
        "Phường Chi Lăng", "Chi Lăng", "Xã Quảng Lạc", "Quảng Lạc", "Thành phố Lạng Sơn", "Lạng Sơn",
    )  # fmt: skip


def test_the_neighbours_of_a_commune_are_the_nearest_ones_first() -> None:
    nearest = [one.short_name for one in places.neighbours("06529")]
    assert nearest == ["Na Dương", "Mẫu Sơn", "Thống Nhất", "Công Sơn", "Đông Kinh"]
    assert [one.short_name for one in places.neighbours("06529", limit=2)] == nearest[:2]


def test_a_commune_never_neighbours_itself_or_another_province() -> None:
    for one in places.communes(LANG_SON):
        around = places.neighbours(one.code, limit=100)
        assert len(around) == 64
        assert one not in around


def test_xa_hoang_van_thu_lies_in_van_lang_and_not_where_the_old_ward_of_that_name_was() -> None:
    assert "Na Sầm" in {one.short_name for one in places.neighbours("06172")}
    assert "Kỳ Lừa" not in {one.short_name for one in places.neighbours("06172")}
