"""What a phone keeps: the same for everyone, small, and nothing that may be wrong by tomorrow."""

from __future__ import annotations

import gzip
import json
from datetime import datetime, timedelta
from pathlib import Path

from flask import Flask

from app import clock
from tests.conftest import register_in
from tests.house.checkout import ROOT
from tests.pages import Visitor

MOST = 6000


def told(visitor: Visitor, path: str = "/sw.js") -> dict[str, object]:
    first, _, _rest = visitor.client.get(path).text.partition(";\n")
    kept: dict[str, object] = json.loads(first.removeprefix("const KEPT = "))
    return kept


def test_every_office_that_can_be_called_is_there_with_weekly_hours_only(visitor: Visitor) -> None:
    with clock.pretend(datetime(2026, 11, 24, 9, 0)):
        page = visitor.get("/ngoai-tuyen")
    assert len(page.all("main ul.results a.call")) >= 20
    assert "T2-T6 07:30-11:30" in page.text
    assert "Đang mở cửa" not in page.text
    assert "mở lại" not in page.text


def test_the_copy_of_who_is_entitled_says_of_which_day_it_is(visitor: Visitor) -> None:
    copy, page = visitor.get("/ngoai-tuyen/toi-co-duoc-tro-giup"), visitor.get("/toi-co-duoc-tro-giup")
    assert f"theo quy định ngày {clock.today():%d/%m/%Y}" in copy.text
    assert "Bản lưu" not in page.text
    assert copy.find("link[rel=canonical]").get("href") == page.find("link[rel=canonical]").get("href")


def test_the_worker_names_one_bundle_which_answers(visitor: Visitor) -> None:
    kept = told(visitor)
    files = kept["files"]
    assert isinstance(files, list)
    for path in files:
        with visitor.client.get(path) as answer:
            assert answer.status_code == 200, path
    assert {kept["page"], *kept["copies"].values()} <= set(files)  # type: ignore[attr-defined]


def test_another_day_or_publication_makes_another_bundle(visitor: Visitor) -> None:
    with clock.pretend(clock.now() + timedelta(days=1)):
        tomorrow = told(visitor)
    assert tomorrow["name"] != told(visitor)["name"]


def test_below_a_path_the_bundle_stays_there(sample_folder: Path) -> None:
    with register_in(sample_folder, BASE_URL="https://langson.example.vn/tgpl") as app:
        kept = told(Visitor(app), "/tgpl/sw.js")
        manifest = Visitor(app).client.get("/tgpl/manifest.webmanifest").get_json(force=True)
    assert all(str(path).startswith("/tgpl/") for path in kept["files"])  # type: ignore[attr-defined]
    assert (manifest["scope"], manifest["start_url"]) == ("/tgpl/", "/tgpl/")


def test_no_short_news_stands_on_what_is_kept(sample: Flask) -> None:
    visitor = Visitor(sample)
    with clock.pretend(datetime(2026, 11, 20, 9, 0)):
        pages = [visitor.get(path) for path in ("/ngoai-tuyen", "/ngoai-tuyen/toi-co-duoc-tro-giup")]
    assert not any(page.all("aside.banners") for page in pages)


def test_all_scripts_that_readers_get_weigh_little() -> None:
    scripts = [path for path in (ROOT / "static").glob("*.js") if path.name != "desk.js"]
    weights = {path.name: len(gzip.compress(path.read_bytes(), 6)) for path in scripts}
    assert sum(weights.values()) <= MOST, weights
