"""The official lists: order, sections, pages, days, and whole as JSON."""

from __future__ import annotations

from datetime import date

from flask import Flask

from app.ledger.append import Line
from tests.doors.happenings import publish
from tests.pages import Page, Visitor, words
from tests.sample import LATEST

LISTS = (
    "/danh-sach",
    "/danh-sach/to-chuc",
    "/danh-sach/nguoi-thuc-hien",
    "/danh-sach/thu-tuc",
    "/danh-sach/nguoi-duoc-tro-giup",
    "/danh-sach/thong-bao",
)


def sections(page: Page) -> list[str]:
    return [words(each) for each in page.all("main section h2")]


def names(page: Page) -> list[str]:
    return [words(each) for each in page.all("tbody th")]


def test_organisations_stand_in_the_order_of_the_law(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach/to-chuc")
    assert sections(page) == [
        "Trung tâm trợ giúp pháp lý nhà nước",
        "Chi nhánh của Trung tâm",
        "Tổ chức ký hợp đồng",
        "Tổ chức đăng ký tham gia",
        "Tạm ngừng, đã chấm dứt hoặc hết hạn",
    ]


def test_persons_stand_by_given_name(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach/nguoi-thuc-hien")
    given = [name.split()[-1] for name in names(page)]
    assert given[:5] == ["Bích", "Cảnh", "Diệu", "Dung", "Đức"], "legal aid officers come first"
    lawyers = given.index("An")
    assert given[lawyers : lawyers + 4] == ["An", "Án", "Ấn", "Bách"]
    apart = names(visitor.get(page.link("Trang sau")))[-5:]
    assert {"Triệu Mẫu Bình", "Chu Mẫu Thông"} <= {*apart}, "who cannot be chosen stands at the end"


def test_both_lists_stand_together_and_lead_to_each(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach")
    assert page.link("Tổ chức thực hiện trợ giúp pháp lý (27)") == "/danh-sach/to-chuc"
    assert page.link("Người thực hiện trợ giúp pháp lý (87)") == "/danh-sach/nguoi-thuc-hien"
    assert names(page)[0].startswith("Trung tâm")
    assert "Lý Mẫu Quỳnh" in names(visitor.get("/danh-sach?trang=2"))


def test_a_person_is_reached_through_an_office(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach/nguoi-thuc-hien?trang=2")
    row = next(row for row in page.all("tbody tr") if words(row).startswith("Lành Mẫu Sơn"))
    assert [link.get("href") for link in row.iter("a")] == [
        "/luat-su/LS-0001",
        "/to-chuc/TC-001",
        "tel:+842053000011",
    ]


def test_an_earlier_day_shows_the_list_as_published_then(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach/nguoi-thuc-hien?ngay=2024-01-01")
    assert page.headers["X-Publication"] == "1"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "Bản cũ: như đã công bố đến ngày 01/01/2024" in page.text
    assert "Triệu Mẫu Bình" in names(page)
    assert "Lương Mẫu Hòa" not in names(page)
    assert page.link("Lành Mẫu Sơn") == "/luat-su/LS-0001?ngay=2024-01-01"


def test_numbers_of_another_day_are_to_be_read_and_only_the_centre_called(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach?ngay=2024-01-01")
    calls = {link.get("href") for link in page.all("a[href]") if link.get("href", "").startswith("tel:")}
    assert calls == {"tel:+842053000000"}
    assert "0205 3000 022" in page.text
    assert len(page.all("td span.number")) == len(page.all("tbody tr")), "no number breaks in two"


def test_in_force_on_a_day_is_another_question_than_published_on_it(visitor: Visitor) -> None:
    in_force = visitor.get("/danh-sach/nguoi-thuc-hien?hieu-luc=2025-03-05")
    published = visitor.get("/danh-sach/nguoi-thuc-hien?ngay=2025-03-05")
    apart = "Đã chấm dứt từ ngày 01/03/2025"
    assert apart in in_force.text, "the notice of 9 March ended it from 1 March"
    assert apart not in published.text, "on 5 March nobody had published that"
    assert in_force.headers["X-Publication"] == str(LATEST)
    assert published.headers["X-Publication"] == "2"


def test_both_days_together_ask_for_both(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach?ngay=2025-03-31&hieu-luc=2025-02-01")
    assert page.headers["X-Publication"] == "3"
    assert "Bản cũ: như đã công bố đến ngày 31/03/2025, có hiệu lực ngày 01/02/2025" in page.text
    assert "Triệu Mẫu Bình" in names(page)


def test_before_the_first_publication_the_list_is_empty_and_names_the_first_day(visitor: Visitor) -> None:
    for path in LISTS:
        page = visitor.get(f"{path}?ngay=2020-01-01")
        assert page.headers["X-Publication"] == "0"
        assert "lần đầu ngày 20/11/2023" in page.text
        assert names(page) == []
        assert visitor.json(f"{path}.json?ngay=2020-01-01") == {
            "items": [],
            "apart": [],
            "publication": 0,
            "total": 0,
        }


def test_the_first_day_leads_to_the_list_as_it_was_then(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach?ngay=2020-01-01")
    assert names(visitor.get(page.link("20/11/2023")))


def test_canonical_addresses_know_their_parameters_in_order_and_no_others(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach/to-chuc?fbclid=x&hieu-luc=2026-01-01&ngay=2026-01-02&utm_source=y")
    canonical = "https://tgpl.example.vn/danh-sach/to-chuc?ngay=2026-01-02&hieu-luc=2026-01-01"
    assert page.find("link[rel=canonical]").get("href") == canonical
    plain = visitor.get("/danh-sach?fbclid=x&ngay=")
    assert plain.find("link[rel=canonical]").get("href") == "https://tgpl.example.vn/danh-sach"


def test_a_list_as_data_is_whole_and_keeps_apart_what_cannot_be_chosen(visitor: Visitor) -> None:
    data = visitor.json("/danh-sach.json")
    assert list(data) == ["items", "apart", "publication", "total"]
    assert (data["total"], data["publication"]) == (126, LATEST)
    assert {each["status"] for each in data["items"]} == {"active"}
    assert {each["id"]: each["status"] for each in data["apart"]} == {
        "TC-005": "lapsed",
        "TC-012": "ended",
        "TC-017": "suspended",
        "TGV-0016": "ended",
        "LS-0005": "ended",
        "LS-0009": "lapsed",
        "LS-0023": "lapsed",
        "LS-0028": "lapsed",
    }
    offices = visitor.json("/danh-sach/to-chuc.json")
    assert offices["total"] == 27


def test_a_long_list_comes_in_pages_of_fifty(living: Flask) -> None:
    visitor = Visitor(living)
    some = visitor.json("/api/v1/listings/TC-001/versions")["items"][0]
    document = {key: some[key] for key in ("address", "commune", "phone", "forms_of_aid", "fields_of_law")}
    document |= {"status": "active", "participation": "registration", "effective_from": "2026-01-01"}
    day = date(2026, 1, 1)
    publish(
        living,
        *(Line(f"TC-{n}", "listed", day, document | {"name": f"Văn phòng {n}"}) for n in range(100, 220)),
    )
    first = visitor.get("/danh-sach/to-chuc")
    assert len(names(first)) == 50
    second = visitor.get(first.link("Trang sau"))
    assert second.path == "/danh-sach/to-chuc?trang=2"
    assert len(names(second)) == 50
    assert second.link("Trang trước") == "/danh-sach/to-chuc"
    assert second.find("link[rel=canonical]").get("href", "").endswith("/danh-sach/to-chuc?trang=2")
    last = visitor.get("/danh-sach/to-chuc?trang=3")
    assert names(last)[-1] == "Văn phòng luật sư Mẫu Thạch", "apart, so at the very end"
    everybody = names(first) + names(second) + names(last)
    assert len(everybody) == len(set(everybody)) == 150
    assert "có 3 trang" in visitor.get("/danh-sach/to-chuc?trang=4", 404).text
    assert visitor.json("/danh-sach/to-chuc.json")["total"] == 147
