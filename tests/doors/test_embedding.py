"""Parts of the register on other sites: plain, in a frame or copied, saying where they come from."""

from __future__ import annotations

from html import unescape

import pytest

from tests.pages import Visitor
from tests.sample import LATEST

EMBEDS = (
    *("/nhung/danh-sach/to-chuc", "/nhung/danh-sach/nguoi-thuc-hien"),
    *("/nhung/xa/06529", "/nhung/trung-tam/TT-01"),
)
BASE = "https://tgpl.example.vn"


@pytest.mark.parametrize("path", EMBEDS)
def test_an_embed_may_be_framed_anywhere_and_runs_no_script(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    policy = page.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "unsafe" not in policy
    assert not page.all("script")
    assert page.headers["X-Publication"] == str(LATEST)


@pytest.mark.parametrize("path", EMBEDS)
def test_an_embed_says_which_publication_it_shows_and_where_the_newest_is(
    visitor: Visitor, path: str
) -> None:
    page = visitor.get(path)
    assert f"Theo lần công bố {LATEST}, ngày" in page.text
    newest = BASE + path.removeprefix("/nhung")
    assert page.link(newest) == newest
    assert "DỮ LIỆU MẪU" in page.text


@pytest.mark.parametrize("path", EMBEDS)
def test_what_is_copied_still_leads_here(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    for anchor in page.all("a[href]"):
        assert anchor.get("href", "").startswith((BASE, "tel:"))
        assert anchor.get("href", "").startswith("tel:") or anchor.get("target") == "_blank"


def test_nothing_else_may_be_framed(visitor: Visitor) -> None:
    for path in ("/", "/nhung", "/danh-sach/to-chuc", "/trung-tam/TT-01"):
        assert "frame-ancestors 'none'" in visitor.get(path).headers["Content-Security-Policy"]


def test_an_embedded_list_holds_all_that_can_be_chosen(visitor: Visitor) -> None:
    for name in ("to-chuc", "nguoi-thuc-hien"):
        linked = {one.get("href") for one in visitor.get(f"/nhung/danh-sach/{name}").all("li a")}
        assert {one["url"] for one in visitor.json(f"/danh-sach/{name}.json")["items"]} <= linked


def test_the_page_of_embeds_gives_the_line_to_paste(visitor: Visitor) -> None:
    page = visitor.get("/nhung?xa=06529")
    lines = [unescape("".join(code.itertext())) for code in page.all("pre code")]
    assert len(lines) == 4
    for path, line in zip((*EMBEDS[:2], EMBEDS[3], EMBEDS[2]), lines, strict=True):
        assert line.startswith(f'<iframe src="{BASE}{path}" title="')
        assert "script" not in line


def test_what_cannot_be_embedded_is_not_found(visitor: Visitor) -> None:
    for path in ("/nhung/trung-tam/TT-99", "/nhung/trung-tam/TC-001", "/nhung/xa/00001", "/nhung/xa/99999"):
        visitor.get(path, 404)


def test_an_empty_register_embeds_that_nothing_was_published_yet(empty_visitor: Visitor) -> None:
    for path in EMBEDS[:3]:
        assert "Chưa có lần công bố nào" in empty_visitor.get(path).text
