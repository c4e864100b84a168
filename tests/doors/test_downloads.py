"""Lists and publications as CSV and workbook: what people fetch, what comes with it, what stays the same."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from flask import Flask

from app import clock
from app.canonical import encode
from app.public.lists import LISTS
from tests.doors.happenings import change, forget_redactions, redact
from tests.pages import Visitor
from tests.rooms.opened import facts, sheet, table, workbook

DAYS = ("", "?ngay=2024-01-01", "?hieu-luc=2026-01-01", "?ngay=2026-03-10&hieu-luc=2027-12-31")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUFFIXES = ("csv", "xlsx")
PUBLICATIONS = [f"/cong-bo/{number}/danh-sach.{suffix}" for number in (1, 3) for suffix in SUFFIXES]
FILES = [f"{listed.path}.{suffix}" for listed in LISTS.values() for suffix in SUFFIXES] + PUBLICATIONS


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    forget_redactions()


@pytest.mark.parametrize("path", FILES)
def test_a_file_names_its_publication_and_its_head(visitor: Visitor, path: str) -> None:
    answer = visitor.client.get(path)
    number = int(answer.headers["X-Publication"])
    assert answer.headers["X-Head"] == visitor.json(f"/cong-bo/{number}.json")["hash"]
    assert answer.headers["Content-Type"] == ("text/csv; charset=utf-8" if path.endswith("csv") else XLSX)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "X-Head" in answer.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", FILES)
def test_a_file_once_fetched_is_not_sent_again(visitor: Visitor, path: str) -> None:
    first = visitor.client.get(path)
    again = visitor.client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["X-Head"] == first.headers["X-Head"]


@pytest.mark.parametrize("path", FILES)
def test_a_file_travels_zipped_and_its_head_alone_as_well(visitor: Visitor, path: str) -> None:
    plain = visitor.client.get(path)
    zipped = visitor.client.get(path, headers={"Accept-Encoding": "gzip"})
    worth_it = len(plain.data) >= 500
    assert zipped.headers.get("Content-Encoding") == ("gzip" if worth_it else None)
    assert (gzip.decompress(zipped.data) if worth_it else zipped.data) == plain.data
    assert zipped.headers["ETag"] == plain.headers["ETag"]
    head = visitor.client.head(path)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == plain.headers["Content-Length"]


def test_a_file_is_called_what_it_is(visitor: Visitor) -> None:
    def name(path: str) -> str:
        return visitor.client.get(path).headers["Content-Disposition"].partition("filename=")[2]

    newest = visitor.json("/cong-bo.json")["publication"]
    assert name("/danh-sach.csv") == f'"mau-danh-sach-lan-{newest}.csv"'
    assert name("/danh-sach/to-chuc.xlsx") == f'"mau-danh-sach-to-chuc-lan-{newest}.xlsx"'
    assert name("/danh-sach.csv?ngay=2024-01-01") == '"mau-danh-sach-ngay-2024-01-01-lan-1.csv"'
    assert name("/cong-bo/2/danh-sach.xlsx") == '"mau-danh-sach-cong-bo-lan-2.xlsx"'


@pytest.mark.parametrize("listed", LISTS.values(), ids=lambda listed: listed.path)
@pytest.mark.parametrize("days", DAYS)
def test_csv_says_what_json_says_in_the_same_order(visitor: Visitor, listed: Any, days: str) -> None:
    rows = table(visitor.client.get(f"{listed.path}.csv{days}").data)
    data = visitor.json(f"{listed.path}.json{days}")
    items = data["items"] + data["apart"]
    assert [*rows] == [item["id"] for item in items]
    for item in items:
        row = rows[item["id"]]
        told = {key for key, cell in row.items() if cell and not key.startswith("office_")}
        assert told == {*item}
        for key, value in item.items():
            assert row[key] == _as_cell(value, row[key]), key


def _as_cell(value: Any, cell: str) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return str(value.get("id", cell))
        case [dict(), *_]:
            return ";".join(one["id"] for one in value) if "id" in value[0] else cell
        case [str(), *_]:
            return ";".join(value)
        case list():
            return cell
    return str(value)


def test_a_day_asked_for_is_told_in_the_workbook(visitor: Visitor) -> None:
    book = workbook(visitor.client.get("/danh-sach/to-chuc.xlsx?ngay=2024-01-01").data)
    told = facts(book, "Lần công bố")
    assert told["Thời điểm"] == "Bản cũ: như đã công bố đến ngày 01/01/2024"
    assert told["Lần công bố"] == 1
    assert "Thời điểm" not in facts(workbook(visitor.client.get("/danh-sach.xlsx").data), "Lần công bố")


def test_an_old_list_is_not_for_search_engines(visitor: Visitor) -> None:
    assert visitor.client.get("/danh-sach.csv?ngay=2024-01-01").headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_cannot_be_read_is_told_as_data(visitor: Visitor, suffix: str) -> None:
    for query in ("x=1", "ngay=01/03/2026", "ngay=2199-01-01", "trang=2", "ngay="):
        error = visitor.json(f"/danh-sach.{suffix}?{query}", 400)["error"]
        assert (error["code"], error["parameter"]) == ("bad_parameter", query.partition("=")[0])
    for path in ("/danh-sach/khong-co", "/cong-bo/99/danh-sach", "/cong-bo/0/danh-sach"):
        assert visitor.json(f"{path}.{suffix}", 404)["error"]["code"] == "not_found"


def test_pages_lead_to_their_files_at_the_same_moment(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach/to-chuc?ngay=2026-03-10")
    assert page.link("CSV") == "/danh-sach/to-chuc.csv?ngay=2026-03-10"
    assert page.link("Excel") == "/danh-sach/to-chuc.xlsx?ngay=2026-03-10"
    page = visitor.get("/cong-bo/2")
    assert page.link("(CSV)") == "/cong-bo/2/danh-sach.csv"
    assert page.link("(Excel)") == "/cong-bo/2/danh-sach.xlsx"


def test_an_empty_register_has_files_with_nothing_in_them(empty_visitor: Visitor) -> None:
    answer = empty_visitor.client.get("/danh-sach.csv")
    assert (answer.headers["X-Publication"], "X-Head" in answer.headers) == ("0", False)
    assert table(answer.data) == {}
    assert "mau" not in answer.headers["Content-Disposition"]
    assert workbook(empty_visitor.client.get("/danh-sach.xlsx").data).sheetnames[0] == "Trung tâm"


def test_the_file_of_a_publication_holds_what_counts_on_its_own_day(visitor: Visitor) -> None:
    rows = table(visitor.client.get("/cong-bo/1/danh-sach.csv").data)
    assert rows["TC-002"]["phone"] == "02053000022"
    assert "TC-007" not in rows
    chosen = {one["entry"] for one in visitor.json("/cong-bo/1/danh-sach.json")["snapshots"]}
    assert {int(row["entry"]) for row in rows.values()} == chosen
    book = workbook(visitor.client.get("/cong-bo/1/danh-sach.xlsx").data)
    assert sum(len(sheet(book, title)) for title in book.sheetnames[:10]) == len(rows)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_file_of_a_publication_stays_the_same_whatever_comes_later(living: Flask, suffix: str) -> None:
    visitor, path = Visitor(living), f"/cong-bo/3/danh-sach.{suffix}"
    before = visitor.client.get(path)
    change(living, "TC-002", phone="02053000024")
    with clock.pretend(datetime(2031, 5, 1, 12)):
        after = visitor.client.get(path)
    assert (after.data, after.headers["ETag"]) == (before.data, before.headers["ETag"])
    assert after.headers["Cache-Control"] == "public, max-age=300, must-revalidate"
    assert (after.headers["X-Publication"], after.headers["X-Head"]) == ("3", before.headers["X-Head"])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_list_tells_a_publication_at_once(living: Flask, suffix: str) -> None:
    visitor, path = Visitor(living), f"/danh-sach.{suffix}"
    before = visitor.client.get(path)
    assert visitor.client.get(path).data == before.data
    change(living, "TC-002", phone="02053000024")
    after = visitor.client.get(path)
    assert int(after.headers["X-Publication"]) == int(before.headers["X-Publication"]) + 1
    assert after.data != before.data


def test_a_list_follows_the_day(visitor: Visitor) -> None:
    def status() -> str:
        return table(visitor.client.get("/danh-sach.csv").data)["LS-0004"]["status"]

    assert status() == "active"
    with clock.pretend(datetime(2040, 1, 1, 12)):
        assert status() == "lapsed"


def test_what_was_taken_away_is_in_no_file_of_any_time(living: Flask) -> None:
    visitor = Visitor(living)
    paths = [f"/cong-bo/{number}/danh-sach.csv" for number in (1, 2, 3)]
    paths += ["/danh-sach.csv", "/danh-sach.csv?ngay=2024-01-01"]
    assert all("Công ty luật Mẫu Đào" in visitor.client.get(path).text for path in paths)
    redact(living, "TC-002", 3, "name")
    redact(living, "TC-002", 18, "name")
    for path in paths:
        row = table(visitor.client.get(path).data)["TC-002"]
        assert (row["name"], bool(row["phone"])) == ("", True)


def test_no_file_tells_what_only_the_page_tells(visitor: Visitor) -> None:
    licence = visitor.json("/api/v1/listings/TC-001")["licence_number"]
    for path in FILES:
        content = visitor.client.get(path).data
        assert licence not in content.decode(errors="replace")
        assert b"licence_number" not in content


def test_the_api_and_the_file_of_a_publication_hide_the_same(visitor: Visitor) -> None:
    entries = visitor.json("/api/v1/entries?limit=500")["items"]
    file = visitor.json("/cong-bo/3/danh-sach.json")["snapshots"]
    told = {one["number"]: encode(one["snapshot"]) for one in entries}
    assert {one["entry"]: one["body"] for one in file}.items() <= told.items()
