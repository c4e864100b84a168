"""What public doors read: ledger tables only, and while the index is behind, one publication throughout."""

from __future__ import annotations

import re

from flask import Flask
from sqlalchemy import event

from app.search import folder
from tests.doors.happenings import change
from tests.pages import Visitor
from tests.sample import LATEST, NEXT

PATHS = (
    "/",
    "/tim-kiem?q=luat+su",
    "/danh-sach?ngay=2025-01-01",
    "/to-chuc/TC-002",
    "/to-chuc/TC-002/ban/3",
    "/cong-bo",
    "/cong-bo/3",
    "/to-chuc/TC-002/lich-su",
    f"/tep/{'0' * 64}/x.pdf",
    "/so-do-trang",
    "/cong-bo/3/danh-sach.json",
    "/api/v1/listings",
    "/api/v1/listings/TC-002/versions",
    "/toi-co-duoc-tro-giup",
    "/van-de/dat-dai",
    "/xa",
    "/xa/06529",
    "/xa/06529.pdf",
    "/kiem-tra?q=lanh+mau+son",
    "/tinh-trang",
    "/readyz",
    "/khong-co",
)


def test_public_doors_read_the_ledger_and_nothing_else(living: Flask) -> None:
    statements: list[str] = []
    engine = living.extensions["instance"].engine
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    for path in PATHS:
        Visitor(living).client.get(path)
    assert statements
    tables = {table for statement in statements for table in re.findall(r"(?:FROM|JOIN) (\w+)", statement)}
    assert tables <= {"ledger_publication", "ledger_entry", "ledger_snapshot", "ledger_key"}
    assert all(statement.startswith(("SELECT", "PRAGMA", "BEGIN")) for statement in statements)


def test_while_the_index_is_behind_the_whole_answer_is_for_its_publication(living: Flask) -> None:
    visitor = Visitor(living)
    visitor.get("/tim-kiem?q=na+duong")
    with folder.sole_writer(living.extensions["instance"].settings.instance_dir / "index", wait=True):
        change(living, "TC-007", phone="02053000079")
        page = visitor.get("/tim-kiem?q=na+duong")
        data = visitor.json("/api/v1/search?q=na+duong")
    assert page.headers["X-Publication"] == str(LATEST)
    assert f"Lần công bố {LATEST}" in page.text
    assert page.find("main a.call").get("href") == "tel:+842053000078"
    assert (data["publication"], data["items"][0]["phone"]) == (LATEST, "02053000078")
    assert page.headers["Cache-Control"] == "no-store"
    after = visitor.get("/tim-kiem?q=na+duong")
    assert after.headers["X-Publication"] == str(NEXT)
    assert after.find("main a.call").get("href") == "tel:+842053000079"
