"""One listing: who, how to reach them, what is official, on what it rests; and why there may be nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from app.ledger.append import Line
from tests.doors.happenings import change, forget_redactions, publish, redact, withdraw
from tests.pages import Page, Visitor, words
from tests.rooms.every_kind import public
from tests.sample import NEXT


@pytest.fixture
def redactable(living: Flask) -> Iterator[Flask]:
    yield living
    forget_redactions()


def calls(page: Page) -> set[str | None]:
    return {link.get("href") for link in page.all("main a[href]") if link.get("href", "").startswith("tel:")}


def test_an_office_shows_its_call_its_hours_and_its_people(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-001")
    assert page.heading == "Văn phòng luật sư Mẫu Hồi"
    assert page.find("aside.contact a.call").get("href") == "tel:+842053000011"
    assert "T2-T6 07:30-11:30, 13:30-17:00" in words(page.find("aside.contact"))
    assert page.link("Nông Mẫu Hạnh") == "/luat-su/LS-0002"


def test_of_very_many_people_an_office_names_the_first_and_leads_to_the_rest(living: Flask) -> None:
    visitor = Visitor(living)
    day, lawyer = date(2026, 1, 1), public("lawyer", contact_via="TC-001", contract_to="2099-12-31")
    publish(
        living, *(Line(f"LS-{n}", "listed", day, lawyer | {"name": f"Vi Văn {n}"}) for n in range(100, 160))
    )
    page = visitor.get("/to-chuc/TC-001")
    assert len([name for name in page.all("tbody th a") if words(name).startswith("Vi Văn")]) < 60
    assert "Trên đây là 50 người đầu." in page.text
    assert page.link("Xem cả danh sách người thực hiện") == "/danh-sach/nguoi-thuc-hien"


def test_a_person_is_called_at_the_office(visitor: Visitor) -> None:
    page = visitor.get("/luat-su/LS-0001")
    assert page.find("aside.contact a.call").get("href") == "tel:+842053000011"
    assert page.link("Văn phòng luật sư Mẫu Hồi") == "/to-chuc/TC-001"
    assert calls(page) == {"tel:+842053000011"}


def test_who_acts_only_for_a_closed_organisation_cannot_be_chosen(visitor: Visitor) -> None:
    page = visitor.get("/luat-su/LS-0009")
    assert "Tổ chức tham gia là Chi nhánh Công ty luật Mẫu Thông" in words(page.find("div.notice"))
    assert calls(page) == {"tel:+842053000000"}


def test_whose_office_has_closed_is_called_at_the_centre(living: Flask) -> None:
    change(living, "LS-0001", contact_via="TC-005", engagements=["contract"], contract_to="2099-12-31")
    visitor = Visitor(living)
    page = visitor.get("/luat-su/LS-0001")
    assert page.find("aside.contact a.call").get("href") == "tel:+842053000000"
    assert page.all("aside.contact a[href=/trung-tam/TT-01]")
    persons = visitor.get("/danh-sach/nguoi-thuc-hien?trang=2")
    row = next(row for row in persons.all("tbody tr") if words(row).startswith("Lành Mẫu Sơn"))
    assert [link.get("href") for link in row.iter("a")][1:] == ["/trung-tam/TT-01", "tel:+842053000000"]
    found = visitor.get("/tim-kiem?q=lanh+mau+son")
    assert found.find("ol.results a.call").get("href") == "tel:+842053000000"


def test_a_listing_names_the_publication_and_document_it_rests_on(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-007")
    assert "Công bố lần 4 theo Quyết định số 04-MẪU/QĐ-STP ngày 13/06/2025" in page.text
    assert page.link("Công bố lần 4") == "/cong-bo/4"


def test_a_listing_leads_to_every_version_it_ever_had(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-007")
    rows = [words(row) for row in page.all("table.stack tbody tr") if words(row).startswith("Bản")]
    assert rows == [
        "Bản 24 đính chính Lần 4, 16/06/2025 10/03/2025",
        "Bản 21 mới công bố Lần 3, 10/03/2025 10/03/2025",
    ]
    assert page.link("Bản 21") == "/to-chuc/TC-007/ban/21"


def test_a_citation_names_the_version_by_an_address_that_stays(visitor: Visitor) -> None:
    vietnamese, english = visitor.get("/to-chuc/TC-007").all("p.cite")
    entry = next(one for one in visitor.json("/api/v1/entries?limit=500")["items"] if one["number"] == 24)
    code = entry["snapshot_hash"][:16]
    assert words(vietnamese) == (
        "Sở Tư pháp tỉnh Lạng Sơn, Văn phòng luật sư Mẫu Na Dương (TC-007), bản 24, lần công bố 4 "
        f"ngày 16/06/2025, mã nội dung {code}, https://tgpl.example.vn/to-chuc/TC-007/ban/24"
    )
    assert (english.get("lang"), words(english)) == (
        "en",
        (
            "Department of Justice of Lạng Sơn Province, Văn phòng luật sư Mẫu Na Dương (TC-007), "
            f"version 24, publication 4 of 16 June 2025, content hash {code}, "
            "https://tgpl.example.vn/to-chuc/TC-007/ban/24"
        ),
    )


def test_the_word_of_another_kind_leads_to_the_right_one(visitor: Visitor) -> None:
    for wrong, right in (
        ("/to-chuc/LS-0001", "/luat-su/LS-0001"),
        ("/luat-su/ls-0001", "/luat-su/LS-0001"),
        ("/trung-tam/TC-007.json?ngay=2026-10-20", "/to-chuc/TC-007.json?ngay=2026-10-20"),
        ("/luat-su/TC-007/ban/21", "/to-chuc/TC-007/ban/21"),
    ):
        answer = visitor.client.get(wrong)
        assert (answer.status_code, answer.headers["Location"]) == (301, right)


def test_who_has_ended_still_answers_and_says_so_first(visitor: Visitor) -> None:
    page = visitor.get("/luat-su/LS-0005")
    main = words(page.find("main"))
    assert "Đã chấm dứt từ ngày 01/03/2025" in main.partition("Triệu Mẫu Bình")[0]
    assert calls(page) == {"tel:+842053000000"}, "the centre's, not the office's"


def test_a_lapsed_contract_is_said_first_too(visitor: Visitor) -> None:
    main = words(visitor.get("/to-chuc/TC-005").find("main"))
    assert "Hợp đồng hết hạn ngày 31/07/2026" in main.partition("Chi nhánh Công ty")[0]


def test_an_id_never_issued_is_not_found_and_offers_a_search(visitor: Visitor) -> None:
    for path in ("/luat-su/LS-9999", "/luat-su/XX-1", "/luat-su/%3Cb%3E", "/to-chuc/LS-9999/ban/1"):
        page = visitor.get(path, 404)
        assert page.all("main form[action=/tim-kiem]")
        assert page.find("main a.call").get("href") == "tel:+842053000000"


def test_before_it_was_listed_it_is_not_found_and_the_first_day_is_named(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-007?ngay=2024-12-31", 404)
    assert "công bố lần đầu ngày 10/03/2025" in page.text
    assert page.link("Xem bản hiện nay") == "/to-chuc/TC-007"


def test_on_another_day_it_is_as_published_then(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-002?ngay=2024-01-01")
    assert page.headers["X-Publication"] == "1"
    assert "Số 45 đường Hoa Đào" in page.text
    assert "Tầng 2" not in page.text
    assert calls(page) == {"tel:+842053000000"}
    assert page.link("Xem bản hiện nay") == "/to-chuc/TC-002"


def test_what_is_withdrawn_is_gone_but_its_old_versions_stay(living: Flask) -> None:
    visitor = Visitor(living)
    withdraw(living, "TC-007")
    assert "đã rút" in visitor.get("/to-chuc/TC-007", 410).text
    assert "đã rút" in visitor.json("/to-chuc/TC-007.json", 410)["error"]["message"]
    assert visitor.json("/api/v1/listings/TC-007", 410)["error"]["code"] == "gone"
    assert visitor.json("/api/v1/listings/TC-007/versions", 410)
    assert "Na Dương" not in visitor.get("/danh-sach/to-chuc").text
    assert visitor.get("/to-chuc/TC-007/ban/21").text.count("Bản cũ")
    assert visitor.get("/to-chuc/TC-007?ngay=2026-10-20").heading == "Văn phòng luật sư Mẫu Na Dương"
    assert "rút khỏi danh sách" in visitor.get(f"/cong-bo/{NEXT}").text
    history = visitor.get(visitor.get("/to-chuc/TC-007", 410).link("Xem lịch sử"))
    assert words(history.find("section.step h2")).startswith("rút khỏi danh sách")


def test_a_redacted_field_says_so_and_the_rest_stays(redactable: Flask) -> None:
    visitor = Visitor(redactable)
    redact(redactable, "TC-001", 2, "representative", "phone")
    page = visitor.get("/to-chuc/TC-001")
    rows = [words(row) for row in page.all("dl.facts div")]
    assert "Người đại diện theo pháp luậtđã gỡ" in rows
    assert "Điện thoạiđã gỡ" in rows
    assert page.find("aside.contact a.call").get("href") == "tel:+842053000000", "the centre's"
    assert "Lành Mẫu Sơn" in visitor.get("/danh-sach/nguoi-thuc-hien?trang=2").text


def test_a_version_wholly_redacted_is_gone(redactable: Flask) -> None:
    visitor = Visitor(redactable)
    change(redactable, "TC-002", phone="02053000024")
    redact(redactable, "TC-002", 3)
    assert "đã gỡ" in visitor.get("/to-chuc/TC-002/ban/3", 410).text
    assert visitor.get("/to-chuc/TC-002").heading == "Công ty luật Mẫu Đào"


@pytest.mark.parametrize("path", ["/trung-tam/TT-01", "/to-chuc/TC-001", "/luat-su/LS-0001"])
def test_data_of_a_page_is_what_the_api_says(visitor: Visitor, path: str) -> None:
    listing_id = path.rpartition("/")[2]
    assert visitor.json(f"{path}.json") == visitor.json(f"/api/v1/listings/{listing_id}")
    assert visitor.get(path).find("link[rel=alternate]").get("href") == f"{path}.json"
