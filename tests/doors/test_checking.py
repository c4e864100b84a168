"""Is this person on the list? Yes, no longer, or not that anybody knows; the name typed is kept nowhere."""

from __future__ import annotations

import pytest

from tests.pages import Page, Visitor, words


def told(page: Page) -> list[str]:
    return [words(title) for title in page.all("main h2")]


@pytest.mark.parametrize("typed", ["Lành Mẫu Sơn", "lanh mau son", "son lanh mau", "ls-0001"])
def test_a_name_on_the_list_comes_with_the_number_to_ask(visitor: Visitor, typed: str) -> None:
    page = visitor.get("/kiem-tra?q=" + typed.replace(" ", "+"))
    assert told(page)[0] == "Có tên này trong danh sách"
    assert page.link("Lành Mẫu Sơn") == "/luat-su/LS-0001"
    assert "tel:+842053000011" in page.links.values()
    assert "hỏi có phải họ cử người này không" in page.text


def test_who_was_on_it_and_is_no_longer_is_told_apart(visitor: Visitor) -> None:
    page = visitor.get("/kiem-tra?q=trieu+mau+binh")
    assert told(page)[0] == "Từng có trong danh sách, nay không nhờ được"
    assert "Đã chấm dứt từ ngày 01/03/2025" in page.text
    assert "Không thấy tên này trong những người nay được nhờ" in told(page)


def test_who_is_not_on_it_is_said_only_of_a_whole_name(visitor: Visitor) -> None:
    assert "Không thấy tên này trong những người nay được nhờ" in told(
        visitor.get("/kiem-tra?q=khong+co+ten")
    )
    assert told(visitor.get("/kiem-tra?q=zzz")) == ["Hãy gõ cả họ và tên"]
    assert told(visitor.get("/kiem-tra")) == []


def test_an_office_answers_to_its_former_name_too(visitor: Visitor) -> None:
    page = visitor.get("/kiem-tra?q=cong+ty+luat+mau+sa+nhan")
    assert "Công ty luật Mẫu Sa Nhân và Cộng sự" in page.text


def test_the_name_stands_in_the_box_only_and_no_cache_keeps_it(visitor: Visitor) -> None:
    page = visitor.get("/kiem-tra?q=ai+do+la+lam")
    assert page.source.count("ai do la lam") == 1
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" not in visitor.get("/kiem-tra").headers["Cache-Control"]


def test_the_home_page_leads_there(visitor: Visitor) -> None:
    assert visitor.get("/").link("Kiểm tra") == "/kiem-tra"


def test_before_the_first_publication_nobody_is_on_it(empty_visitor: Visitor) -> None:
    assert told(empty_visitor.get("/kiem-tra?q=ai+do")) != []
