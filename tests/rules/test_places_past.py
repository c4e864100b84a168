"""What communes were, what was divided, what bears the same name, and where all lie in a picture."""

from __future__ import annotations

import pytest

from app import places
from app.places.picture import WIDTH


def names(code: str) -> list[str]:
    return [origin.former.ward for origin in places.origins(code)]


def test_a_commune_knows_the_units_it_was_made_of() -> None:
    assert names("06529") == ["Thị trấn Lộc Bình", "Xã Khánh Xuân", "Xã Hữu Khánh", "Xã Đồng Bục"]
    assert not any(origin.rest for origin in places.origins("06529"))
    assert places.origins("99999") == ()


@pytest.mark.parametrize(
    ("code", "ward", "rest"),
    [("06613", "Xã Bính Xá", "06625"), ("06625", "Xã Bính Xá", "06613"), ("06637", "Xã Kiên Mộc", "06625")],
)
def test_of_a_divided_unit_both_halves_know_each_other(code: str, ward: str, rest: str) -> None:
    divided = next(origin for origin in places.origins(code) if origin.former.ward == ward)
    assert [one.code for one in divided.rest] == [rest]


def test_only_two_units_of_the_province_were_divided() -> None:
    divided = {
        origin.former.ward
        for now in places.communes("20")
        for origin in places.origins(now.code)
        if origin.rest
    }
    assert divided == {"Xã Bính Xá", "Xã Kiên Mộc"}


def test_the_traps_of_the_resolution_are_told() -> None:
    told = [(old.ward, old.district, now.name) for old, now in places.namesakes("06463")]
    assert told == [
        ("Phường Chi Lăng", "Thành phố Lạng Sơn", "Phường Lương Văn Tri"),
        ("Xã Chi Lăng", "Huyện Tràng Định", "Xã Thất Khê"),
    ]
    assert ("Phường Hoàng Văn Thụ", "Phường Kỳ Lừa") in [
        (old.ward, now.name) for old, now in places.namesakes("06172")
    ]
    assert ("Thị trấn Cao Lộc", "Phường Kỳ Lừa") in [
        (old.ward, now.name) for old, now in places.namesakes("06211")
    ]


def test_a_half_of_a_divided_unit_is_no_namesake() -> None:
    assert places.namesakes("06625") == ()
    assert places.namesakes("99999") == ()


def test_every_old_unit_stands_under_its_old_district_once_for_each_commune() -> None:
    districts = places.districts("20")
    assert len(districts) == 11
    assert districts[0].name == "Thành phố Lạng Sơn"
    pairs = [(old.code, now.code) for each in districts for now, held in each.became for old in held]
    assert (len(pairs), len(set(pairs))) == (196, 196)
    assert {now for _, now in pairs} == {now.code for now in places.communes("20")}


def test_the_picture_holds_every_commune_north_up() -> None:
    drawn = places.picture("20")
    assert drawn.points.keys() == {now.code for now in places.communes("20")}
    assert all(0 < x < WIDTH and 0 < y < drawn.height for x, y in drawn.points.values())
    that_khe, huu_lung, dinh_lap = (drawn.points[code] for code in ("06040", "06385", "06613"))
    assert that_khe[1] < huu_lung[1], "Tràng Định lies north of Hữu Lũng"
    assert huu_lung[0] < dinh_lap[0], "Đình Lập lies east of Hữu Lũng"


def test_an_unknown_province_has_no_picture() -> None:
    with pytest.raises(LookupError):
        places.picture("99")
