"""The page client: a test visits as a reader would, and every page it fetches is held to the house rules.

The rules are in ``tests/house/every_page.py``. A test may waive one by its name, as in
``visitor.get(path, waive={"size"})``.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from html5lib.constants import E as PARSE_ERRORS

from tests.house.every_page import complaints

STEP = re.compile(
    r"^(?P<tag>\w+)?(?:#(?P<id>[\w-]+))?(?P<classes>(?:\.[\w-]+)*)(?:\[(?P<attribute>[^\]]+)\])?$"
)


def words(element: Element) -> str:
    """Return the text of ``element`` as a reader sees it: one line, single spaces."""
    return " ".join("".join(element.itertext()).split())


@dataclass
class Page:
    """One answer: status, headers and body; for HTML also what stands on the page."""

    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()
    parse_errors: list[str] = field(default_factory=list)

    @property
    def is_html(self) -> bool:
        return bool(self.body) and self.headers.get("Content-Type", "").startswith("text/html")

    @property
    def source(self) -> str:
        return self.body.decode()

    @cached_property
    def root(self) -> Element:
        parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        root: Element = parser.parse(self.source)
        self.parse_errors = [
            f"line {place[0]}: {PARSE_ERRORS.get(code, code) % data}" for place, code, data in parser.errors
        ]
        return root

    def all(self, selector: str) -> list[Element]:
        """Return what ``selector`` names: any part of ``tag#id.class[name=value]``, or one in another."""
        found = [self.root]
        for step in selector.split():
            found = list({id(hit): hit for start in found for hit in _matching(start, step)}.values())
        return found

    def find(self, selector: str) -> Element:
        """Return the first element that ``selector`` names. Fails when there is none."""
        found = self.all(selector)
        assert found, f"{self.path} has no {selector}"
        return found[0]

    @property
    def heading(self) -> str:
        return words(self.find("h1"))

    @property
    def title(self) -> str:
        return words(self.find("title"))

    @property
    def text(self) -> str:
        return words(self.find("body"))

    @property
    def links(self) -> dict[str, str]:
        """The links by their text; of links with one text, the first."""
        links: dict[str, str] = {}
        for element in self.all("a[href]"):
            links.setdefault(words(element), element.get("href", ""))
        return links

    def link(self, text: str) -> str:
        """Return where the link leads whose text is ``text``, or else holds it."""
        links = self.links
        hits = [text] if text in links else [label for label in links if text in label]
        assert hits, f"{self.path} has no link {text!r}; it has {sorted(links)}"
        return links[hits[0]]


class Visitor:
    """Somebody who visits the site. Keeps the cookies that the desk gives, as a browser does."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()

    def get(self, path: str, status: int = 200, *, waive: Collection[str] = (), **headers: str) -> Page:
        """Fetch ``path``, expect ``status``, check the page. Headers as ``If_None_Match="…"``."""
        page = self._fetch(path, status, {name.replace("_", "-"): value for name, value in headers.items()})
        if page.is_html:
            wrong = complaints(page, self.app, waive)
            assert not wrong, "\n  ".join([f"{path} breaks the house rules for pages:", *wrong])
        return page

    def post(
        self, path: str, status: int, data: Mapping[str, Any], *, waive: Collection[str] = (), **headers: str
    ) -> Page:
        """Send a form to ``path`` as it is, expect ``status``, check the page."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        page = self._fetch(path, status, sent, data)
        if page.is_html:
            wrong = complaints(page, self.app, waive)
            assert not wrong, "\n  ".join([f"{path} breaks the house rules for pages:", *wrong])
        return page

    def submit(self, page: Page, action: str, status: int = 303, /, **fields: Any) -> Page:
        """Fill in the form on ``page`` that goes to ``action``, and send it as a browser does."""
        form = page.find(f"form[action={action}]")
        filled = dict(_filled_in(form))
        return self.post(action, status, filled | fields)

    def json(self, path: str, status: int = 200, **headers: str) -> Any:
        """Fetch ``path``, expect ``status`` and JSON; from an error, the one shape that every error has."""
        page = self._fetch(path, status, {name.replace("_", "-"): value for name, value in headers.items()})
        kind = page.headers.get("Content-Type", "")
        assert kind.startswith("application/json"), f"{path} is {kind or 'nothing'}, not JSON"
        data = json.loads(page.body)
        if status >= 400:
            assert data["error"].keys() >= {"status", "code", "message"}, f"{path}: not the shape of an error"
            assert data["error"]["status"] == status
        return data

    def _fetch(
        self, path: str, status: int, headers: dict[str, str], data: Mapping[str, Any] | None = None
    ) -> Page:
        method = "GET" if data is None else "POST"
        with self.client.open(path, method=method, headers=headers, data=data) as response:
            body = response.data
            if response.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            cookies = tuple(response.headers.getlist("Set-Cookie"))
            page = Page(path, response.status_code, response.headers, body, cookies)
        shown = f": {page.source[:600]}" if page.status >= 500 else ""
        assert page.status == status, f"{path} answers {page.status}, not {status}{shown}"
        return page


def _filled_in(form: Element) -> Iterator[tuple[str, Any]]:
    """Yield what the fields of ``form`` say before anybody types."""
    several: dict[str, list[str]] = {}
    for element in form.iter():
        name, kind = element.get("name"), element.get("type", "text")
        if (
            not name
            or element.tag == "button"
            or (kind in ("radio", "checkbox") and "checked" not in element.attrib)
        ):
            continue
        if element.tag == "select":
            chosen = [one.get("value", "") for one in element.iter("option") if "selected" in one.attrib]
            several.setdefault(name, []).extend(chosen)
        elif element.tag == "textarea":
            several.setdefault(name, []).append((element.text or "").removeprefix("\n"))
        elif element.tag == "input" and kind != "file":
            several.setdefault(name, []).append(element.get("value", ""))
    yield from several.items()


def _matching(start: Element, step: str) -> Iterator[Element]:
    parts = STEP.match(step)
    assert parts, f"the page client does not understand the selector {step!r}"
    name, _, value = (parts["attribute"] or "").partition("=")
    for element in start.iter():
        if element is start or not isinstance(element.tag, str):
            continue
        fits = (
            parts["tag"] in (None, element.tag)
            and parts["id"] in (None, element.get("id"))
            and {*parts["classes"].split(".")} - {""} <= {*element.get("class", "").split()}
            and (not name or (name in element.attrib and value.strip("\"'") in ("", element.get(name))))
        )
        if fits:
            yield element
