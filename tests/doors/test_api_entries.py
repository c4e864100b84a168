"""The ledger's entries through the API: whoever mirrors them has all, once, and can check every hash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from app.ledger.append import Line
from app.ledger.commitment import snapshot_hash
from tests.doors.happenings import change, forget_redactions, publish, redact, withdraw
from tests.pages import Visitor

KEYS = ["number", "publication", "listing", "act", "holds_from", "snapshot_hash", "snapshot"]


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    forget_redactions()


def test_an_entry_has_the_keys_of_the_contract(visitor: Visitor) -> None:
    page = visitor.json("/api/v1/entries?limit=1")
    assert list(page) == ["items", "next", "publication", "total"]
    [first] = page["items"]
    assert list(first) == KEYS, "absent rather than null: it corrects nothing"
    assert (first["number"], first["publication"], first["act"]) == (1, 1, "listed")
    items = visitor.json("/api/v1/entries?limit=500")["items"]
    corrected = next(item for item in items if item["act"] == "corrected")
    assert list(corrected) == [*KEYS[:5], "target", *KEYS[5:]]
    assert items[corrected["target"] - 1]["listing"] == corrected["listing"]


def test_every_snapshot_verifies_though_page_fields_are_commitments(visitor: Visitor) -> None:
    items = visitor.json("/api/v1/entries?limit=500")["items"]
    assert [item["number"] for item in items] == list(range(1, len(items) + 1))
    for item in items:
        assert snapshot_hash(item["snapshot"]) == item["snapshot_hash"]
    office = next(item for item in items if item["listing"] == "TC-001")["snapshot"]["fields"]
    assert isinstance(office["name"], list)
    assert isinstance(office["licence_number"], str)


def test_since_gives_what_came_after_and_nothing_twice(visitor: Visitor) -> None:
    whole = visitor.json("/api/v1/entries?limit=500")
    rest = visitor.json("/api/v1/entries?since=20&limit=500")
    assert rest["items"] == whole["items"][20:]
    assert (rest["total"], whole["total"]) == (len(whole["items"]) - 20, len(whole["items"]))
    assert visitor.json("/api/v1/entries?since=0")["total"] == whole["total"]
    for beyond in (whole["total"], 999_999_999):
        page = visitor.json(f"/api/v1/entries?since={beyond}")
        assert (page["items"], page["total"], "next" in page) == ([], 0, False)


def test_cursors_walk_through_all_in_one_state(living: Flask) -> None:
    visitor = Visitor(living)
    whole = visitor.json("/api/v1/entries?since=3&limit=500")
    answer = visitor.client.get("/api/v1/entries?since=3&limit=7")
    seen = answer.json["items"]  # type: ignore[index]
    change(living, "TC-002", phone="02053000024")
    while link := answer.headers.get("Link"):
        answer = visitor.client.get(link.partition(">")[0].removeprefix("<https://tgpl.example.vn"))
        seen += answer.json["items"]  # type: ignore[index]
        assert int(answer.headers["X-Publication"]) == whole["publication"]
    assert seen == whole["items"]
    assert len(visitor.json(f"/api/v1/entries?since={whole['items'][-1]['number']}")["items"]) == 1


def test_every_act_is_told(living: Flask) -> None:
    visitor = Visitor(living)
    last = visitor.json("/api/v1/entries")["total"]
    publish(living, Line("TC-002", "ended", date(2026, 11, 1), {"name": "Công ty", "status": "ended"}))
    withdraw(living, "TC-006")
    redact(living, "TC-001", 2, "phone")
    ended, withdrawn, redacted = visitor.json(f"/api/v1/entries?since={last}")["items"]
    assert ended["holds_from"] == "2026-11-01"
    assert list(withdrawn) == ["number", "publication", "listing", "act", "snapshot_hash", "snapshot"]
    assert withdrawn["snapshot"] == {}
    assert redacted["snapshot"]["fields"]["redacted"][1] == ["phone"]
    taken = visitor.json("/api/v1/entries?since=1&limit=1")["items"][0]
    assert isinstance(taken["snapshot"]["fields"]["phone"], str)
    assert snapshot_hash(taken["snapshot"]) == taken["snapshot_hash"]


@pytest.mark.parametrize(
    "query",
    ["since=-1", "since=x", "since=", "since=1.5", "limit=0", "limit=501", "cursor=x", "as_of=2025-01-01"],
)
def test_what_cannot_be_read_is_named(visitor: Visitor, query: str) -> None:
    error = visitor.json(f"/api/v1/entries?{query}", 400)["error"]
    assert (error["code"], error["parameter"]) == ("bad_parameter", query.partition("=")[0])


def test_a_cursor_opens_only_for_its_own_since(visitor: Visitor) -> None:
    cursor = visitor.json("/api/v1/entries?limit=1")["next"]
    assert visitor.json(f"/api/v1/entries?since=1&cursor={cursor}", 400)["error"]["parameter"] == "cursor"


def test_an_empty_register_has_no_entries(empty_visitor: Visitor) -> None:
    assert empty_visitor.json("/api/v1/entries") == {"items": [], "publication": 0, "total": 0}
