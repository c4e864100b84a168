"""Pages in English: every word is in the catalogue, and they never pass for the official text."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest
from flask import Flask

from app.kinds import KINDS, codes
from app.public import translating
from app.web import language
from tests.pages import Page, Visitor

PAGES = {
    "/en/": "/",
    "/en/search?q=luat+su+loc+binh": "/tim-kiem?q=luat+su+loc+binh",
    "/en/search": "/tim-kiem",
    "/en/search?q=bao+luc&loai=to-chuc": "/tim-kiem?q=bao+luc&loai=to-chuc",
    "/en/listing/TT-01": "/trung-tam/TT-01",
    "/en/listing/TC-007": "/to-chuc/TC-007",
    "/en/listing/LS-0001": "/luat-su/LS-0001",
    "/en/listing/TVV-0008": "/tu-van-vien/TVV-0008",
    "/en/entitlement": "/toi-co-duoc-tro-giup",
}
ERRORS = {"/en/listing/LS-9999": 404, "/en/search?trang=x": 400, "/en/search?q=zzqx": 200}
CODES = (codes.FIELDS_OF_LAW, codes.FORMS_OF_AID, codes.LANGUAGES, codes.GENDER, codes.PREMISES_ACCESS)


class Untranslated(gettext.NullTranslations):
    """What a catalogue falls back to: remembers every message that it does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return message


@pytest.fixture
def untranslated() -> Iterator[Untranslated]:
    """The messages that English lacks, as pages ask for them."""
    language.catalogue.cache_clear()
    fallback = Untranslated()
    language.catalogue("en").add_fallback(fallback)
    yield fallback
    language.catalogue.cache_clear()


def links_to(page: Page, code: str) -> set[str]:
    return {one.get("href", "") for one in page.all(f"a[hreflang={code}]")}


def test_every_message_of_a_page_is_translated(
    visitor: Visitor, empty_visitor: Visitor, untranslated: Untranslated
) -> None:
    for path, status in [*((path, 200) for path in PAGES), *ERRORS.items()]:
        visitor.get(path, status)
    for path in ("/en/", "/en/search", "/en/entitlement"):
        empty_visitor.get(path)
    assert sorted(untranslated.asked) == [], "add them to app/web/catalogues/en.po"


def test_every_code_and_kind_is_translated() -> None:
    known = language.catalogue("en")
    wordings = [wording for each in CODES for _code, wording in each.pairs] + [kind.sheet for kind in KINDS]
    assert [one for one in wordings if known.gettext(one) == one] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_that_it_is_no_official_text_and_leads_there(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    assert page.root.get("lang") == "en"
    assert "The Vietnamese text is the official one" in page.text
    assert PAGES[path] in links_to(page, "vi")
    assert path in links_to(visitor.get(PAGES[path]), "en")


def test_search_engines_are_told_of_both_from_each(visitor: Visitor) -> None:
    for path in ("/", "/en/", "/to-chuc/TC-007", "/en/listing/TC-007"):
        known = {one.get("hreflang"): one.get("href") for one in visitor.get(path).all("link[hreflang]")}
        assert known.keys() == {"vi", "en"}, path
    assert not visitor.get("/xa").all("link[hreflang]")
    assert not visitor.get("/to-chuc/TC-002?ngay=2025-01-01").all("link[hreflang]")


def test_names_and_addresses_are_left_alone(visitor: Visitor) -> None:
    page = visitor.get("/en/search?q=luat+su+loc+binh")
    kept = {"".join(one.itertext()) for one in page.all("[translate=no]")}
    assert "Văn phòng luật sư Mẫu Hồi" in kept
    assert any("Xã Lộc Bình" in text for text in kept)


def test_a_filter_keeps_the_language(visitor: Visitor) -> None:
    page = visitor.get("/en/search?q=luat+su&loai=luat-su")
    chips = [one.get("href", "") for one in page.all("a.chip")]
    assert chips
    assert all(one.startswith("/en/search") for one in chips)


def test_who_cannot_be_chosen_gives_way_to_the_centre(visitor: Visitor, sample: Flask) -> None:
    ended = visitor.json("/api/v1/listings?status=ended&kind=organisation")["items"][0]["id"]
    page = visitor.get(f"/en/listing/{ended}")
    assert "cannot be chosen now" in page.text
    assert {one.get("href") for one in page.all("main a.call")} == {"tel:+842053000000"}


def test_what_is_law_is_read_in_vietnamese(visitor: Visitor) -> None:
    answer = visitor.client.get("/en/listing/DT-01")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/nguoi-duoc-tro-giup/DT-01")


def test_what_nobody_translated_says_in_which_language_it_is(visitor: Visitor, sample: Flask) -> None:
    with sample.test_request_context():
        language.speak("en")
        assert translating.words("một câu mới của luật") == ("một câu mới của luật", "vi")
        assert translating.words("Trẻ em") == ("Children", "en")
    page = visitor.get("/en/entitlement")
    assert not page.all("summary [lang=vi]"), "a question is not translated"
    assert page.all("main details [lang=vi] li"), "papers have their Vietnamese names"
