"""The API: its keys to the letter, its filters, its pages."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.doors.happenings import change
from tests.pages import Visitor
from tests.sample import LATEST, NEXT

ALWAYS = {"id", "kind", "url", "name", "status", "publication", "entry", "published_at"}


def ids(visitor: Visitor, query: str) -> set[str]:
    return {item["id"] for item in visitor.json(f"/api/v1/listings?{query}")["items"]}


def test_a_page_has_the_keys_of_the_contract(visitor: Visitor) -> None:
    page = visitor.json("/api/v1/listings?limit=2")
    assert list(page) == ["items", "next", "publication", "total"]
    assert (len(page["items"]), page["publication"], page["total"]) == (2, LATEST, 141)
    assert list(visitor.json("/api/v1/listings?limit=500")) == ["items", "publication", "total"]
    assert list(visitor.json("/api/v1/search?q=a")) == ["items", "publication", "total", "read_as"]


def test_a_listing_has_the_keys_of_the_contract(visitor: Visitor) -> None:
    lawyer = visitor.json("/api/v1/listings/LS-0001")
    assert lawyer.keys() > ALWAYS
    assert lawyer["url"] == "https://tgpl.example.vn/luat-su/LS-0001"
    assert (lawyer["kind"], lawyer["status"], lawyer["gender"]) == ("lawyer", "active", "male")
    assert lawyer["published_at"] == "2023-11-20T09:00:00+07:00"
    assert lawyer["office"] == {
        "id": "TC-001",
        "kind": "organisation",
        "url": "https://tgpl.example.vn/to-chuc/TC-001",
        "name": "Văn phòng luật sư Mẫu Hồi",
        "phone": "02053000011",
        "commune": "06529",
    }
    assert None not in lawyer.values()


def test_lists_carry_less_than_the_page_of_one(visitor: Visitor) -> None:
    items = visitor.json("/api/v1/listings?kind=organisation")["items"]
    in_list = next(item for item in items if item["id"] == "TC-001")
    on_page = visitor.json("/api/v1/listings/TC-001")
    assert "licence_number" not in in_list
    assert on_page["licence_number"] == "11-MẪU/ĐKHĐ"
    assert in_list.items() <= on_page.items()


def test_nothing_for_the_desk_alone_is_anywhere(visitor: Visitor) -> None:
    for path in (
        "/api/v1/listings/LS-0005",
        "/api/v1/listings/LS-0005/versions",
        "/cong-bo/4/danh-sach.json",
    ):
        text = visitor.client.get(path).text
        assert "end_ground" not in text
        assert "internal_note" not in text


def test_by_default_only_what_can_be_chosen(visitor: Visitor) -> None:
    assert {item["status"] for item in visitor.json("/api/v1/listings")["items"]} == {"active"}
    assert ids(visitor, "status=ended&kind=lawyer") == {"LS-0005"}
    assert ids(visitor, "status=lapsed") >= {"TC-005", "LS-0009"}, "the firm, and who acts only for it"
    assert ids(visitor, "status=suspended") == {"TC-017"}
    assert visitor.json("/api/v1/listings?status=all")["total"] == 154


def test_filters_narrow_by_codes(visitor: Visitor) -> None:
    assert ids(visitor, "kind=centre") == {"TT-01"}
    assert ids(visitor, "commune=06529") == {"TC-001", "LS-0001"}, "a person is where the office is"
    land = ids(visitor, "kind=organisation&field=land")
    assert {"TC-001", "TC-004", "TC-006", "TC-007"} <= land, "TC-004 helps in every field"
    assert "TC-002" not in land
    assert ids(visitor, "language=chinese") == {"TC-002"}
    assert "TC-003" not in ids(visitor, "form=litigation")
    assert ids(visitor, "commune=06529&kind=lawyer&field=criminal") == {"LS-0001"}


@pytest.mark.parametrize(
    "query",
    [
        "kind=luat-su",
        "commune=6529",
        "field=%2A",
        "field=x",
        "form=x",
        "language=x",
        "status=x",
        "limit=0",
        "limit=501",
        "limit=x",
        "limit=",
        "cursor=x",
        "cursor=",
        "as_of=",
        "in_force=x",
    ],
)
def test_what_cannot_be_read_is_named(visitor: Visitor, query: str) -> None:
    error = visitor.json(f"/api/v1/listings?{query}", 400)["error"]
    assert (error["code"], error["parameter"]) == ("bad_parameter", query.partition("=")[0])
    assert error["message"]


def test_as_of_and_in_force_mean_what_they_mean_on_pages(visitor: Visitor) -> None:
    then = visitor.json("/api/v1/listings/TC-002?as_of=2024-01-01")
    assert (then["phone"], then["publication"]) == ("02053000022", 1)
    assert visitor.json("/api/v1/listings/LS-0005?as_of=2025-03-05")["status"] == "active"
    assert visitor.json("/api/v1/listings/LS-0005?in_force=2025-03-05")["status"] == "ended"
    assert visitor.json("/api/v1/listings?as_of=2023-11-20")["publication"] == 1
    assert visitor.json("/api/v1/listings/TC-007?as_of=2024-01-01", 404)["error"]["code"] == "not_found"


def test_cursors_walk_through_everything_once(visitor: Visitor) -> None:
    seen: list[str] = []
    path = "/api/v1/listings?limit=30&status=all"
    while path:
        answer = visitor.client.get(path)
        seen += [item["id"] for item in answer.json["items"]]  # type: ignore[index]
        link = answer.headers.get("Link", "")
        if link:
            assert link.endswith('>; rel="next"')
        path = link.partition(">")[0].removeprefix("<https://tgpl.example.vn")
    assert len(seen) == len(set(seen)) == 154
    whole = visitor.json("/api/v1/listings?status=all&limit=500")["items"]
    assert seen == [item["id"] for item in whole]


def test_a_cursor_stays_with_its_publication(living: Flask) -> None:
    visitor = Visitor(living)
    first = visitor.json("/api/v1/listings?limit=1&kind=organisation")
    change(living, "TC-003", phone="02053000034")
    rest = visitor.json(f"/api/v1/listings?kind=organisation&cursor={first['next']}")
    assert rest["publication"] == LATEST
    assert {item["id"]: item["phone"] for item in rest["items"]}["TC-003"] == "02053000033"
    assert visitor.json("/api/v1/listings?kind=organisation")["publication"] == NEXT


def test_a_cursor_opens_only_for_its_own_question(visitor: Visitor) -> None:
    cursor = visitor.json("/api/v1/listings?limit=1")["next"]
    assert visitor.json(f"/api/v1/listings?limit=3&cursor={cursor}")["items"]
    for query in (f"kind=lawyer&cursor={cursor}", f"cursor={cursor}x", f"cursor=x{cursor}"):
        assert visitor.json(f"/api/v1/listings?{query}", 400)["error"]["parameter"] == "cursor"


def test_versions_tell_the_whole_story(visitor: Visitor) -> None:
    page = visitor.json("/api/v1/listings/TC-002/versions")
    assert list(page) == ["items", "publication", "total"]
    told = [(item["entry"], item["act"], item["holds_from"], item["phone"]) for item in page["items"]]
    assert told == [
        (3, "listed", "2023-11-20", "02053000022"),
        (18, "changed", "2024-08-09", "02053000023"),
    ]
    assert [item["entry"] for item in visitor.json("/api/v1/listings/TC-007/versions")["items"]] == [24]


def test_an_id_never_issued_is_not_found(visitor: Visitor) -> None:
    for path in (
        "/api/v1/listings/LS-9999",
        "/api/v1/listings/x",
        "/api/v1/listings/LS-9999/versions",
        "/api/v2",
    ):
        assert visitor.json(path, 404)["error"]["code"] == "not_found"


def test_search_says_why_and_how_it_read_the_query(visitor: Visitor) -> None:
    page = visitor.json("/api/v1/search?q=luat+su+zebra+loc+binh")
    first = page["items"][0]
    assert first["id"] == "TC-001"
    assert {"name", "commune"} <= set(first["why"])
    assert page["read_as"] == {
        "words": ["luat", "su", "loc", "binh"],
        "dropped": ["zebra"],
        "parts": [
            {"about": "kind", "value": "luat-su", "label": "luật sư"},
            {"about": "commune", "value": "06529", "label": "Xã Lộc Bình"},
        ],
    }
    assert "contact_via" in next(item for item in page["items"] if item["id"] == "LS-0001")["why"]


def test_search_narrows_as_lists_do(visitor: Visitor) -> None:
    women = visitor.json("/api/v1/search?q=luat+su&gender=female&kind=lawyer&limit=100")
    assert women["total"] == len(women["items"]) > 3
    assert {item["gender"] for item in women["items"]} == {"female"}
    assert visitor.json("/api/v1/search?q=a&gender=x", 400)["error"]["parameter"] == "gender"
    assert visitor.json("/api/v1/search?limit=101", 400)["error"]["parameter"] == "limit"
    assert visitor.json("/api/v1/search?q=a&status=all", 400)["error"]["parameter"] == "status"


def test_search_goes_on_by_cursor(visitor: Visitor) -> None:
    first = visitor.json("/api/v1/search?q=luat+su&limit=20")
    rest = visitor.json(f"/api/v1/search?q=luat+su&limit=100&cursor={first['next']}")
    assert len(first["items"]) + len(rest["items"]) == first["total"]
    from_page = visitor.json("/tim-kiem.json?q=luat+su")
    assert from_page["total"] == first["total"]


def test_publications_come_in_pages_newest_first(visitor: Visitor) -> None:
    first = visitor.json("/api/v1/publications?limit=3")
    assert [one["number"] for one in first["items"]] == [LATEST, LATEST - 1, LATEST - 2]
    rest = visitor.json(f"/api/v1/publications?limit=20&cursor={first['next']}")
    assert [one["number"] for one in rest["items"]] == [*range(LATEST - 3, 0, -1)]
    assert "next" not in rest
