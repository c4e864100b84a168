"""What every answer carries: ETag, 304, gzip, how long it may be kept, what browsers are told; no cookie."""

from __future__ import annotations

import gzip
from datetime import datetime

import brotli
import pytest
from flask import Flask

from app import clock
from app.web.assets import STATIC, asset, names
from tests.pages import Visitor
from tests.sample import LATEST

PAGES = (
    "/",
    "/danh-sach",
    "/danh-sach/to-chuc",
    "/to-chuc/TC-001",
    "/to-chuc/TC-002/ban/3",
    "/cong-bo",
    "/cong-bo/2",
    "/to-chuc/TC-002/lich-su",
    "/so-do-trang",
    "/gioi-thieu",
)
FILES = (
    "/danh-sach.json",
    "/to-chuc/TC-001.json",
    "/cong-bo.json",
    "/cong-bo/2.json",
    "/cong-bo/2/danh-sach.json",
)
API = (
    "/api/v1/listings",
    "/api/v1/listings/TC-001",
    "/api/v1/listings/TC-001/versions",
    "/api/v1/publications",
)


@pytest.mark.parametrize("path", [*PAGES, *FILES, *API, "/sitemap.xml", "/robots.txt"])
def test_an_answer_once_fetched_is_not_sent_again(visitor: Visitor, path: str) -> None:
    with clock.pretend(datetime(2026, 12, 1, 9, 0)):
        first = visitor.client.get(path)
        again = visitor.client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert first.headers["ETag"].startswith('W/"')
    assert first.headers["X-Publication"].isdigit()
    assert (again.status_code, again.data) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary", "X-Publication"):
        assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize("path", ["/", "/danh-sach.json", "/tim-kiem?q=luat+su"])
def test_whoever_takes_gzip_gets_gzip_with_the_same_etag(visitor: Visitor, path: str) -> None:
    plain = visitor.client.get(path)
    zipped = visitor.client.get(path, headers={"Accept-Encoding": "gzip, br"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(zipped.data) == plain.data
    assert len(zipped.data) == int(zipped.headers["Content-Length"])
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert zipped.headers.get("ETag") == plain.headers.get("ETag")


def test_the_style_sheet_is_zipped_and_kept_for_ever(visitor: Visitor) -> None:
    address = visitor.get("/").find("link[rel=stylesheet]").get("href", "")
    sheet = visitor.get(address, Accept_Encoding="gzip")
    assert "immutable" in sheet.headers["Cache-Control"]
    assert sheet.headers["Content-Encoding"] == "gzip"
    assert ".search" in sheet.source
    visitor.get(address, 304, If_None_Match=sheet.headers["ETag"])


def test_a_style_sheet_is_sent_as_short_as_the_browser_can_take_it(visitor: Visitor) -> None:
    address = visitor.get("/").find("link[rel=stylesheet]").get("href", "")
    plain, zipped, shortest = (
        visitor.client.get(address, headers={"Accept-Encoding": asked}) for asked in ("", "gzip", "gzip, br")
    )
    assert b"/*" not in plain.data
    assert brotli.decompress(shortest.data) == gzip.decompress(zipped.data) == plain.data
    assert len(shortest.data) < len(zipped.data) < len(plain.data) < (STATIC / "site.css").stat().st_size
    assert shortest.headers["Content-Encoding"] == "br"
    assert shortest.headers["Content-Length"] == str(len(shortest.data))
    assert "Accept-Encoding" in shortest.headers["Vary"]


def test_a_file_of_the_look_loads_nothing_by_itself_and_has_one_address(visitor: Visitor) -> None:
    for name in names():
        answer = visitor.client.get(asset(name))
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.mimetype in ("text/css", "text/javascript", "image/svg+xml")
        assert visitor.client.get(f"/static/{'0' * 12}/{name}").status_code == 404


def test_head_answers_as_get_without_a_body(visitor: Visitor) -> None:
    for path in ("/", "/danh-sach.json", "/khong-co"):
        asked, got = visitor.client.head(path), visitor.client.get(path)
        assert (asked.status_code, asked.data) == (got.status_code, b"")
        for name in ("Content-Type", "Content-Length", "Cache-Control", "Content-Security-Policy"):
            assert asked.headers[name] == got.headers[name]


def test_no_answer_outlives_the_day(visitor: Visitor) -> None:
    with clock.pretend(datetime(2026, 12, 1, 12, 0)):
        assert "max-age=60," in visitor.client.get("/danh-sach").headers["Cache-Control"]
    with clock.pretend(datetime(2026, 12, 1, 23, 59, 50)):
        assert "max-age=10," in visitor.client.get("/danh-sach").headers["Cache-Control"]


def test_what_lasts_may_be_kept_five_minutes(visitor: Visitor) -> None:
    for path in ("/to-chuc/TC-002/ban/3", "/cong-bo/2", "/cong-bo/2.json", "/cong-bo/2/danh-sach.json"):
        assert "max-age=300, must-revalidate" in visitor.client.get(path).headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["/khong-co", "/luat-su/LS-9999", "/danh-sach?ngay=x", "/healthz", "/readyz"]
)
def test_errors_and_health_are_never_kept(visitor: Visitor, path: str) -> None:
    answer = visitor.client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_an_error_page_names_the_publication_around_it(visitor: Visitor) -> None:
    for path in ("/khong-co", "/luat-su/LS-9999", "/danh-sach?ngay=x"):
        assert visitor.client.get(path).headers["X-Publication"] == str(LATEST)


@pytest.mark.parametrize(
    "path", [*PAGES, *FILES, *API, "/tim-kiem?q=a", "/khong-co", "/api/khong-co", "/healthz"]
)
def test_every_answer_is_safe_and_sets_no_cookie(visitor: Visitor, path: str) -> None:
    headers = visitor.client.get(path).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", [*FILES, *API, "/api/v1/search?q=a", "/api/khong-co"])
def test_data_may_be_read_by_the_pages_of_others(visitor: Visitor, path: str) -> None:
    assert visitor.client.get(path).headers["Access-Control-Allow-Origin"] == "*"


def test_the_host_header_names_nothing(visitor: Visitor) -> None:
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    for path in ("/", "/to-chuc/TC-001", "/danh-sach.json", "/api/v1/listings?limit=1", "/sitemap.xml"):
        answer = visitor.client.get(path, headers=forged)
        assert "evil.example" not in answer.text + str(answer.headers)
    assert "evil.example" not in visitor.client.get("/to-chuc/LS-0001", headers=forged).headers["Location"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_public_addresses_take_nothing(visitor: Visitor, method: str) -> None:
    page = visitor.client.open("/danh-sach", method=method)
    assert page.status_code == 405
    assert "GET" in page.headers["Allow"]
    assert "chỉ để xem" in page.text
    data = visitor.client.open("/api/v1/listings", method=method)
    assert data.json
    assert data.json["error"]["code"] == "method_not_allowed"


def test_an_unexpected_error_says_sorry_and_tells_nothing(living: Flask) -> None:
    living.extensions["instance"].search = None
    page = Visitor(living).get("/tim-kiem?q=abc", 500)
    assert "Lỗi ở phía chúng tôi" in page.text
    assert "NoneType" not in page.text
    assert page.find("main a.call").get("href") == "tel:+842053000000"
