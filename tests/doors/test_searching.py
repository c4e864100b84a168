"""Searching on a page: what is found, what is said where nothing is, and that the query goes nowhere else."""

from __future__ import annotations

import logging
from urllib.parse import quote

import pytest

from app import places
from app.public.marking import marked
from tests.pages import Page, Visitor, words


def names(page: Page) -> list[str]:
    return [words(each) for each in page.all("ol.results h2")]


def test_words_without_marks_find_the_office_in_that_commune_and_its_people(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=luat+su+loc+binh")
    assert names(page)[0] == "Văn phòng luật sư Mẫu Hồi"
    assert "Lành Mẫu Sơn" in names(page)


def test_a_result_opens_its_page_and_that_leads_to_publication_and_document(visitor: Visitor) -> None:
    found = visitor.get("/tim-kiem?q=luat+su+loc+binh")
    listing = visitor.get(found.link("Văn phòng luật sư Mẫu Hồi"))
    assert "Công bố lần 1 theo Quyết định số 01-MẪU/QĐ-STP ngày 15/11/2023" in listing.text
    publication = visitor.get(listing.link("Công bố lần 1"))
    assert "Quyết định số 01-MẪU/QĐ-STP ngày 15/11/2023" in publication.text


def test_the_first_result_has_the_only_green_call_on_the_page(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=luat+su+loc+binh")
    calls = page.all("main a.call")
    green = [call for call in calls if "quiet" not in call.get("class", "")]
    assert [call.get("href") for call in green] == ["tel:+842053000011"]
    assert calls[0] is green[0]


def test_title_and_heading_never_hold_the_query(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=zebra+quagga")
    assert page.heading == "Kết quả tìm kiếm"
    assert page.title.startswith("Kết quả tìm kiếm - ")
    assert page.find("input#q").get("value") == "zebra quagga"
    assert page.find("link[rel=canonical]").get("href") == "https://tgpl.example.vn/tim-kiem"


def test_a_search_is_never_kept_nor_indexed_nor_logged(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for path in (
            "/tim-kiem?q=bimatcuatoi",
            "/tim-kiem.json?q=bimatcuatoi",
            "/api/v1/search?q=bimatcuatoi",
        ):
            answer = visitor.client.get(f"{path}?q=bimatcuatoi")
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["X-Robots-Tag"] == "noindex"
            assert "ETag" not in answer.headers
    assert "bimatcuatoi" not in caplog.text


def test_chips_take_a_filter_off_and_keep_the_rest(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=dat+dai&loai=luat-su&xa=06529")
    assert page.link("Bỏ lọc: Luật sư") == "/tim-kiem?q=dat+dai&xa=06529"
    assert page.link("Bỏ lọc: Xã Lộc Bình") == "/tim-kiem?q=dat+dai&loai=luat-su"
    kept = {each.get("name"): each.get("value") for each in page.all("main form.search input[type=hidden]")}
    assert kept == {"loai": "luat-su", "xa": "06529"}


def test_a_choice_says_truly_how_many_it_leaves(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=dat+dai")
    choices = {words(chip): chip.get("href", "") for chip in page.all("details a.chip")}
    assert len(choices) > 2
    for text, address in choices.items():
        total = visitor.json(address.replace("/tim-kiem", "/tim-kiem.json"))["total"]
        assert text.endswith(f"({total})")


def test_nothing_typed_asks_kindly_and_shows_ways_on(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=")
    assert "Gõ việc bạn gặp" in page.text
    assert page.link("Luật sư (46)") == "/tim-kiem?loai=luat-su"
    assert not page.all("ol.results li")


def test_a_word_that_nobody_has_is_dropped_and_named(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=luat+su+zebra+loc+binh")
    assert "“zebra”" in page.text
    assert names(page)[0] == "Văn phòng luật sư Mẫu Hồi"


def test_where_nothing_is_found_the_centre_can_be_called(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=zebra")
    assert "Chưa tìm thấy ai" in page.text
    assert page.find("main a.call").get("href") == "tel:+842053000000"


def test_who_has_ended_is_found_apart_with_the_reason_and_no_phone(visitor: Visitor) -> None:
    page = visitor.get("/tim-kiem?q=Trieu+Mau+Binh")
    assert "Triệu Mẫu Bình" not in names(page)
    row = words(page.find("table.stack tbody tr"))
    assert row.startswith("Triệu Mẫu Bình")
    assert "Đã chấm dứt từ ngày 01/03/2025" in row


def test_searching_as_of_a_day_finds_what_was_published_then(visitor: Visitor) -> None:
    assert "Triệu Mẫu Bình" in names(visitor.get("/tim-kiem?q=Trieu+Mau+Binh&ngay=2024-09-01"))
    assert visitor.get("/tim-kiem?q=na+duong&ngay=2024-09-01").headers["X-Publication"] == "2"


def test_data_gives_the_body_of_the_api(visitor: Visitor) -> None:
    ours = visitor.json("/tim-kiem.json?q=loc+binh&loai=luat-su&xa=06529")
    theirs = visitor.json("/api/v1/search?q=loc+binh&kind=lawyer&commune=06529")
    assert ours == theirs


def test_side_by_side_words_are_marked_before_single_ones() -> None:
    assert marked("Hòa Bình, Xã Lộc Bình", ["loc", "binh"]) == "Hòa Bình, Xã <mark>Lộc Bình</mark>"
    assert marked("đất đai, <b>", ["dat"]) == "<mark>đất</mark> đai, &lt;b&gt;"
    assert marked("nhà", []) == "nhà"


def test_whoever_names_any_commune_of_the_province_finds_an_office_to_call(visitor: Visitor) -> None:
    for commune in places.communes("20"):
        items = visitor.json(f"/api/v1/search?q={quote(commune.name)}&limit=1")["items"]
        assert items, f"nobody is found for {commune.name}"
        assert items[0].get("phone") or items[0]["office"]["phone"], commune.name
