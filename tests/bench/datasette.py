"""Datasette as a rival, inside this process: its table page as JSON, with its own search and facets."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from datasette.app import Datasette as Application

from tests.bench.fts5 import fill
from tests.bench.rival import DEPTH, PAGE, apart
from tests.bench.rows import Row
from tests.relevance.judging import Answer


class Datasette:
    """The rows in a file that it serves. It finds by all words, and keeps the order of the table."""

    name = "Datasette"

    def __init__(self, rows: Sequence[Row]) -> None:
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "register.db"
        fill(path, rows).close()
        self._loop = asyncio.new_event_loop()
        self._application = Application(files=[str(path)], settings={"suggest_facets": False})
        self._loop.run_until_complete(self._application.invoke_startup())

    def answer(self, query: str) -> Answer:
        found = self._get(_search=query, _size=DEPTH, _shape="objects")
        return apart((row["id"], row["choosable"]) for row in found.get("rows", []))

    def whole_search(self, query: str) -> None:
        self._get(_search=query, _size=PAGE, _shape="objects", choosable=1, _facet=["kind", "commune"])

    def close(self) -> None:
        self._loop.close()
        self._folder.cleanup()

    def _get(self, **parameters: Any) -> dict[str, Any]:
        request = self._application.client.get("/register/listing.json", params=parameters)
        found: dict[str, Any] = self._loop.run_until_complete(request).json()
        return found
