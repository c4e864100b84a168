"""The page of an office or a person, in the order in which it is needed; notices that run out."""

from __future__ import annotations

from datetime import datetime

from flask import Flask

from app import clock
from tests.doors.happenings import change
from tests.pages import Page, Visitor, words

OFFICE = "/to-chuc/TC-001"


def headings(page: Page) -> list[str]:
    return [words(title) for title in page.all("main h2")]


def ways(page: Page) -> dict[str, str]:
    return {words(link): link.get("href", "") for link in page.all("aside.contact ul.ways a")}


def test_an_office_is_told_in_the_order_in_which_it_is_needed(visitor: Visitor) -> None:
    assert headings(visitor.get(OFFICE)) == [
        "Giúp được việc gì",
        "Người thực hiện trợ giúp pháp lý ở đây",
        "Ngôn ngữ và lối vào",
        "Gọi thì nói gì",
        "Mang theo gì",
        "Thông tin chính thức",
        "Trích dẫn",
        "Các bản đã công bố",
        *headings(visitor.get(OFFICE))[8:],
    ]


def test_what_is_helped_with_stands_in_plain_words(visitor: Visitor) -> None:
    said = [words(line) for line in visitor.get(OFFICE).all("main ul.bullets li")]
    assert any(line.startswith("Tư vấn pháp luật: chỉ cách làm") for line in said)
    assert "giấy bổ sung sau trong 05 ngày làm việc" in visitor.get(OFFICE).text
    assert "Điều 30 khoản 4" in visitor.get(OFFICE).text


def test_a_woman_or_a_man_may_be_asked_for(visitor: Visitor) -> None:
    text = visitor.get("/trung-tam/TT-01").text
    assert "Muốn gặp người nữ hay người nam, bạn cứ nói khi gọi." in text


def test_many_people_are_folded_away(visitor: Visitor) -> None:
    page = visitor.get("/trung-tam/TT-01")
    assert page.all("details.more table.stack tbody tr")


def test_whoever_cannot_speak_shows_the_screen(visitor: Visitor) -> None:
    for path, name in ((OFFICE, ""), ("/luat-su/LS-0001", "Tôi muốn gặp")):
        page = visitor.get(path)
        assert page.link("Không tiện nói? Đưa màn hình này") == "#cho-xem"
        assert name in words(page.find("section#cho-xem"))


def test_a_map_is_a_link_and_nothing_is_loaded(living: Flask) -> None:
    change(living, "TC-001", latitude="21.7534", longitude="106.9312")
    page = Visitor(living).get(OFFICE)
    assert ways(page)["Mở bản đồ trong máy"].startswith("geo:21.7534,106.9312?q=21.7534,106.9312(")
    assert ways(page)["Xem trên OpenStreetMap"].endswith("#map=17/21.7534/106.9312")


def test_the_number_is_saved_as_a_card_of_the_office(visitor: Visitor) -> None:
    for path in (OFFICE, "/luat-su/LS-0001"):
        assert ways(visitor.get(path))["Lưu số vào điện thoại"] == f"{OFFICE}.vcf"


def test_a_message_goes_to_a_mobile_or_to_whom_the_reader_chooses(living: Flask) -> None:
    visitor = Visitor(living)
    message = ways(visitor.get(OFFICE))["Nhắn tin nhờ người thân gọi giúp"]
    assert message.startswith("sms:?&body=")
    assert "3000%20011" in message
    change(living, "TC-001", hotline="0912345678")
    assert ways(visitor.get(OFFICE))["Soạn tin nhắn xin gọi lại"].startswith("sms:+84912345678?&body=")


def test_an_old_version_offers_no_way_there(visitor: Visitor) -> None:
    for path in (f"{OFFICE}?ngay=2025-01-01", f"{OFFICE}/ban/2", "/luat-su/LS-0005"):
        page = visitor.get(path)
        assert not page.all("ul.ways")
        assert not page.all("section#cho-xem")
        assert "Mang theo gì" not in headings(page)


def test_a_procedure_leads_to_the_national_portal(visitor: Visitor) -> None:
    assert visitor.get("/thu-tuc/TTHC-01").link("Cổng Dịch vụ công quốc gia").startswith("https://")


def test_a_notice_says_how_many_days_are_left_and_no_cache_keeps_that(living: Flask) -> None:
    notice = visitor_notice(living)
    visitor = Visitor(living)
    with clock.pretend(datetime(2026, 12, 29, 9, 0)):
        assert "Còn 2 ngày nhận hồ sơ, đến hết ngày 31/12/2026." in visitor.get(notice).text
        assert "31/12/2026 (còn 2 ngày)" in visitor.get("/danh-sach/thong-bao").text
        assert "Còn 2 ngày" not in visitor.get(f"{notice}?ngay=2026-12-29").text
    with clock.pretend(datetime(2026, 12, 31, 23, 59, 30)):
        assert "Hôm nay là ngày cuối nhận hồ sơ" in visitor.get(notice).text
        assert "max-age=30," in visitor.client.get(notice).headers["Cache-Control"]
    with clock.pretend(datetime(2027, 1, 1, 0, 0)):
        assert "nhận hồ sơ, đến hết" not in visitor.get(notice).text


def visitor_notice(app: Flask) -> str:
    """Let a notice of the sample register take files until the end of the year; return its page."""
    page = Visitor(app).get("/danh-sach/thong-bao")
    path = next(link for link in page.links.values() if link.startswith("/thong-bao/"))
    change(app, path.rpartition("/")[2], filing_to="2026-12-31", posted_until="2026-12-31")
    return path
