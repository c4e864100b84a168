"""One page of something long, by its number in ``trang``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.faults import BadParameter, NotFound
from app.public.parameters import Given
from app.web.language import _
from app.web.links import address

T = TypeVar("T")

PAGE = "trang"


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """The ``items`` of one page; ``url_of`` gives the address of another."""

    items: Sequence[T]
    page: int
    pages: int
    url_of: Callable[[int], str]


def part(items: Sequence[T], size: int, path: str, given: Given) -> Part[T]:
    """Return the page asked for. Raises BadParameter for what is no number, NotFound past the last."""
    page = _number(given.get(PAGE, "1"))
    pages = max(1, -(-len(items) // size))
    if page > pages:
        raise NotFound(
            _("Không có trang %(page)s: danh sách này có %(pages)s trang.", page=page, pages=pages)
        )

    def url_of(number: int) -> str:
        return address(path, {**given, PAGE: number if number > 1 else ""})

    return Part(items[(page - 1) * size : page * size], page, pages, url_of)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not int(text[:9]) >= 1 or len(text) > 9:
        raise BadParameter(PAGE, _("Số trang là một số từ 1, ví dụ 2."))
    return int(text)
