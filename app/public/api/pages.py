"""A page of items: where it begins, in which register, and how the next one is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Response, jsonify

from app.catalogue import published
from app.catalogue.api import Json
from app.catalogue.register import Register
from app.faults import BadParameter
from app.public import as_of as moments
from app.public.api.cursor import NAME, Cursor, seal, unseal
from app.public.api.declared import Parameter
from app.public.as_of import AsOf
from app.public.parameters import Given, whole_number
from app.web import site
from app.web.language import _
from app.web.links import absolute
from app.web.session import reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Window:
    """Items ``start``, ``start + 1``, … of a ``register``, at most ``limit``, to the ``question`` asked."""

    register: Register
    start: int
    limit: int
    question: Given


def window(given: Given, as_of: AsOf, sized: Parameter) -> Window:
    """Return the window that ``given`` asks for, following its cursor. Raises BadParameter."""
    limit = whole_number(given, sized.name, sized.schema["default"], sized.schema["maximum"])
    if NAME not in given:
        return Window(moments.show(as_of), 0, limit, given)
    cursor = unseal(given[NAME], given)
    head = site.newest()
    if head is None or cursor.publication > head.number:
        raise BadParameter(NAME, _("Con trỏ này thuộc một sổ công bố khác; hãy bắt đầu lại từ trang đầu."))
    register = published.load(reading(), head, cursor.day, cursor.publication)
    return Window(moments.shown(register), cursor.start, limit, given)


def answer(path: str, seen: Window, items: Sequence[T], shape: Callable[[T], Json], **more: Any) -> Response:
    """Answer with the page of ``items`` that ``seen`` shows, and where the next one is."""
    end = seen.start + seen.limit
    body: Json = {"items": [shape(item) for item in items[seen.start : end]]}
    following = None
    if end < len(items):
        cursor = Cursor(seen.register.n, seen.register.day, end)
        following = body["next"] = seal(cursor, seen.question)
    response = jsonify(body | {"publication": seen.register.n, "total": len(items)} | more)
    if following:
        address = absolute(path, {**seen.question, "limit": seen.limit, NAME: following})
        response.headers["Link"] = f'<{address}>; rel="next"'
    return response
