"""Searching through the API: listings with the fields that matched, and how the query was read."""

from __future__ import annotations

from flask import Response

from app import kinds
from app.catalogue.api import Json, listing_json
from app.catalogue.version import Version
from app.public import as_of as moments
from app.public import asked as questions
from app.public.api import filters, pages
from app.public.api.declared import AS_OF, CURSOR, WORDS, limit, operation
from app.public.api.pages import Window
from app.public.as_of import AsOf
from app.public.asked import Asked, find
from app.public.narrowing import NARROWINGS
from app.public.parameters import Given
from app.search.find import Results
from app.search.read_as import ReadAs
from app.web import headers, site
from app.web.language import N_
from app.web.links import base_url

PATH = "/api/v1/search"
LIMIT = limit(20, 100)
FILTERS = (filters.KIND, filters.COMMUNE, filters.FIELD, filters.FORM, filters.LANGUAGE, filters.GENDER)


@operation(
    "/search",
    N_("Tìm bằng lời thường; mỗi mục nói vì sao tìm thấy."),
    WORDS,
    *FILTERS,
    AS_OF,
    LIMIT,
    CURSOR,
    answers="FoundPage",
    example="/search?q=ly+hon",
)
def search(given: Given) -> Response:
    """Answer with what is found, best first."""
    headers.never_store()
    asked = Asked(given.get("q", ""), filters.of_search(given))
    as_of = moments.read(given, "as_of")
    if "cursor" not in given:
        questions.searchable(as_of)
    seen = pages.window(given, as_of, LIMIT)
    return _answer(seen, find(seen.register, asked))


def first_of(asked: Asked, as_of: AsOf, start: int, limit: int) -> Response:
    """Answer with results from ``start`` on; ``next`` goes on in the API."""
    chosen = asked.filters.chosen()
    kind = kinds.of_path(asked.filters.kind)
    question = {
        "q": asked.q,
        **{one.data: chosen.get(one.filter, "") for one in NARROWINGS},
        "kind": kind.key if kind else "",
        "as_of": as_of.published.isoformat() if as_of.published else "",
    }
    given = {name: value for name, value in question.items() if value}
    seen = Window(questions.searchable(as_of), start, limit, given)
    return _answer(seen, find(seen.register, asked))


def _answer(seen: Window, found: Results) -> Response:
    def shape(version: Version) -> Json:
        return listing_json(version, seen.register, base_url()) | {"why": list(found.why(version))}

    site.unindexed()
    return pages.answer(PATH, seen, found.versions, shape, read_as=_read_as(found.read_as))


def _read_as(read_as: ReadAs) -> Json:
    """Return the words looked for, what was meant, read differently or dropped; what is empty is absent."""
    read: Json = {
        "words": list(read_as.words),
        "dropped": list(read_as.dropped),
        "replaced": [{"typed": one.typed, "read": one.read} for one in read_as.replaced],
        "parts": [
            {
                key: value
                for key, value in (("about", one.about), ("value", one.value), ("label", one.label))
                if value
            }
            for one in read_as.understood
        ],
        "choices": [{"commune": one.code, "label": one.label} for one in read_as.choices],
        "nearby": read_as.nearby,
    }
    return {key: value for key, value in read.items() if value or key == "words"}
