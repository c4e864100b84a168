"""Problems in lay words: a number first, only what the law says, and care where others may look."""

from __future__ import annotations

import pytest

from app.guidance.problems import Problem, problems
from app.kinds.codes import FIELDS_OF_LAW
from app.vietnamese import fold
from tests.pages import Page, Visitor

PLAIN = [one for one in problems() if not one.discreet]
DISCREET = [one for one in problems() if one.discreet]
TELLING = ("bao luc", "mua ban", "xam hai", "hiv", "nan nhan", "danh dap")


def calls(page: Page) -> list[str]:
    return [link.get("href", "") for link in page.all("main a.call")]


def slugs(some: list[Problem]) -> list[str]:
    return [one.slug for one in some]


def test_there_are_about_fifteen_each_with_its_own_address() -> None:
    assert 14 <= len(problems()) <= 17
    assert len({one.slug for one in problems()}) == len(problems())
    assert all(one.basis and one.say and one.bring for one in problems())
    assert {one.field for one in problems() if one.field} <= set(FIELDS_OF_LAW.order)


def test_being_arrested_and_being_harmed_are_two_problems() -> None:
    assert {"bi-bat", "bi-hai"} <= {one.slug for one in problems()}


@pytest.mark.parametrize("slug", slugs(PLAIN))
def test_each_problem_leads_to_the_phone_to_a_place_and_to_those_who_help(
    visitor: Visitor, slug: str
) -> None:
    page = visitor.get(f"/van-de/{slug}")
    assert "tel:+842053000000" in calls(page)
    assert page.find("main form[action=/xa] input").get("name") == "q"
    for told in ("Làm được gì cho bạn", "Gọi thì nói gì", "Mang theo gì", "Căn cứ:"):
        assert told in page.text


@pytest.mark.parametrize("slug", [one.slug for one in PLAIN if one.field])
def test_who_helps_with_it_is_found(visitor: Visitor, slug: str) -> None:
    found = visitor.get(visitor.get(f"/van-de/{slug}").link("Xem những nơi nhận việc này"))
    assert found.all("ol.results li")


@pytest.mark.parametrize("slug", slugs(PLAIN)[:-1])
def test_where_legal_aid_ends_is_said(visitor: Visitor, slug: str) -> None:
    assert "Không giúp việc kinh doanh, thương mại" in visitor.get(f"/van-de/{slug}").text


@pytest.mark.parametrize("slug", slugs(DISCREET))
def test_a_discreet_page_has_numbers_first_a_way_out_and_an_honest_line(visitor: Visitor, slug: str) -> None:
    page = visitor.get(f"/van-de/{slug}")
    assert calls(page) == ["tel:113", "tel:111", "tel:+842053000000"]
    assert page.find("p.exit a").get("rel") == "noreferrer"
    visitor.get(page.link("Thoát nhanh"))
    assert "Trang này vẫn nằm trong lịch sử trình duyệt" in page.text
    assert not page.all("script[src]")


@pytest.mark.parametrize("one", DISCREET, ids=slugs(DISCREET))
def test_a_discreet_page_is_neutral_from_outside_and_kept_nowhere(visitor: Visitor, one: Problem) -> None:
    page = visitor.get(f"/van-de/{one.slug}")
    outside = fold(f"{page.title} {one.slug.replace('-', ' ')} {one.words} {one.home}")
    assert not [word for word in TELLING if word in outside]
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "linh-vuc" not in page.source


def test_the_list_of_problems_leads_to_each(visitor: Visitor) -> None:
    linked = set(visitor.get("/van-de").links.values())
    assert {f"/van-de/{one.slug}" for one in problems()} <= linked


def test_being_refused_is_a_problem_too(visitor: Visitor) -> None:
    text = visitor.get("/van-de/khong-duoc-tro-giup").text
    assert "03 ngày làm việc" in text
    assert "15 ngày" in text


def test_what_is_no_problem_is_not_found(visitor: Visitor) -> None:
    visitor.get("/van-de/khong-co", 404)


def test_the_site_map_knows_problems_and_places(visitor: Visitor) -> None:
    sitemap = visitor.get("/sitemap.xml").source
    for path in ("/toi-co-duoc-tro-giup", "/van-de", "/van-de/dat-dai", "/xa", "/xa/06529"):
        assert f"<loc>https://tgpl.example.vn{path}</loc>" in sitemap
    tree = visitor.get("/so-do-trang")
    assert tree.link("Đất đai, nhà ở") == "/van-de/dat-dai"
    assert tree.link("Tìm theo xã, phường (65)") == "/xa"


def test_before_the_first_publication_problems_are_told_all_the_same(empty_visitor: Visitor) -> None:
    for path in ("/van-de", "/van-de/dat-dai"):
        assert "Chưa có lần công bố nào" in empty_visitor.get(path).text
