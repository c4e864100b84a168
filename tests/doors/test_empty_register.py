"""Before the first publication every page answers, as a page that was meant."""

from __future__ import annotations

import pytest

from tests.pages import Visitor


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/tim-kiem",
        "/tim-kiem?q=luat+su",
        "/danh-sach",
        "/danh-sach/to-chuc",
        "/danh-sach/nguoi-thuc-hien",
        "/danh-sach/thu-tuc",
        "/danh-sach/nguoi-duoc-tro-giup",
        "/danh-sach/thong-bao",
        "/so-do-trang",
        "/gioi-thieu",
        "/toi-co-duoc-tro-giup",
        "/van-de",
        "/van-de/chuyen-gia-dinh",
        "/xa",
        "/xa/06529",
        "/cong-bo",
    ],
)
def test_every_page_says_that_nothing_is_published_yet(empty_visitor: Visitor, path: str) -> None:
    page = empty_visitor.get(path)
    assert page.headers["X-Publication"] == "0"
    assert "Chưa có lần công bố nào" in page.text
    assert "DỮ LIỆU MẪU" not in page.text


def test_a_day_can_be_asked_for(empty_visitor: Visitor) -> None:
    assert "Chưa có lần công bố nào" in empty_visitor.get("/danh-sach?ngay=2026-01-01").text
    empty_visitor.get("/danh-sach?ngay=x", 400)


@pytest.mark.parametrize(
    "path",
    [
        "/danh-sach.json",
        "/cong-bo.json",
        "/tim-kiem.json?q=a",
        "/api/v1/listings",
        "/api/v1/search?q=a",
        "/api/v1/publications",
    ],
)
def test_data_is_empty(empty_visitor: Visitor, path: str) -> None:
    data = empty_visitor.json(path)
    assert (data["items"], data["publication"], data["total"]) == ([], 0, 0)


@pytest.mark.parametrize(
    "path",
    ["/luat-su/LS-0001", "/luat-su/LS-0001/ban/1", "/luat-su/LS-0001/lich-su", "/cong-bo/1", "/khong-co"],
)
def test_what_is_not_there_is_not_found(empty_visitor: Visitor, path: str) -> None:
    empty_visitor.get(path, 404)


def test_data_that_is_not_there_is_not_found(empty_visitor: Visitor) -> None:
    for path in (
        "/cong-bo/1/danh-sach.json",
        "/api/v1/listings/LS-0001",
        "/api/v1/listings/LS-0001/versions",
    ):
        empty_visitor.json(path, 404)
