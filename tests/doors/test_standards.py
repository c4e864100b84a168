"""The register in the shapes of others: held against their schemas, and read by other programs."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
import vobject
from flask import Flask
from jsonschema import Draft202012Validator, FormatChecker

from tests.doors.happenings import change
from tests.house.checkout import ROOT
from tests.pages import Page, Visitor
from tests.sample import LATEST

OFFICIAL = ROOT.parent / "shared" / "standards" / "hsds-3.0" / "schema" / "service_with_definitions.json"
OURS = ROOT / "tests" / "doors" / "data"
HOME = "https://tgpl.example.vn"
ATOM = "{http://www.w3.org/2005/Atom}"
READ = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def complaints(content: Any, schema: Any) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)]


def ours(name: str) -> Any:
    return json.loads((OURS / name).read_text())


def linked(page: Page) -> dict[str, Any]:
    [block] = page.all("script[type=application/ld+json]")
    data: dict[str, Any] = json.loads(block.text or "")
    return data


def test_hsds_has_the_shape_that_we_promise(visitor: Visitor) -> None:
    data = visitor.json("/du-lieu/hsds.json")
    assert complaints(data, ours("hsds.json")) == []
    listed = visitor.json("/danh-sach/to-chuc.json")
    told = [one for one in listed["items"] + listed["apart"] if one["status"] in ("active", "suspended")]
    assert data["total_items"] == len(data["contents"]) == len(told)
    assert data["publication"] == LATEST
    ids = [one["id"] for one in data["contents"]]
    assert len(ids) == len({*ids})


@pytest.mark.skipif(
    not OFFICIAL.exists(), reason="the official schemas of HSDS 3.0 are not beside this checkout"
)
def test_hsds_fits_the_official_schema(visitor: Visitor) -> None:
    schema = json.loads(OFFICIAL.read_text())
    services = visitor.json("/du-lieu/hsds.json")["contents"]
    assert [wrong for service in services for wrong in complaints(service, schema)] == []


def test_ids_of_hsds_stay_whatever_is_published(living: Flask) -> None:
    visitor = Visitor(living)
    before = [one["id"] for one in visitor.json("/du-lieu/hsds.json")["contents"]]
    change(living, "TC-001", phone="02053000099")
    assert [one["id"] for one in visitor.json("/du-lieu/hsds.json")["contents"]] == before


def test_the_data_package_describes_the_files_as_they_are(visitor: Visitor) -> None:
    package = visitor.json("/du-lieu/datapackage.json")
    assert complaints(package, ours("datapackage.json")) == []
    for resource in package["resources"]:
        content = visitor.client.get(resource["path"].removeprefix(HOME)).data.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(content, newline=""), strict=True))
        fields = resource["schema"]["fields"]
        assert list(rows[0]) == [field["name"] for field in fields]
        for field in fields:
            cells = [row[field["name"]] for row in rows if row[field["name"]]]
            values = [READ[field["type"]](cell) for cell in cells]
            allowed = field.get("constraints", {}).get("enum")
            assert allowed is None or {*values} <= {*allowed}, field["name"]


def test_every_file_in_the_catalogue_answers_with_its_type(visitor: Visitor) -> None:
    answer = visitor.client.get("/du-lieu/dcat.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    catalogue = json.loads(answer.data)
    [dataset] = catalogue["dcat:dataset"]
    assert dataset["dct:modified"]["@value"] == visitor.json(f"/cong-bo/{LATEST}.json")["published_at"]
    for one in dataset["dcat:distribution"]:
        file = visitor.client.get(one["dcat:downloadURL"]["@id"].removeprefix(HOME))
        assert file.status_code == 200
        assert one["dcat:mediaType"]["@id"].endswith(file.headers["Content-Type"].partition(";")[0])


def test_an_office_is_a_card_that_another_program_reads(visitor: Visitor) -> None:
    answer = visitor.client.get("/to-chuc/TC-001.vcf")
    assert answer.headers["Content-Type"] == "text/vcard; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.data.split(b"\r\n"))
    card = vobject.readOne(answer.data.decode())
    said = visitor.json("/to-chuc/TC-001.json")
    assert (card.version.value, card.fn.value, card.kind.value) == ("4.0", said["name"], "org")
    assert card.tel.value == "tel:+84" + said["phone"].removeprefix("0")
    assert card.adr.value.street == said["address"]
    assert (card.email.value, card.uid.value) == (said["email"], said["url"])
    assert visitor.get("/to-chuc/TC-001").link("vCard") == "/to-chuc/TC-001.vcf"


def test_every_office_has_a_card_and_nobody_else(visitor: Visitor) -> None:
    data = visitor.json("/danh-sach/to-chuc.json")
    for one in data["items"] + data["apart"]:
        card = vobject.readOne(visitor.client.get(f"{one['url'].removeprefix(HOME)}.vcf").data.decode())
        assert hasattr(card, "tel") == (one["status"] == "active"), one["id"]
    visitor.json("/luat-su/LS-0001.vcf", 404)
    visitor.json("/to-chuc/TC-999.vcf", 404)
    assert visitor.client.get("/trung-tam/TC-001.vcf").headers["Location"] == "/to-chuc/TC-001.vcf"


def test_every_page_says_what_it_is(visitor: Visitor) -> None:
    for path in (
        "/",
        "/danh-sach/to-chuc",
        "/to-chuc/TC-001",
        "/luat-su/LS-0001",
        "/cong-bo/2",
        "/gioi-thieu",
    ):
        page = visitor.get(path)
        data = linked(page)
        assert (data["@context"], data["@type"], data["name"]) == (
            "https://schema.org",
            "WebPage",
            page.heading,
        )
        assert data["@id"] == page.find("link[rel=canonical]").get("href")


def test_an_office_a_person_and_a_list_are_told_to_search_engines(visitor: Visitor) -> None:
    office = linked(visitor.get("/to-chuc/TC-001"))["mainEntity"]
    assert (office["@type"], office["telephone"]) == ("LegalService", "+842053000011")
    assert office["address"]["addressLocality"] == "Xã Lộc Bình"
    person = linked(visitor.get("/luat-su/LS-0001"))["mainEntity"]
    assert (person["@type"], person["jobTitle"], person["worksFor"]["@type"]) == (
        "Person",
        "Luật sư",
        "Organization",
    )
    dataset = linked(visitor.get("/danh-sach"))["mainEntity"]
    assert (dataset["@type"], dataset["version"]) == ("Dataset", str(LATEST))
    assert {one["contentUrl"] for one in dataset["distribution"]} >= {f"{HOME}/danh-sach.csv"}


def test_an_old_version_is_told_to_nobody(visitor: Visitor) -> None:
    for path in ("/to-chuc/TC-002/ban/3", "/to-chuc/TC-001?ngay=2024-01-01", "/danh-sach?ngay=2024-01-01"):
        assert "mainEntity" not in linked(visitor.get(path))


def test_no_name_ends_the_block_early(living: Flask) -> None:
    change(living, "TC-001", name="</script><b>Mẫu & Mẫu")
    page = Visitor(living).get("/to-chuc/TC-001")
    assert linked(page)["mainEntity"]["name"] == "</script><b>Mẫu & Mẫu"


def test_a_feed_may_be_of_one_kind_or_one_commune(visitor: Visitor) -> None:
    def feed(query: str) -> tuple[str, list[str], list[str]]:
        root = ElementTree.fromstring(visitor.client.get(f"/cong-bo.atom{query}").data)  # noqa: S314  our own words
        entries = root.findall(f"{ATOM}entry")
        ids = [one.findtext(f"{ATOM}id") or "" for one in entries]
        said = [one.findtext(f"{ATOM}content") or "" for one in entries]
        assert root.findtext(f"{ATOM}id") == f"{HOME}/cong-bo.atom{query}"
        return root.findtext(f"{ATOM}title") or "", ids, said

    _, everything, _ = feed("")
    title, lawyers, _ = feed("?loai=luat-su")
    assert "Luật sư" in title
    assert {*lawyers} < {*everything}
    entries = visitor.json("/api/v1/entries?limit=500")["items"]
    told = {one["publication"] for one in entries if one["listing"].startswith("LS-")}
    assert {int(one.rpartition("/")[2]) for one in lawyers} == told
    title, here, said = feed("?loai=to-chuc&xa=06529")
    assert "Tổ chức" in title
    assert "Xã Lộc Bình" in title
    assert here
    assert all(re.search(r"\d+ mục: ", one) for one in said)
    assert visitor.json("/cong-bo.atom?loai=x", 400)["error"]["parameter"] == "loai"
    assert visitor.json("/cong-bo.atom?xa=99999", 400)["error"]["parameter"] == "xa"


def test_an_empty_register_has_the_same_shapes(empty_visitor: Visitor) -> None:
    assert empty_visitor.json("/du-lieu/hsds.json")["contents"] == []
    package = empty_visitor.json("/du-lieu/datapackage.json")
    assert complaints(package, ours("datapackage.json")) == []
    assert (
        "dct:modified"
        not in json.loads(empty_visitor.client.get("/du-lieu/dcat.jsonld").data)["dcat:dataset"][0]
    )
    assert "mainEntity" not in linked(empty_visitor.get("/"))
    empty_visitor.get("/du-lieu")


def test_the_site_map_says_when_a_page_last_changed(visitor: Visitor) -> None:
    text = visitor.client.get("/sitemap.xml").text
    assert f"<loc>{HOME}/cong-bo/4</loc><lastmod>2025-06-16</lastmod>" in text
    assert f"<loc>{HOME}/du-lieu</loc>" in text
