"""The list at two moments side by side, as page, JSON and CSV; and every change in one flat file."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask import Flask

from app import kinds
from app.kinds import Seen
from tests.doors.happenings import change, forget_redactions, redact, withdraw
from tests.pages import Visitor, words
from tests.rules.test_differences import TAKEN, applied
from tests.sample import LATEST, NEXT

ROWS = list[dict[str, str]]


def rows(content: bytes) -> ROWS:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def documents(visitor: Visitor, number: int) -> dict[str, dict[str, Any]]:
    """Return what lists tell at a publication, read from the file by which anybody checks it."""
    file = visitor.json(f"/cong-bo/{number}/danh-sach.json")
    listing = {entry["number"]: entry["listing_id"] for entry in file["entries"]}
    held = {listing[one["entry"]]: json.loads(one["body"]).get("fields", {}) for one in file["snapshots"]}
    return {
        listing_id: {
            key: TAKEN if isinstance(field, str) else field[1]
            for key, field in fields.items()
            if key in kind.keys_seen(Seen.LIST)
        }
        for listing_id, fields in held.items()
        if (kind := kinds.of_id(listing_id)) and kind.listed
        if any(not isinstance(field, str) for field in fields.values())
    }


def test_the_difference_of_any_two_publications_turns_one_list_into_the_other(visitor: Visitor) -> None:
    lists = {number: documents(visitor, number) for number in range(1, NEXT)}
    for old, new in [
        (1, 2),
        (2, 5),
        (1, LATEST),
        (LATEST, 3),
        (4, 4),
        *zip(lists, [*lists][1:], strict=False),
    ]:
        data = visitor.json(f"/so-sanh.json?tu={old}&den={new}")
        assert applied(data["items"], lists[old]) == lists[new]
    assert applied(visitor.json("/so-sanh.json?tu=0&den=3")["items"], {}) == lists[3]


def test_as_data_it_names_both_sides(visitor: Visitor) -> None:
    data = visitor.json("/so-sanh.json?tu=1&den=2025-03-20")
    assert list(data) == ["from", "to", "items"]
    assert data["from"]["publication"] == 1
    assert data["from"]["hash"] == visitor.json("/cong-bo/1.json")["hash"]
    assert data["to"] == {
        "publication": 3,
        "day": "2025-03-20",
        "hash": visitor.json("/cong-bo/3.json")["hash"],
    }
    assert visitor.json("/so-sanh.json?tu=0")["from"].keys() == {"publication", "day"}
    answer = visitor.client.get("/so-sanh.json?tu=1&den=3")
    assert (answer.headers["X-Publication"], answer.headers["X-Robots-Tag"]) == ("3", "noindex")


def test_the_page_says_it_in_words_and_in_tables(visitor: Visitor) -> None:
    page = visitor.get("/so-sanh?tu=3&den=4")
    assert "Từ lần công bố 3, ngày 10/03/2025 đến lần công bố 4, ngày 16/06/2025" in page.text
    assert "mục mới có" in page.text
    changed = next(words(row) for row in page.all("tbody tr") if "0205 3000 078" in words(row))
    assert changed.endswith("Điện thoại 0205 3000 077 0205 3000 078")
    assert not [one for one in page.all("tbody a[href]") if one.get("href", "").startswith("tel:")]
    assert page.link("JSON") == "/so-sanh.json?tu=3&den=4"
    assert page.link("CSV") == "/so-sanh.csv?tu=3&den=4"


def test_without_a_choice_it_shows_what_the_newest_publication_changed(visitor: Visitor) -> None:
    page = visitor.get("/so-sanh")
    assert f"Từ lần công bố {LATEST - 1}, ngày" in page.text
    assert page.find("input[name=den]").get("value") == str(LATEST)
    assert "X-Robots-Tag" not in page.headers


def test_two_equal_sides_differ_in_nothing(visitor: Visitor) -> None:
    assert "Không có gì khác." in visitor.get("/so-sanh?tu=2&den=2").text


def test_a_day_may_be_typed_as_people_write_it(visitor: Visitor) -> None:
    answer = visitor.client.get("/so-sanh?tu=01/03/2025&den=4")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/so-sanh?tu=2025-03-01&den=4"
    visitor.get("/so-sanh?tu=2025-03-01&den=4&trang=1")


@pytest.mark.parametrize("query", ["tu=99", "den=99", "tu=x", "den=2199-01-01", "tu=2025-02-30"])
def test_what_cannot_be_compared_is_told(visitor: Visitor, query: str) -> None:
    visitor.get(f"/so-sanh?{query}", 400)
    name = query.partition("=")[0]
    assert visitor.json(f"/so-sanh.json?{query}", 400)["error"]["parameter"] == name
    assert visitor.json(f"/so-sanh.csv?{query}", 400)["error"]["parameter"] == name
    visitor.json("/so-sanh.json?trang=2", 400)


def test_the_csv_says_what_the_json_says(visitor: Visitor) -> None:
    query = f"tu=1&den={LATEST}"
    items = visitor.json(f"/so-sanh.json?{query}")["items"]
    told = rows(visitor.client.get(f"/so-sanh.csv?{query}").data)
    assert list(told[0]) == ["from", "to", "id", "kind", "name", "change", "field", "old", "new"]
    fields = [(item["id"], item["change"], field["field"]) for item in items for field in item["fields"]]
    assert [(row["id"], row["change"], row["field"]) for row in told] == fields


def test_an_empty_register_has_nothing_to_compare(empty_visitor: Visitor) -> None:
    assert "Không có gì khác." in empty_visitor.get("/so-sanh").text
    assert empty_visitor.json("/so-sanh.json")["items"] == []
    assert rows(empty_visitor.client.get("/cong-bo/thay-doi.csv").data) == []


def test_every_change_stands_in_one_flat_file(visitor: Visitor) -> None:
    answer = visitor.client.get("/cong-bo/thay-doi.csv")
    told = rows(answer.data)
    assert list(told[0]) == ["date", "publication", "id", "name", "field", "old", "new", "document"]
    acts = [row for row in told if row["field"] == "act"]
    entries = visitor.json("/api/v1/entries?limit=500")["items"]
    assert [(row["id"], row["new"]) for row in acts] == [(one["listing"], one["act"]) for one in entries]
    corrected = [row for row in told if (row["publication"], row["field"]) == ("4", "phone")]
    assert (corrected[0]["old"], corrected[0]["new"]) == ("02053000077", "02053000078")
    assert corrected[0]["date"] == "2025-06-16"
    assert corrected[0]["document"] == "Quyết định số 04-MẪU/QĐ-STP ngày 13/06/2025"
    assert answer.headers["X-Head"] == visitor.json(f"/cong-bo/{LATEST}.json")["hash"]


def test_neither_file_tells_what_only_the_page_tells(living: Flask) -> None:
    visitor = Visitor(living)
    change(living, "TC-001", licence_number="99-MẪU/ĐKHĐ")
    for path in (
        "/cong-bo/thay-doi.csv",
        f"/so-sanh.csv?tu={LATEST}",
        f"/so-sanh.json?tu={LATEST}",
        "/so-sanh",
    ):
        assert "99-MẪU/ĐKHĐ" not in visitor.client.get(path).text
    assert visitor.json(f"/so-sanh.json?tu={LATEST}")["items"] == []


def test_what_was_withdrawn_is_gone_and_what_was_redacted_can_be_read_nowhere(living: Flask) -> None:
    visitor = Visitor(living)
    change(living, "TC-002", phone="02053000024")
    assert "02053000024" in visitor.client.get("/cong-bo/thay-doi.csv").text
    withdraw(living, "TC-001")
    [item] = visitor.json(f"/so-sanh.json?tu={NEXT}")["items"]
    assert (item["id"], item["change"]) == ("TC-001", "removed")
    newest = visitor.json("/api/v1/listings/TC-002")["entry"]
    redact(living, "TC-002", newest, "phone")
    assert "02053000024" not in visitor.client.get("/cong-bo/thay-doi.csv").text
    [item] = visitor.json(f"/so-sanh.json?tu={LATEST}&den={NEXT}")["items"]
    assert [field.keys() for field in item["fields"]] == [{"field", "old", "new_redacted"}]
    forget_redactions()
