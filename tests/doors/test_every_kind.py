"""Pages of all ten kinds: each list, each listing, and what is particular to the law as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from app.kinds import KINDS
from tests.conftest import register_in
from tests.doors.happenings import publish, withdraw
from tests.pages import Page, Visitor, words
from tests.rooms.every_kind import IDS, one_of_each, public
from tests.rooms.small_register import listed

LATER = "2099-12-31"
COMING = "Từ ngày 01/01/2027 Luật Trợ giúp pháp lý có sửa đổi"


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A register with one of each kind, some more law, and a notice that is still posted."""
    with register_in(tmp_path_factory.mktemp("every")) as app:
        app.extensions["instance"].prepare()
        old = {"status": "ended", "ended_on": "2026-01-01", "successor": "DT-01"}
        publish(
            app,
            *(line for line in one_of_each() if line.listing_id != "TB-0001"),
            listed("TB-0001", public("notice", posted_until=LATER, filing_to=LATER)),
            listed("DT-02", public("eligibility", name="Diện cũ", **old)),
            listed("TTHC-02", public("procedure", name="Thủ tục khác", basis_number="5/QĐ-BTP")),
        )
        yield app


@pytest.fixture
def reader(every: Flask) -> Visitor:
    return Visitor(every)


def told(page: Page) -> dict[str, str]:
    """Return the facts of a page: label -> what stands there."""
    labels, values = page.all("dl.facts dt"), page.all("dl.facts dd")
    return {words(label): words(value) for label, value in zip(labels, values, strict=True)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_listing_of_every_kind_stands_in_its_list_and_has_a_page(reader: Visitor, kind: object) -> None:
    key, path, collection = kind.key, kind.path, kind.collection  # type: ignore[attr-defined]
    listed_at = reader.get(f"/danh-sach/{collection}")
    address = f"/{path}/{IDS[key]}"
    assert address in listed_at.links.values()
    page = reader.get(address)
    assert page.find("aside.contact a.call").get("href", "").startswith("tel:")
    assert page.link("Xem từng thay đổi, nội dung cũ và mới") == f"{address}/lich-su"
    assert f"/danh-sach/{collection}" in [link.get("href") for link in page.all("nav.crumbs a")]
    reader.get(f"{address}/lich-su")
    reader.json(f"{address}.json")


def test_the_duty_to_publish_is_met_on_one_page(reader: Visitor) -> None:
    page = reader.get("/danh-sach")
    chips = {words(chip): chip.get("href") for chip in page.all("main a.chip")}
    assert chips == {
        "Tổ chức thực hiện trợ giúp pháp lý (3)": "/danh-sach/to-chuc",
        "Người thực hiện trợ giúp pháp lý (4)": "/danh-sach/nguoi-thuc-hien",
        "Thủ tục hành chính về trợ giúp pháp lý (2)": "/danh-sach/thu-tuc",
        "Người được trợ giúp pháp lý (1)": "/danh-sach/nguoi-duoc-tro-giup",
        "Thông báo (1)": "/danh-sach/thong-bao",
    }
    titles = [words(title) for title in page.all("main section h2")]
    assert titles[0] == "Trung tâm trợ giúp pháp lý nhà nước"
    assert titles[-1] == "Thủ tục hành chính"
    assert "Thông báo đang đăng" not in titles


def test_who_only_advises_is_listed_so(reader: Visitor) -> None:
    rows = [words(row) for row in reader.get("/danh-sach/nguoi-thuc-hien").all("tbody tr")]
    assert len(rows) == 4
    assert ["chỉ tư vấn pháp luật" in row for row in rows] == [False, False, True, True]


def test_a_procedure_tells_steps_papers_and_what_was_not_compared(reader: Visitor) -> None:
    page = reader.get("/thu-tuc/TTHC-01")
    facts = told(page)
    assert {"Nơi tiếp nhận", "Thời hạn giải quyết", "Phí, lệ phí"} <= facts.keys()
    assert [words(title) for title in page.all("main h2")][:3] == ["Nói nhanh", "Các bước", "Hồ sơ cần có"]
    assert "Bước 1: nộp hồ sơ." in [words(line) for line in page.all("main p")]
    assert "Chưa đối chiếu Quyết định công bố." in page.text
    assert "Chưa đối chiếu" not in reader.get("/thu-tuc/TTHC-02").text


def test_a_group_of_people_is_told_in_plain_words_before_the_law(reader: Visitor) -> None:
    page = reader.get("/nguoi-duoc-tro-giup/DT-01")
    main = words(page.find("main"))
    order = [main.index(each) for each in ("được trợ giúp miễn phí", "một trong:", "Điều 0 khoản 0")]
    assert order == sorted(order)
    assert "cần đủ:" in main
    assert main.count(COMING) == 1
    assert "Nhạy cảm" not in main
    assert COMING in reader.get("/danh-sach/nguoi-duoc-tro-giup").text
    assert COMING not in reader.get("/danh-sach/thu-tuc").text


def test_the_change_of_the_law_is_announced_until_its_text_is_entered(living: Flask) -> None:
    visitor = Visitor(living)
    pages = ("/danh-sach/nguoi-duoc-tro-giup", "/nguoi-duoc-tro-giup/DT-10", "/toi-co-duoc-tro-giup")
    assert all(COMING in visitor.get(path).text for path in pages)
    later = public("eligibility", name="Diện mới", effective_from="2027-01-01")
    publish(living, listed("DT-17", later, holds_from=date(2027, 1, 1)))
    assert not [path for path in pages if COMING in visitor.get(path).text]
    withdraw(living, "DT-17")
    assert all(COMING in visitor.get(path).text for path in pages)


def test_an_old_version_of_the_law_leads_to_the_new_one_and_back(reader: Visitor) -> None:
    old = reader.get("/nguoi-duoc-tro-giup/DT-02")
    notice = words(old.find("div.notice"))
    assert notice.startswith("Hết hiệu lực từ ngày 01/01/2026. Nay thay bằng:")
    new = reader.get(old.find("div.notice a").get("href", ""))
    assert told(new)["Thay cho"] == "Diện cũ"
    assert "Kế thừa" in told(reader.get("/nguoi-duoc-tro-giup/DT-01/lich-su"))
    assert "Được kế thừa bởi" in told(reader.get("/nguoi-duoc-tro-giup/DT-02/lich-su"))


def test_a_notice_says_until_when(reader: Visitor) -> None:
    facts = told(reader.get("/thong-bao/TB-0001"))
    assert facts["Đăng đến ngày"] == facts["Nhận hồ sơ đến ngày"] == "31/12/2099"
    row = words(reader.get("/danh-sach/thong-bao").find("tbody tr"))
    assert "31/12/2099" in row


def test_the_law_is_found_and_the_centre_called_about_it_once(reader: Visitor) -> None:
    page = reader.get("/tim-kiem?q=thu+tuc&loai=thu-tuc")
    assert len(page.all("ol.results li")) == 2
    assert len(page.all("ol.results a.call")) == 1


def test_the_history_of_a_change_tells_old_and_new_in_words(every: Flask) -> None:
    later = public("procedure", fee="Miễn phí", copies="02 bộ")
    publish(every, listed("TTHC-01", later, "changed", holds_from=date(2026, 11, 1)))
    page = Visitor(every).get("/thu-tuc/TTHC-01/lich-su")
    assert page.headers["X-Robots-Tag"] == "noindex"
    newest = page.find("section.step")
    assert words(newest).startswith("thay đổi, ")
    assert "Nay: Miễn phí" in words(newest)
    assert page.all("section.step del")
    assert page.all("section.step details"), "what was listed first is folded away"
