"""What machines ask: does it live, is it ready, what may be indexed."""

from __future__ import annotations

import gc
import re
import shutil
import sqlite3

from flask import Flask

from tests.pages import Visitor
from tests.sample import LATEST


def database(app: Flask) -> sqlite3.Connection:
    return sqlite3.connect(app.extensions["instance"].settings.instance_dir / "register.db")


def test_a_sound_register_is_ready(visitor: Visitor) -> None:
    assert visitor.json("/healthz") == {"status": "ok"}
    assert visitor.json("/readyz") == {"status": "ready"}


def test_an_empty_register_is_empty(empty_visitor: Visitor) -> None:
    assert empty_visitor.json("/readyz") == {"status": "empty"}


def test_without_its_index_it_makes_a_new_one(living: Flask) -> None:
    shutil.rmtree(living.extensions["instance"].settings.instance_dir / "index", ignore_errors=True)
    visitor = Visitor(living)
    assert visitor.get("/tim-kiem?q=loc+binh").all("ol.results li")
    assert visitor.json("/readyz") == {"status": "ready"}


def test_a_head_that_does_not_verify_is_not_ready(living: Flask) -> None:
    with database(living) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        other = "CASE substr(hash, 1, 1) WHEN 'a' THEN 'b' ELSE 'a' END || substr(hash, 2)"
        connection.execute(f"UPDATE ledger_publication SET hash = {other} WHERE number = {LATEST}")  # noqa: S608
    assert Visitor(living).json("/readyz", 503)["error"]["code"] == "unavailable"


def test_a_database_that_cannot_be_read_is_not_ready_but_alive(living: Flask) -> None:
    with database(living) as connection:
        connection.execute("ALTER TABLE ledger_publication RENAME TO lost")
    visitor = Visitor(living)
    assert visitor.json("/healthz") == {"status": "ok"}
    assert visitor.json("/readyz", 503)["error"]["status"] == 503
    page = visitor.get("/danh-sach", 500)
    assert "Chưa có lần công bố nào" not in page.text, "we cannot know that"


def test_the_site_map_names_every_page_that_stays(visitor: Visitor) -> None:
    named = re.findall("<loc>(.*?)</loc>", visitor.client.get("/sitemap.xml").text)
    assert "https://tgpl.example.vn/luat-su/LS-0001" in named
    assert "https://tgpl.example.vn/cong-bo/4" in named
    assert "https://tgpl.example.vn/luat-su/LS-0005" not in named, "ended"
    assert "https://tgpl.example.vn/sitemap.xml" in visitor.client.get("/robots.txt").text


def test_what_was_loaded_before_the_first_answer_is_not_looked_through_again(visitor: Visitor) -> None:
    visitor.json("/healthz")
    assert gc.get_freeze_count() > 100_000  # Flask, SQLAlchemy, the vocabulary and the places alone are more
