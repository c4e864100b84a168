"""Everything that can be cited says how: by an address that stays, and the code of exactly that content."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask

from app import clock
from tests.doors.happenings import change
from tests.pages import Page, Visitor, words
from tests.sample import LATEST

CITED = (
    "/to-chuc/TC-001",
    "/to-chuc/TC-002/ban/3",
    "/danh-sach",
    "/danh-sach/to-chuc?ngay=2024-01-01",
    "/cong-bo/2",
)


def address(page: Page) -> str:
    """Return the address that the page asks to be cited by, from the root of the site."""
    return (page.find("p.cite a").get("href") or "").removeprefix("https://tgpl.example.vn")


def line(visitor: Visitor, path: str) -> str:
    return words(visitor.get(path).find("p.cite"))


@pytest.mark.parametrize("path", CITED)
def test_a_page_is_cited_in_two_languages_by_an_address_that_cites_itself(
    visitor: Visitor, path: str
) -> None:
    with clock.pretend(datetime(2026, 12, 1, 9)):
        page = visitor.get(path)
        cited = page.all("p.cite")
        assert [one.get("lang") for one in cited] == ["vi", "en"]
        assert all(words(one).endswith(f", https://tgpl.example.vn{address(page)}") for one in cited)
        assert line(visitor, address(page)) == words(cited[0])
    with clock.pretend(datetime(2031, 5, 1, 9)):
        assert line(visitor, address(page)) == words(cited[0])


@pytest.mark.parametrize("path", CITED)
def test_on_paper_the_address_is_a_picture(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    [picture] = page.find(".qr")
    assert (str(picture.tag).rpartition("}")[2], "viewBox" in picture.attrib) == ("svg", True)


def test_a_list_cited_today_shows_the_same_whatever_comes_later(living: Flask) -> None:
    visitor = Visitor(living)
    with clock.pretend(datetime(2026, 12, 1, 9)):
        page = visitor.get("/danh-sach/to-chuc")
    assert address(page) == "/danh-sach/to-chuc?ngay=2026-10-19&hieu-luc=2026-12-01"
    before = visitor.json(f"/danh-sach/to-chuc.json?{address(page).partition('?')[2]}")
    with clock.pretend(datetime(2026, 12, 2, 9)):
        change(living, "TC-002", phone="02053000024")
        after = visitor.json(f"/danh-sach/to-chuc.json?{address(page).partition('?')[2]}")
        assert visitor.json("/danh-sach/to-chuc.json") != after
    assert after == before


def test_a_list_names_the_code_of_its_publication(visitor: Visitor) -> None:
    head = visitor.json(f"/cong-bo/{LATEST}.json")["hash"]
    page = visitor.get("/danh-sach")
    assert f"mã lần công bố {head[:16]}" in page.text
    assert head in page.text


def test_an_empty_register_has_nothing_to_cite(empty_visitor: Visitor) -> None:
    assert not empty_visitor.get("/danh-sach").all(".cite")
