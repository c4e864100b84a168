"""A register whose BASE_URL has a path: every link stays below it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import register_in
from tests.pages import Visitor

BELOW = "https://langson.example.vn/tgpl"


@pytest.fixture(scope="module")
def below(sample_folder: Path) -> Iterator[Flask]:
    with register_in(sample_folder, BASE_URL=BELOW) as app:
        yield app


@pytest.mark.parametrize(
    "path",
    ["/", "/danh-sach", "/tim-kiem?q=luat+su", "/to-chuc/TC-002", "/to-chuc/TC-002/ban/3", "/cong-bo/2"],
)
def test_every_link_of_a_page_stays_below_the_path(below: Flask, path: str) -> None:
    page = Visitor(below).get(f"/tgpl{path}", waive={"links"})
    for element in [*page.all("[href]"), *page.all("form[action]")]:
        target = element.get("href") or element.get("action") or ""
        assert target.startswith(("/tgpl/", "#", "tel:", "mailto:", "https://", "data:", "sms:", "geo:")), (
            target
        )
    assert page.find("link[rel=canonical]").get("href", "").startswith(BELOW)


def test_every_linked_page_answers(below: Flask) -> None:
    visitor = Visitor(below)
    for target in visitor.get("/tgpl/", waive={"links"}).links.values():
        if target.startswith("/"):
            assert visitor.client.get(target).status_code == 200, target


def test_redirects_and_data_stay_below_the_path(below: Flask) -> None:
    visitor = Visitor(below)
    assert visitor.client.get("/tgpl/to-chuc/LS-0001").headers["Location"] == "/tgpl/luat-su/LS-0001"
    dated = visitor.client.get("/tgpl/danh-sach?ngay=1/3/2026").headers["Location"]
    assert dated == "/tgpl/danh-sach?ngay=2026-03-01"
    assert visitor.json("/tgpl/api/v1/listings/TC-002")["url"] == f"{BELOW}/to-chuc/TC-002"


def test_a_proxy_may_take_the_path_off(below: Flask) -> None:
    page = Visitor(below).get("/danh-sach", waive={"links"})
    assert page.link("Các lần công bố") == "/tgpl/cong-bo"
    assert Visitor(below).client.get("/tgpl").status_code == 200
