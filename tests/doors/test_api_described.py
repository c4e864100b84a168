"""The API as it describes itself: what it says is what it does, and what it once said it goes on saying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.house.checkout import ROOT
from tests.pages import Visitor

PROMISED = ROOT / "tests" / "doors" / "data" / "api-v1.txt"
ASKED = {
    "/listings": ["?limit=500&status=all", "?kind=lawyer&field=land", "?as_of=2024-01-01"],
    "/listings/{listing_id}": ["TT-01", "LS-0001", "TC-001", "DT-01", "TTHC-01", "TB-0001", "CTV-0001"],
    "/listings/{listing_id}/versions": ["TC-002/versions", "LS-0005/versions"],
    "/search": ["?q=luat+su+zebra+loc+binh", "?q=hoa+binh", "?limit=100"],
    "/publications": ["", "?limit=2"],
    "/publications/{number}": ["1", "7"],
    "/entries": ["?limit=500", "?since=40&limit=3"],
    "/places": ["", "?q=na+sam", "?q=hoa+binh", "?q=khong+co"],
    "/dictionary": [""],
    "/openapi.json": [""],
}


@pytest.fixture
def described(visitor: Visitor) -> Any:
    return visitor.json("/api/v1/openapi.json")


def schema(described: Any, name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}", "components": described["components"]}


def answers(described: Any, path: str) -> str:
    shown = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return str(shown["$ref"].rpartition("/")[2])


def properties(described: Any, name: str) -> set[str]:
    """Return the keys that something of this name may have."""
    schemas, found = described["components"]["schemas"], set[str]()
    for part in [schemas[name], *schemas[name].get("allOf", []), *schemas[name].get("oneOf", [])]:
        found |= set(part.get("properties", {}))
        if "$ref" in part:
            found |= properties(described, part["$ref"].rpartition("/")[2])
    return found


def test_every_address_is_asked_here(described: Any) -> None:
    assert described["paths"].keys() == ASKED.keys()
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": "https://tgpl.example.vn/api/v1"}]
    for schema_ in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema_)


@pytest.mark.parametrize("path", ASKED)
def test_what_is_answered_has_the_shape_that_was_declared(
    visitor: Visitor, described: Any, path: str
) -> None:
    name = answers(described, path)
    validator = Draft202012Validator(schema(described, name))
    for asked in ASKED[path]:
        answer = visitor.json("/api/v1" + path.partition("{")[0] + asked)
        assert not [error.message[:300] for error in validator.iter_errors(answer)]
        assert answer.keys() <= properties(described, name) or name == "Description"
        of = name.removesuffix("Page").replace("Dictionary", "Kind")
        for item in answer.get("items", []):
            assert item.keys() <= properties(described, of), item


def test_an_error_has_the_shape_that_was_declared(visitor: Visitor, described: Any) -> None:
    validator = Draft202012Validator(schema(described, "Error"))
    for path, status in (("/listings?x=1", 400), ("/listings/LS-9999", 404), ("/places?x=1", 400)):
        validator.validate(visitor.json(f"/api/v1{path}", status))


def test_only_declared_parameters_are_taken(visitor: Visitor, described: Any) -> None:
    for path, told in described["paths"].items():
        first = "/api/v1" + path.partition("{")[0] + ASKED[path][0].partition("?")[0]
        for one in told["get"]["parameters"]:
            if one["in"] == "query" and "enum" in one["schema"]:
                for value in one["schema"]["enum"]:
                    visitor.json(f"{first}?{one['name']}={value}")
        assert visitor.json(f"{first}?khong-co=1", 400)["error"]["parameter"] == "khong-co"


def promised(described: Any) -> Iterator[str]:
    for path, told in described["paths"].items():
        yield f"GET {path}"
        yield from (f"GET {path} {one['name']}" for one in told["get"]["parameters"])
    for name, schema_ in described["components"]["schemas"].items():
        yield from _keys(name, schema_)


def _keys(name: str, schema_: Any) -> Iterator[str]:
    for key, value in schema_.get("properties", {}).items():
        yield f"{name}.{key}"
        yield from _keys(f"{name}.{key}", value)
    for part in [*([schema_["items"]] if "items" in schema_ else []), *schema_.get("allOf", [])]:
        yield from _keys(name, part)


def test_what_was_promised_once_stays(described: Any) -> None:
    before, now = set(PROMISED.read_text().split("\n")) - {""}, set(promised(described))
    assert not before - now, f"v1 never loses a key: {sorted(before - now)}"
    new = "\n".join(sorted(now - before))
    assert not new, f"a key is a promise; what is meant goes into {PROMISED.name}:\n{new}"


def test_places_are_found_by_old_names(visitor: Visitor) -> None:
    found = visitor.json("/api/v1/places?q=na+sam")
    assert [one["name"] for one in found["items"]] == ["Xã Na Sầm"]
    assert any(old["ward"] == "Thị trấn Na Sầm" for old in found["items"][0]["formerly"])
    assert visitor.json("/api/v1/places")["total"] == 65


def test_the_dictionary_holds_public_fields_only(visitor: Visitor) -> None:
    lawyer = next(one for one in visitor.json("/api/v1/dictionary")["items"] if one["kind"] == "lawyer")
    seen = {field["key"]: field["seen"] for field in lawyer["fields"]}
    assert set(seen.values()) == {"list", "page"}
    assert "card_number" not in seen
    gender = next(field for field in lawyer["fields"] if field["key"] == "gender")
    assert {one["code"] for one in gender["codes"]} == {"male", "female"}


def test_the_page_of_the_api_tells_every_address_and_parameter(visitor: Visitor, described: Any) -> None:
    page = visitor.get("/du-lieu/api")
    for path, told in described["paths"].items():
        assert path in page.text
        assert all(one["name"] in page.text for one in told["get"]["parameters"] if one["in"] == "query")
    assert "50 lần mỗi giây" in page.text
