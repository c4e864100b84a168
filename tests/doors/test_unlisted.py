"""Banners on every page while they hold, alerts at their office, and no list or search that knows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from flask import Flask

from app import clock
from tests.conftest import register_in, run
from tests.doors.happenings import publish
from tests.pages import Visitor, words
from tests.rooms.every_kind import one_of_each, public
from tests.rooms.small_register import listed

BANNER, ALERT = "Trang tạm ngừng từ ngày 31/12/2026.", "Nghỉ tiếp dân ngày 05/12."
LASTING = {"effective_from": "2026-12-01", "effective_to": "2026-12-31"}
OLD_PAGES = ("/trung-tam/TT-01/ban/1", "/cong-bo/1")
PAGES = ("/", "/danh-sach", "/trung-tam/TT-01", "/tim-kiem?q=luat+su", "/gioi-thieu", *OLD_PAGES)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A register with one of each kind, a word, a banner and an alert."""
    with register_in(tmp_path_factory.mktemp("unlisted")) as app:
        app.extensions["instance"].prepare()
        outage = {"name": BANNER, "banner_type": "outage", "outage_on": "2026-12-31"}
        with clock.pretend(datetime(2026, 11, 30, 9)):
            publish(
                app,
                *one_of_each(),
                listed("TN-0001", public("vocabulary", name="từ riêng")),
                listed("BN-0001", public("banner", **outage, **LASTING)),
                listed(
                    "BN-0002", public("banner", name=ALERT, banner_type="alert", office="TT-01", **LASTING)
                ),
            )
        yield app


@pytest.fixture
def reader(every: Flask) -> Iterator[Visitor]:
    with clock.pretend(datetime(2026, 12, 2, 9)):
        yield Visitor(every)


@pytest.mark.parametrize("path", PAGES)
def test_a_banner_stands_above_every_page_until_its_day_is_over(reader: Visitor, path: str) -> None:
    page = reader.get(path)
    assert words(page.find("aside.banners")) == BANNER
    assert page.find("aside.banners a").get("href") == "/tin-ngan/BN-0001"
    for day in (datetime(2026, 11, 30), datetime(2027, 1, 1)):
        with clock.pretend(day):
            assert not reader.get(path).all("aside.banners")


def test_an_error_shows_it_too(reader: Visitor) -> None:
    assert BANNER in reader.get("/khong-co", 404).text


@pytest.mark.parametrize("path", OLD_PAGES)
def test_what_lasts_is_not_kept_past_the_day_of_a_banner(reader: Visitor, path: str) -> None:
    assert "max-age=300," in reader.client.get(path).headers["Cache-Control"]
    with clock.pretend(datetime(2026, 12, 31, 23, 59)):
        assert "max-age=60," in reader.client.get(path).headers["Cache-Control"]
    with clock.pretend(datetime(2027, 1, 1, 23, 59)):
        assert "max-age=300," in reader.client.get(path).headers["Cache-Control"]


def test_an_alert_stands_where_its_office_is_called(reader: Visitor) -> None:
    assert ALERT in words(reader.get("/trung-tam/TT-01").find("aside.contact"))
    assert ALERT in words(reader.get("/tim-kiem?q=trung+tam").find("ol.results"))
    for path in ("/", "/to-chuc/TC-001", "/trung-tam/TT-01?ngay=2026-12-02", "/trung-tam/TT-01/ban/1"):
        assert ALERT not in reader.get(path).text
    with clock.pretend(datetime(2027, 1, 1, 9)):
        assert ALERT not in reader.get("/trung-tam/TT-01").text


@pytest.mark.parametrize(
    "path",
    [
        "/danh-sach.json",
        "/danh-sach.csv",
        "/danh-sach/to-chuc.csv",
        "/cong-bo/1/danh-sach.csv",
        "/api/v1/listings?status=all",
        "/api/v1/search?q=tu+rieng",
        "/api/v1/search?q=tin+ngan",
        "/tim-kiem.json?q=tam+ngung",
        "/sitemap.xml",
    ],
)
def test_no_list_no_file_and_no_search_knows_them(reader: Visitor, path: str) -> None:
    answer = reader.client.get(path)
    assert answer.status_code == 200
    assert not [one for one in ("TN-0001", "BN-0001", "BN-0002") if one in answer.text]


def test_they_cannot_be_asked_for_as_a_kind(reader: Visitor) -> None:
    reader.get("/tim-kiem?loai=tin-ngan", 400)
    assert reader.client.get("/api/v1/listings?kind=banner").status_code == 400


def test_their_publication_and_history_tell_them(reader: Visitor) -> None:
    published = reader.get("/cong-bo/1")
    assert {"/tu-ngu/TN-0001", "/tin-ngan/BN-0001", "/tin-ngan/BN-0002"} <= set(published.links.values())
    whole = reader.json("/cong-bo/1/danh-sach.json")
    assert "TN-0001" in str(whole)
    assert "từ riêng" in reader.get("/tu-ngu/TN-0001/lich-su").text


@pytest.mark.parametrize("path", ["/tu-ngu/TN-0001", "/tin-ngan/BN-0001", "/tin-ngan/BN-0002"])
def test_each_has_a_page_that_search_engines_leave_out(reader: Visitor, path: str) -> None:
    page = reader.get(path)
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "/cong-bo" in [link.get("href") for link in page.all("nav.crumbs a")]
    assert page.find("aside.contact a.call")
    assert "Giúp được việc gì" not in page.text
    reader.json(f"{path}.json")


def test_a_banner_that_is_over_says_so_first(reader: Visitor) -> None:
    with clock.pretend(datetime(2027, 1, 1, 9)):
        page = reader.get("/tin-ngan/BN-0001")
    assert words(page.find("div.notice")).startswith("Hết hiệu lực ngày 31/12/2026.")


def test_the_ledger_with_them_verifies(every: Flask) -> None:
    assert run(every, "verify").startswith("OK 1 ")
