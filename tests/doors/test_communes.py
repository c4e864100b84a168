"""Places: found by any name, told what they were, and whom to call from there."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask

from app import clock, places
from tests.pages import Page, Visitor, words

TUESDAY = datetime(2026, 11, 17, 9, 0)


def calls(page: Page) -> list[str]:
    return [link.get("href", "") for link in page.all("main a.call")]


def test_every_commune_has_a_page_with_a_number_to_call(visitor: Visitor) -> None:
    for commune in places.communes("20"):
        page = visitor.get(f"/xa/{commune.code}")
        assert page.heading == commune.name
        assert "Trước ngày 01/07/2025 là " in page.text
        assert calls(page)[0].startswith("tel:+84")


def test_a_page_names_who_serves_the_place_then_who_is_nearest(visitor: Visitor) -> None:
    page = visitor.get("/xa/06529")
    names = [words(heading) for heading in page.all("ol.results h2")]
    assert names[0].startswith("Chi nhánh số 4")
    assert names[2] == "Văn phòng luật sư Mẫu Hồi"
    assert "ở ngay đây" in page.text
    assert "đường chim bay" in page.text
    assert len(page.all("main a.call")) == len(names)


def test_only_the_first_call_is_the_one_to_make(visitor: Visitor) -> None:
    quiet = ["quiet" in link.get("class", "") for link in visitor.get("/xa/06529").all("main a.call")]
    assert quiet == [False, *[True] * (len(quiet) - 1)]


def test_divided_units_and_namesakes_are_explained(visitor: Visitor) -> None:
    assert "Xã Bính Xá cũ được chia: phần còn lại nay thuộc xã Đình Lập." in visitor.get("/xa/06625").text
    page = visitor.get("/xa/06463")
    assert "Phường Chi Lăng cũ (thành phố Lạng Sơn) không thuộc nơi này: nay thuộc" in page.text
    assert page.link("Phường Lương Văn Tri") == "/xa/05983"


def test_a_place_of_today_says_whether_an_office_is_open(visitor: Visitor) -> None:
    with clock.pretend(TUESDAY):
        page = visitor.get("/xa/06529")
    assert "Đang mở cửa, đến 11:30" in page.text


def test_where_difficulty_is_unknown_people_are_told_to_call(visitor: Visitor) -> None:
    assert "Hãy gọi hỏi: nói tên thôn và xã." in visitor.get("/xa/06529").text
    with clock.pretend(TUESDAY):
        assert "nơi này không có thôn đặc biệt khó khăn" in visitor.get("/xa/05977").text


def test_collaborators_are_reached_through_the_centre(visitor: Visitor) -> None:
    page = visitor.get("/xa/06541")
    assert page.link("Bàn Mẫu Chấn") == "/cong-tac-vien/CTV-0004"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("loc binh", "06529"),
        ("Thị trấn Na Sầm", "06124"),
        ("xã Đồng Bục, huyện Lộc Bình", "06529"),
        ("phường Hoàng Văn Thụ", "06187"),
        ("06613", "06613"),
        ("00004", "00004"),
    ],
)
def test_any_name_leads_to_the_place(sample: Flask, typed: str, code: str) -> None:
    answer = sample.test_client().get("/xa", query_string={"q": typed})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/xa/{code}")
    assert answer.headers["Cache-Control"] == "no-store"


def test_every_old_name_leads_somewhere(sample: Flask, visitor: Visitor) -> None:
    for commune in places.communes("20"):
        for former in places.former_of(commune.code):
            name = f"{former.ward}, {former.district}"
            answer = sample.test_client().get("/xa", query_string={"q": name})
            if answer.status_code == 200:
                assert f"/xa/{commune.code}" in answer.get_data(as_text=True), name
            else:
                assert answer.headers["Location"] == f"/xa/{commune.code}", name


def test_of_several_places_of_one_name_each_is_told_by_what_it_was(visitor: Visitor) -> None:
    page = visitor.get("/xa?q=hoa+binh")
    assert len(page.all("main ul.places")[0].findall("li")) == 4
    assert "(huyện Văn Quan)" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_an_unknown_name_gets_a_way_on(visitor: Visitor) -> None:
    page = visitor.get("/xa?q=khong+o+dau")
    assert "Chưa thấy nơi nào mang tên này" in page.text
    assert calls(page) == ["tel:+842053000000"]


def test_all_communes_can_be_found_by_their_old_district(visitor: Visitor) -> None:
    page = visitor.get("/xa")
    linked = {link.get("href", "").removeprefix("/xa/") for link in page.all("ul.places a[href]")}
    assert linked == {commune.code for commune in places.communes("20")}
    assert len(page.all("details")) == 11


def test_another_province_is_handed_on_without_an_invented_number(visitor: Visitor) -> None:
    page = visitor.get("/xa/00004")
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "Nơi này thuộc thành phố Hà Nội" in page.text
    assert "Trung tâm trợ giúp pháp lý nhà nước thành phố Hà Nội" in page.text
    assert calls(page) == ["tel:18001233", "tel:+842053000000"]


@pytest.mark.parametrize("code", ["99999", "abc", "6529"])
def test_a_code_that_is_none_is_not_found(visitor: Visitor, code: str) -> None:
    visitor.get(f"/xa/{code}", 404)


def test_before_the_first_publication_places_still_have_their_names(empty_visitor: Visitor) -> None:
    for path in ("/xa", "/xa/06529"):
        assert "Chưa có lần công bố nào" in empty_visitor.get(path).text
