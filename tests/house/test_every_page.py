"""The rules for pages are held to account themselves: a sound page passes, and each fault is named."""

from __future__ import annotations

import pytest
from flask import Flask, Response

from tests.house.every_page import RULES
from tests.pages import Visitor

SOUND = """<!doctype html><html lang="vi"><head><title>Danh sách – Sổ</title></head><body id="top">
<h1>Danh sách</h1><a href="tel:02053000000">Gọi</a>
<a href="/khac?q=1#x">Xem <b>tiếp</b></a> <a href="#top">Lên</a>
<form action="/" method="get"><label for="q">Tìm</label><input id="q" name="q"></form></body></html>"""

HEADERS = {
    "Content-Security-Policy": "default-src 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Publication": "3",
}

FAULTS = {
    "markup": ("<h1>", "<p><div></p><h1>"),
    "heading": ("<h1>Danh sách</h1>", "<h1>Sổ</h1>"),
    "language": (' lang="vi"', ""),
    "ids": ("<h1>", '<h1 id="top">'),
    "labels": (' for="q"', ""),
    "forms": ('action="/" method="get"', 'action="/" method="post"'),
    "inline": ("<h1>", '<h1 style="color: red">'),
    "phone": ("tel:", "/"),
    "links": ("/khac", "/khong-co"),
    "elsewhere": ("<h1>", '<img alt="" src="https://cdn.example/x.png"><h1>'),
    "size": ("</form>", "</form>" + "".join(f"<p>{number * 7919}</p>" for number in range(9000))),
}


def site(body: str, **headers: str) -> Visitor:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule(
        "/", "home", lambda: Response(body, headers={**HEADERS, **headers}), methods=["GET", "POST"]
    )
    app.add_url_rule("/khac", "other", lambda: "")
    return Visitor(app)


def test_a_sound_page_passes_and_can_be_read() -> None:
    page = site(SOUND).get("/")
    assert page.heading == "Danh sách"
    assert page.title == "Danh sách – Sổ"
    assert page.link("Xem tiếp") == "/khac?q=1#x"
    assert page.link("Gọi") == "tel:02053000000"
    assert page.find("form input[name=q]").get("id") == "q"
    assert len(page.all("a")) == 3


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_named_and_may_be_waived(name: str) -> None:
    faulty = SOUND.replace(*FAULTS[name])
    assert faulty != SOUND
    with pytest.raises(AssertionError, match=rf"\n  {name}: "):
        site(faulty).get("/")
    site(faulty).get("/", waive={name, "links"} if name == "phone" else {name})


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        ("policy", {"Content-Security-Policy": "default-src 'self' 'unsafe-inline'"}),
        ("policy", {"Referrer-Policy": "origin"}),
        ("cookie", {"Set-Cookie": "a=1"}),
        ("publication", {"X-Publication": "none"}),
    ],
)
def test_each_faulty_header_is_named(name: str, headers: dict[str, str]) -> None:
    with pytest.raises(AssertionError, match=rf"\n  {name}: "):
        site(SOUND, **headers).get("/")


def test_every_rule_is_tried() -> None:
    assert RULES.keys() == FAULTS.keys() | {"policy", "cookie", "publication"}


def test_a_rule_that_does_not_exist_cannot_be_waived() -> None:
    with pytest.raises(AssertionError, match="no rule is named"):
        site(SOUND).get("/", waive={"beauty"})
