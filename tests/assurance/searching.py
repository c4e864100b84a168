"""Searching as anybody might: whatever is typed, a page comes, in time, with an office to call on it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from app.catalogue.register import Register
from app.kinds import Nature
from app.kinds.contact import dialled
from tests.pages import Page, Visitor

SUGGESTED_EACH = 10
"""Every how manyth query is also asked as data and for suggestions."""


class Asking:
    """Asks the site that ``visitor`` visits, which shows ``register``."""

    def __init__(self, visitor: Visitor, register: Register) -> None:
        self._visitor = visitor
        self._calls = _calls(register)

    def all(self, queries: Iterable[str]) -> int:
        """Ask all ``queries``; return how many. Fails at the first page that breaks a promise."""
        asked = 0
        for asked, query in enumerate(queries, start=1):
            self.one(query, as_data=asked % SUGGESTED_EACH == 0)
        return asked

    def one(self, query: str, *, as_data: bool = False) -> None:
        """Ask one query. The page client holds the page to the house rules."""
        encoded = quote(query, safe="", errors="surrogatepass")
        page = self._visitor.get(f"/tim-kiem?q={encoded}")
        assert self._calls & _called(page), f"no office to call: {query!r}"
        if as_data:
            self._visitor.json(f"/tim-kiem.json?q={encoded}")
            self._visitor.json(f"/goi-y?q={encoded}")


def _calls(register: Register) -> set[str]:
    """Return the links that call an office."""
    offices = (one for one in register.ordered if one.kind.nature is Nature.OFFICE)
    return {f"tel:{dialled(one.document['phone'])}" for one in offices if "phone" in one.document}


def _called(page: Page) -> set[str]:
    return {link.get("href", "") for link in page.all("a[href]")}
