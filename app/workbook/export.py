"""The whole register as a workbook: accepted records, what only staff see too, in the shape of an import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from app import kinds
from app.records.accepted import Record
from app.workbook.template import write_book
from app.workbook.writing import Words, texts_of


def export(path: Path, province: str, records: Iterable[Record]) -> None:
    """Write ``records`` to ``path``, with the communes of ``province``.

    Raises Unwritable for a value that no cell holds.
    """
    entries: dict[str, list[Words]] = defaultdict(list)
    for listing_id, kind, document in records:
        entries[kind].append(texts_of(kinds.find(kind), listing_id, document))
    write_book(path, province, entries)
