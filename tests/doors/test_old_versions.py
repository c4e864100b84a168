"""A listing as one entry left it: marked as old, and still what was published."""

from __future__ import annotations

from tests.doors.test_listing import calls
from tests.pages import Visitor, words

OLD = "/to-chuc/TC-002/ban/3"


def test_an_old_version_says_so_before_anything_else(visitor: Visitor) -> None:
    page = visitor.get(OLD)
    before = words(page.find("main")).partition("Công ty luật Mẫu Đào")[0]
    assert "Bản cũ: như công bố ngày 20/11/2023." in before
    assert "Xem bản hiện nay" in before
    assert page.link("Xem bản hiện nay") == "/to-chuc/TC-002"


def test_an_old_version_offers_the_centres_phone_and_not_its_own(visitor: Visitor) -> None:
    page = visitor.get(OLD)
    assert calls(page) == {"tel:+842053000000"}
    assert "0205 3000 022" in page.text, "what was published can still be read"


def test_an_old_version_is_not_indexed_and_asked_for_again_soon(visitor: Visitor) -> None:
    page = visitor.get(OLD)
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "max-age=300, must-revalidate" in page.headers["Cache-Control"]
    assert page.find("link[rel=canonical]").get("href") == f"https://tgpl.example.vn{OLD}"


def test_the_version_that_still_counts_does_not_call_itself_old(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-002/ban/18")
    assert "Bản 18, công bố ngày 12/08/2024, nay vẫn là bản mới nhất." in page.text


def test_a_version_stands_in_the_register_of_its_own_publication(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-007/ban/21")
    assert page.headers["X-Publication"] == "3"
    people = [words(row) for row in page.all("table.stack tbody th")]
    assert "Hà Mẫu Đông" in people
    assert "Lý Mẫu Quỳnh" not in people, "she came with publication 4"


def test_a_corrected_version_can_still_be_read(visitor: Visitor) -> None:
    assert "0205 3000 077" in visitor.get("/to-chuc/TC-007/ban/21").text
    assert "0205 3000 078" in visitor.get("/to-chuc/TC-007/ban/24").text


def test_a_version_of_another_listing_is_not_found(visitor: Visitor) -> None:
    page = visitor.get("/to-chuc/TC-002/ban/21", 404)
    assert page.all("main form[action=/tim-kiem]")
    visitor.get("/to-chuc/TC-002/ban/999999999999999999999", 404)
    visitor.get("/to-chuc/TC-002/ban/x", 404)
