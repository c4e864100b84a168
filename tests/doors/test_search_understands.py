"""How a citizen's query is understood, over the sample register, through the page."""

from __future__ import annotations

import re
from urllib.parse import quote_plus, unquote, urlsplit

import pytest

from tests.pages import Page, Visitor


def search(visitor: Visitor, q: str, more: str = "") -> Page:
    return visitor.get(f"/tim-kiem?q={quote_plus(q)}{more}")


def names(page: Page) -> list[str]:
    return [" ".join("".join(one.itertext()).split()) for one in page.all("ol.results h2 a")]


@pytest.mark.parametrize(
    "q",
    [
        "van phong luat su mau hoi",
        "VĂN PHÒNG LUẬT SƯ MẪU HỒI",
        "vpls mau hoi",
        "mau hoi",
        "luat su mau hoi loc binh",
        "luatsu mau hoi",
        "luat xu mau hoi",
        "0205 3000 011",
        "+84 205 3000 011",
        "02053000011",
        "3000011",
    ],
)
def test_one_office_is_found_in_all_the_ways_that_people_type(visitor: Visitor, q: str) -> None:
    assert names(search(visitor, q))[0] == "Văn phòng luật sư Mẫu Hồi"


def test_a_query_is_shown_in_parts_each_of_which_can_be_taken_off(visitor: Visitor) -> None:
    page = search(visitor, "luat su hinh su o loc binh noi tieng tay")
    parts = {link.get("href"): "".join(link.itertext()) for link in page.all("a.chip.taken")}
    assert [text.removeprefix("Bỏ lọc: ") for text in parts.values()] == [
        "luật sư",
        "hình sự",
        "Xã Lộc Bình",
        "tiếng Tày",
    ]
    without_place = next(href for href, text in parts.items() if "Lộc Bình" in text)
    assert without_place == "/tim-kiem?q=luat+su+hinh+su+o+noi+tieng+tay"


def test_what_was_read_differently_is_said_and_can_be_taken_to_the_letter(visitor: Visitor) -> None:
    page = search(visitor, "ly hom")
    assert "Hiển thị kết quả cho “ly hôn” (bạn gõ “ly hom”)" in page.text
    literally = visitor.get(page.link("Tìm đúng “ly hom”"))
    assert "Chưa tìm thấy ai" in literally.text


def test_danger_has_the_emergency_numbers_first(visitor: Visitor) -> None:
    for q in ("bị chồng đánh", "bi ban sang trung quoc", "tre em bi xam hai"):
        page = search(visitor, q)
        calls = [call.get("href") for call in page.all("main a.call")]
        assert calls[:2] == ["tel:113", "tel:111"], q
    assert "tel:113" not in [call.get("href") for call in search(visitor, "ly hôn").all("main a.call")]


def test_an_old_name_of_several_places_asks_which_one(visitor: Visitor) -> None:
    page = search(visitor, "luật sư Hòa Bình")
    assert "Bạn muốn tìm nơi nào?" in page.text
    chosen = visitor.get(page.link("Xã Hòa Bình, Huyện Văn Quan (nay thuộc Xã Văn Quan)"))
    assert [link.get("value") for link in chosen.all("form.search input[name=xa]")] == ["06253"]


def test_a_commune_with_nobody_has_the_nearest_offices(visitor: Visitor) -> None:
    page = search(visitor, "luật sư xã Công Sơn")
    assert "Xã Công Sơn chưa có nơi nào khớp" in page.text
    assert names(page)


def test_a_filter_has_a_true_count_and_never_leads_to_nothing(visitor: Visitor) -> None:
    page = search(visitor, "luat su loc binh")
    for chip in page.all("details a.chip"):
        text, href = "".join(chip.itertext()), chip.get("href")
        narrowed = visitor.get(str(href))
        assert f"{text.rpartition('(')[2].rstrip(')')} kết quả." in narrowed.text, text


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("ly hôn", "Trung tâm trợ giúp pháp lý nhà nước tỉnh Lạng Sơn (mẫu)"),
        ("so do", "Trung tâm trợ giúp pháp lý nhà nước tỉnh Lạng Sơn (mẫu)"),
        ("no luong o huu lung", "Chi nhánh số 3 Trung tâm trợ giúp pháp lý nhà nước tỉnh Lạng Sơn (mẫu)"),
    ],
)
def test_offices_come_before_persons_where_a_trouble_is_told(visitor: Visitor, q: str, first: str) -> None:
    assert names(search(visitor, q))[0] == first


def test_a_result_says_in_its_own_words_why_it_was_found(visitor: Visitor) -> None:
    page = search(visitor, "thị trấn Lộc Bình")
    assert "Địa chỉ cũ: Thị trấn Lộc Bình, huyện Lộc Bình" in page.text


def test_suggestions_are_queries_that_find_something(visitor: Visitor) -> None:
    for typed in ("tranh c", "loc b", "nguy", "luat"):
        for one in visitor.json(f"/goi-y?q={typed}")["suggestions"]:
            assert names(search(visitor, one["text"])), one
    assert visitor.json("/goi-y?q=x") == {"suggestions": []}


def test_what_is_asked_for_is_suggested_where_somebody_has_it(visitor: Visitor) -> None:
    suggested = visitor.json("/goi-y?q=ly+hon+o+loc")["suggestions"]
    assert {"text": "ly hôn ở Xã Cao Lộc", "about": "nơi"} in suggested
    assert all(names(search(visitor, one["text"])) for one in suggested)
    assert visitor.json(f"/goi-y?q={'ly+hon+' * 2000}o+loc") == {"suggestions": []}


@pytest.mark.parametrize("path", ["/tim-kiem", "/en/search"])
def test_a_long_story_stays_in_the_box_and_makes_no_page_heavy(visitor: Visitor, path: str) -> None:
    story = " ".join(f"hàng xóm số {number} lấn đất nhà tôi" for number in range(120))
    page = visitor.get(f"{path}?q={quote_plus(story)}")  # which holds every page to its weight
    assert page.find("main input[name=q]").get("value") == story
    carried = [unquote(link) for link in re.findall(r'href="([^"]+[?&;]q=[^"]+)"', page.source)]
    assert {urlsplit(link).path for link in carried} == {"/tim-kiem", "/en/search"}
    assert max(map(len, carried)) < 600


def test_a_story_of_which_nothing_is_understood_says_so_and_leads_to_the_centre(visitor: Visitor) -> None:
    page = search(visitor, "gà ông trưởng họ mổ hết lúa phơi ngoài sân đình hôm giỗ tổ")
    assert "Chưa rõ bạn cần giúp việc gì" in page.text
    assert "bạn gõ" not in page.text
    assert names(page)[0].startswith("Trung tâm trợ giúp pháp lý nhà nước")
    assert page.find("ol.results a.call") is not None


def test_a_story_names_five_of_the_words_left_out_and_counts_the_others(visitor: Visitor) -> None:
    said = search(visitor, "gà vịt ngan ngỗng chim cút bồ câu mổ thóc").text
    [left_out] = re.findall(r"không xét ([^.]+)\.", said)
    assert len(re.findall("“", left_out)) == 5
    assert re.search(r"và \d+ từ khác$", left_out)


@pytest.mark.parametrize(
    ("q", "labels"),
    [
        ("bắt con tôi đi tù", ["bị bắt, bị tạm giam"]),
        ("đòi con tôi trả nợ", ["nợ nần, thừa kế, bồi thường"]),
        ("tôi là trưởng thôn", []),
        ("luật sư gần bệnh viện", ["luật sư"]),
        ("vay tiền nuôi lợn", ["nợ nần, thừa kế, bồi thường"]),
        ("landlord kicked me out", ["nhà ở, môi trường"]),
        ("documents sent to china", []),
    ],
)
def test_words_of_many_troubles_are_taken_for_none_of_them_alone(
    visitor: Visitor, q: str, labels: list[str]
) -> None:
    read = visitor.json(f"/tim-kiem.json?q={quote_plus(q)}")["read_as"]
    assert [part["label"] for part in read.get("parts", ())] == labels


def test_a_space_struck_too_late_is_moved_back_and_the_page_says_so(visitor: Visitor) -> None:
    page = search(visitor, "luậ tsư mau hoi")
    assert names(page)[0] == "Văn phòng luật sư Mẫu Hồi"
    assert "“luật sư” (bạn gõ “luậ tsư”)" in page.text


def test_no_query_ends_without_a_number_to_call(visitor: Visitor) -> None:
    for q in ("", "qwertyuiop", "🙂", "'; DROP TABLE--", "<script>", "ا" * 50, "a " * 300):
        assert search(visitor, q).all("main a.call"), q
