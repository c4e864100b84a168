"""The feed of publications, read as a feed reader reads it."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree

from flask import Flask

from tests.doors.happenings import change
from tests.pages import Visitor

ATOM = "{http://www.w3.org/2005/Atom}"
NEEDED = ("id", "title", "updated")


def feed(visitor: Visitor) -> ElementTree.Element:
    return ElementTree.fromstring(visitor.client.get("/cong-bo.atom").data)  # noqa: S314  our own words


def say(element: ElementTree.Element, tag: str) -> str:
    return element.findtext(ATOM + tag) or ""


def links(element: ElementTree.Element) -> dict[tuple[str, str], str]:
    return {
        (one.get("rel", ""), one.get("type", "")): one.get("href", "")
        for one in element.findall(f"{ATOM}link")
    }


def test_the_feed_is_a_feed(visitor: Visitor) -> None:
    root = feed(visitor)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for tag in NEEDED:
            assert len(element.findall(ATOM + tag)) == 1
            assert say(element, tag)
        assert datetime.fromisoformat(say(element, "updated")).utcoffset()
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Sở Tư pháp tỉnh Lạng Sơn"
    assert say(root, "title") == "Các lần công bố của Sở Tư pháp tỉnh Lạng Sơn (dữ liệu mẫu)"
    assert links(root)["self", "application/atom+xml"] == say(root, "id")
    answer = visitor.client.get("/cong-bo.atom")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert int(answer.headers["X-Publication"]) == len(root.findall(f"{ATOM}entry"))


def test_publications_stand_newest_first_under_addresses_that_stay(visitor: Visitor) -> None:
    root = feed(visitor)
    entries = root.findall(f"{ATOM}entry")
    items = visitor.json("/cong-bo.json")["items"]
    assert [say(one, "id") for one in entries] == [item["url"] for item in items]
    assert [say(one, "updated") for one in entries] == [item["published_at"] for item in items]
    assert say(root, "updated") == items[0]["published_at"]
    assert links(entries[0])["alternate", "text/html"] == items[0]["url"]
    assert links(entries[0])["alternate", "application/json"] == f"{items[0]['url']}.json"


def test_an_entry_tells_document_changes_and_note(visitor: Visitor) -> None:
    third = feed(visitor).findall(f"{ATOM}entry")[-3]
    assert say(third, "title") == "Lần công bố 3: Thông báo số 03-MẪU/TB-STP ngày 07/03/2025"
    document, changes, note = say(third, "content").split("\n")
    assert document == "Thông báo số 03-MẪU/TB-STP ngày 07/03/2025."
    assert "1 chấm dứt" in changes
    assert note == visitor.json("/cong-bo/3.json")["note"]


def test_a_new_publication_comes_first_and_the_others_stay_as_they_were(living: Flask) -> None:
    visitor = Visitor(living)
    before = [ElementTree.tostring(one) for one in feed(visitor).findall(f"{ATOM}entry")]
    change(living, "TC-002", phone="02053000024")
    after = [ElementTree.tostring(one) for one in feed(visitor).findall(f"{ATOM}entry")]
    assert after[1:] == before
    assert "1 mục: 1 thay đổi." in say(feed(visitor).findall(f"{ATOM}entry")[0], "content")


def test_an_empty_register_has_a_feed_without_entries(empty_visitor: Visitor) -> None:
    root = feed(empty_visitor)
    assert root.findall(f"{ATOM}entry") == []
    assert "mẫu" not in say(root, "title")
    assert datetime.fromisoformat(say(root, "updated"))


def test_the_page_of_publications_leads_to_the_feed(visitor: Visitor) -> None:
    page = visitor.get("/cong-bo")
    assert page.find("link[type=application/atom+xml]").get("href") == "/cong-bo.atom"
    assert page.link("Atom") == "/cong-bo.atom"
    assert visitor.json("/cong-bo.atom?x=1", 400)["error"]["parameter"] == "x"
