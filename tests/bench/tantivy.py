"""tantivy as a rival: words without marks in three fields, the name weighing most; counts as aggregations."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from app.vietnamese import fold, words
from tests.bench.rival import DEPTH, PAGE, apart, asked
from tests.bench.rows import Row
from tests.relevance.judging import Answer

_FIELDS = ["name", "place", "rest"]
_WEIGHTS = {"name": 10.0, "place": 4.0, "rest": 1.0}
_COUNTS = {
    "kinds": {"terms": {"field": "kind", "size": 20}},
    "communes": {"terms": {"field": "commune", "size": 500}},
}


class Tantivy:
    """The rows in memory."""

    name = "tantivy"

    def __init__(self, rows: Sequence[Row]) -> None:
        schema = tantivy.SchemaBuilder()
        for field in _FIELDS:
            schema.add_text_field(field)
        for code in ("id", "kind", "commune", "choosable"):
            schema.add_text_field(code, stored=True, fast=True, tokenizer_name="raw")
        self._index = tantivy.Index(schema.build())
        writer = self._index.writer()
        for one in rows:
            text = {field: " ".join(words(fold(getattr(one, field)))) for field in _FIELDS}
            codes = {"id": one.id, "kind": one.kind, "commune": one.commune, "choosable": str(one.choosable)}
            writer.add_document(tantivy.Document(**text, **codes))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def answer(self, query: str) -> Answer:
        hits = self._searcher.search(self._match(query), DEPTH).hits
        documents = (self._searcher.doc(address) for _, address in hits)
        return apart((one["id"][0], int(one["choosable"][0])) for one in documents)

    def whole_search(self, query: str) -> None:
        match = self._match(f"{query}", choosable=True)
        for _, address in self._searcher.search(match, PAGE, count=True).hits:
            self._searcher.doc(address)
        self._searcher.aggregate(match, _COUNTS)

    def close(self) -> None:
        """Nothing to let go of."""

    def _match(self, query: str, *, choosable: bool = False) -> tantivy.Query:
        every = self._parsed(query, conjunction=True)
        match = every if self._searcher.search(every, 1).hits else self._parsed(query, conjunction=False)
        if not choosable:
            return match
        can_be_chosen = tantivy.Query.term_query(self._index.schema, "choosable", "1")
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, match), (tantivy.Occur.Must, can_be_chosen)])

    def _parsed(self, query: str, *, conjunction: bool) -> tantivy.Query:
        text = " ".join(f'"{fold(word)}"' for word in asked(query)) or '""'
        return self._index.parse_query(
            text, _FIELDS, field_boosts=_WEIGHTS, conjunction_by_default=conjunction
        )
