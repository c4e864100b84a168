"""Which pages there are in other languages, and where the same page is in each. Knows no register."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from flask import g, has_request_context, request

from app import kinds
from app.public.door import public
from app.public.parameters import for_links
from app.web.language import OTHERS, SOURCE, language, name_of, speak
from app.web.links import absolute, address

PAGES = {"/": "/", "/tim-kiem": "/search", "/toi-co-duoc-tro-giup": "/entitlement"}
"""The path of a page -> the path of its translation, below the code of the language."""

_LISTING = re.compile(r"/[a-z-]+/([A-Z]+-[0-9]+)")


class Tongue(NamedTuple):
    """The page of this answer in one language; ``given`` leads there with what was asked for."""

    code: str
    name: str
    url: str
    given: str


@public.app_template_global()
def at(path: str, spoken: str = "") -> str:
    """Return where the page at ``path`` is in the language of this answer; itself if in the source alone."""
    spoken = spoken or language()
    below = _translated(path)
    return path if spoken == SOURCE or below is None else f"/{spoken}{below}"


def same_as(path: str) -> None:
    """Say that this answer translates the page at ``path``."""
    g.source = path


@public.url_value_preprocessor
def _speak(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and "tongue" in values:
        speak(values.pop("tongue"))


@public.app_context_processor
def _add() -> dict[str, Any]:
    return {"tongues": _tongues()}


def _tongues() -> list[Tongue]:
    """Return this page in every language that it is in, the source first; nothing where it is in one only."""
    source = _source()
    if source is None:
        return []
    given = for_links(request.args)
    places = ((code, at(source, code)) for code in (SOURCE, *OTHERS))
    return [Tongue(code, name_of(code), absolute(path), address(path, given)) for code, path in places]


def _source() -> str | None:
    """Return the path of the page of this answer in the source language; None where nobody translates it."""
    if not has_request_context() or request.routing_exception or "source" in g:
        translated: str | None = g.get("source")
        return translated
    told_apart = request.path in PAGES or not request.args  # a listing of another day is not translated
    return request.path if told_apart and _translated(request.path) else None


def _translated(path: str) -> str | None:
    found = _LISTING.fullmatch(path)
    kind = kinds.of_id(found[1]) if found else None
    if found and kind and kind.nature.gives_aid:
        return f"/listing/{found[1]}"
    return PAGES.get(path)
