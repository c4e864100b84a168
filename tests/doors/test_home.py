"""The home page: search, call, problems, lists, the latest publication."""

from __future__ import annotations

from tests.pages import Visitor
from tests.sample import LATEST


def test_the_home_page_offers_search_and_the_centres_phone_first(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert page.find("main form[action=/tim-kiem] input").get("name") == "q"
    assert page.find("main a.call").get("href") == "tel:+842053000000"


def test_the_home_page_leads_to_the_lists_and_to_the_latest_publication(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert page.link("Tổ chức thực hiện") == "/danh-sach/to-chuc"
    assert page.link("Người thực hiện") == "/danh-sach/nguoi-thuc-hien"
    assert page.link(f"Lần công bố {LATEST}") == f"/cong-bo/{LATEST}"
    assert "22 tổ chức: 1 Trung tâm" in page.text


def test_every_suggestion_finds_something(visitor: Visitor) -> None:
    chips = [chip.get("href", "") for chip in visitor.get("/").all("div.band a.chip")]
    assert len(chips) == 3
    for address in chips:
        found = visitor.get(address)
        assert found.all("ol.results li"), address
        assert "không xét" not in found.text, address


def test_every_problem_leads_to_its_page_with_a_number_to_call(visitor: Visitor) -> None:
    chips = [chip.get("href", "") for chip in visitor.get("/").all("main a.chip")]
    problems = [address for address in chips if address.startswith("/van-de")]
    assert len(problems) > 8
    for address in problems:
        assert visitor.get(address).all("main a.call"), address


def test_a_sample_register_says_so_on_every_page(visitor: Visitor) -> None:
    for path in ("/", "/danh-sach", "/cong-bo/2", "/luat-su/LS-0001", "/khong-co"):
        page = visitor.get(path, 404 if path == "/khong-co" else 200)
        assert "DỮ LIỆU MẪU" in page.text
