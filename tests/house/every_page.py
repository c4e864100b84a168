"""The house rules for every page that any test fetches, each by its name. Knows pages, no room of the app."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from tests.house.checkout import ROOT

if TYPE_CHECKING:
    from tests.pages import Page

BUDGET = 14 * 1024  # what one round trip carries on a new connection
HERE = "http://localhost/"
NEED_NO_LABEL = {"hidden", "submit", "button", "image", "reset"}
LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}

Rule = Callable[["Page", Flask], Iterator[str]]
RULES: dict[str, Rule] = {}


def complaints(page: Page, app: Flask, waived: Collection[str] = ()) -> list[str]:
    """Return a sentence for each house rule that ``page`` breaks, save the waived ones."""
    unknown = set(waived) - RULES.keys()
    assert not unknown, f"no rule is named {sorted(unknown)}; there are {sorted(RULES)}"
    return [
        f"{name}: {complaint}"
        for name, rule in RULES.items()
        if name not in waived
        for complaint in rule(page, app)
    ]


def rule(name: str) -> Callable[[Rule], Rule]:
    def register(check: Rule) -> Rule:
        RULES[name] = check
        return check

    return register


def is_public(page: Page) -> bool:
    return not page.path.startswith("/can-bo")


def is_form(page: Page) -> bool:
    return page.path.startswith(("/bao-sai/", "/bao-doi-tien", "/danh-gia"))


@rule("markup")
def _markup(page: Page, _app: Flask) -> Iterator[str]:
    assert page.root is not None
    yield from page.parse_errors


@rule("heading")
def _heading(page: Page, _app: Flask) -> Iterator[str]:
    count = len(page.all("h1"))
    if count != 1:
        yield f"has {count} h1; give it exactly one, which says what the page is"
    elif not page.title.startswith(page.heading):
        yield f"its title {page.title!r} does not start with its h1 {page.heading!r}"


@rule("language")
def _language(page: Page, _app: Flask) -> Iterator[str]:
    if not page.root.get("lang"):
        yield 'has no language: write <html lang="vi">'


@rule("ids")
def _ids(page: Page, _app: Flask) -> Iterator[str]:
    for name, count in Counter(element.get("id") for element in page.all("[id]")).items():
        if count > 1:
            yield f"the id {name!r} stands {count} times"


@rule("labels")
def _labels(page: Page, _app: Flask) -> Iterator[str]:
    labelled = {label.get("for") for label in page.all("label[for]")}
    wrapped = {id(element) for label in page.all("label") for element in label.iter()}
    for element in [*page.all("input"), *page.all("select"), *page.all("textarea")]:
        if element.tag == "input" and element.get("type") in NEED_NO_LABEL:
            continue
        named = element.get("aria-label") or element.get("aria-labelledby")
        if not (named or element.get("id") in labelled or id(element) in wrapped):
            yield f"the field {element.get('name')!r} has no label"


@rule("forms")
def _forms(page: Page, _app: Flask) -> Iterator[str]:
    for form in page.all("form"):
        if not form.get("action"):
            yield "a form has no action: say where it goes"
        fields = {element.get("name") for element in form.iter("input")}
        if form.get("method", "get").lower() == "post" and "csrf_token" not in fields:
            yield f"the form to {form.get('action')} posts without a token: write form.hidden_tag()"


@rule("inline")
def _inline(page: Page, _app: Flask) -> Iterator[str]:
    for element in _elements(page):
        if (
            element.tag == "script"
            and not element.get("src")
            and element.get("type") != "application/ld+json"
        ):
            yield "has an inline script: put it into a file"
        if element.tag == "style" or "style" in element.attrib:
            yield f"has inline style in <{element.tag}>: put it into the style sheet"
        for name in element.attrib:
            if name.startswith("on"):
                yield f"has the handler {name} in <{element.tag}>: put it into a file"


@rule("policy")
def _policy(page: Page, _app: Flask) -> Iterator[str]:
    policy = page.headers.get("Content-Security-Policy", "")
    if not policy or "unsafe-inline" in policy:
        yield f"its Content-Security-Policy is {policy!r}: send one without unsafe-inline"
    referrer = "no-referrer" if is_public(page) and not is_form(page) else "same-origin"
    if page.headers.get("Referrer-Policy") != referrer:
        yield f"its Referrer-Policy is {page.headers.get('Referrer-Policy')!r}, not {referrer!r}"


@rule("cookie")
def _cookie(page: Page, _app: Flask) -> Iterator[str]:
    if is_public(page) and page.cookies:
        yield f"sets the cookie {page.cookies[0]!r}: public pages set none"


@rule("publication")
def _publication(page: Page, _app: Flask) -> Iterator[str]:
    if is_public(page) and page.status == 200 and not page.headers.get("X-Publication", "").isdigit():
        yield "does not say in X-Publication which publication it shows"


@rule("phone")
def _phone(page: Page, _app: Flask) -> Iterator[str]:
    somebody = page.headers.get("X-Publication", "0") != "0" and "Location" not in page.headers
    if somebody and is_public(page) and not any(link.startswith("tel:") for link in page.links.values()):
        yield "has no tel: link to the centre"


@rule("links")
def _links(page: Page, app: Flask) -> Iterator[str]:
    ids = {element.get("id") for element in page.all("[id]")}
    for element in [
        *page.all("a[href]"),
        *page.all("link[href]"),
        *page.all("[src]"),
        *page.all("form[action]"),
    ]:
        target = element.get("href") or element.get("src") or element.get("action") or ""
        if target.startswith("#"):
            if target[1:] not in ids:
                yield f"{target} leads nowhere on the page"
            continue
        address = urlsplit(urljoin(HERE + page.path.lstrip("/"), target))
        if address.netloc == urlsplit(HERE).netloc:
            yield from _resolves(address.path, app, (element.get("method") or "get").upper())


@rule("elsewhere")
def _elsewhere(page: Page, _app: Flask) -> Iterator[str]:
    sources = [element.get("src", "") for element in page.all("[src]")]
    sources += [
        link.get("href", "") for link in page.all("link[href]") if LOADED & {*link.get("rel", "").split()}
    ]
    sources += [form.get("action", "") for form in page.all("form[action]")]
    for source in sources:
        if urlsplit(source).netloc:
            yield f"loads or sends to {source}: everything a page needs is served from here"


@rule("size")
def _size(page: Page, _app: Flask) -> Iterator[str]:
    size = len(gzip.compress(page.body, 6))
    if size > BUDGET:
        yield f"weighs {size} bytes compressed; the budget is {BUDGET}"


def _elements(page: Page) -> Iterator[Element]:
    return (element for element in page.root.iter() if isinstance(element.tag, str))


def _resolves(path: str, app: Flask, method: str) -> Iterator[str]:
    try:
        endpoint, values = app.url_map.bind("localhost").match(path, method=method)
    except RequestRedirect as redirect:
        yield f"{path} only redirects to {redirect.new_url}: link there"
    except HTTPException:
        yield f"no page answers at {path}"
    else:
        if endpoint == "assets.file" and not (ROOT / "static" / values["name"]).is_file():
            yield f"there is no file {path}"
