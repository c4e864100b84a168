"""The starter workbook `seed/phap-luat.xlsx`, written from `seed/law/`: run this module to write it anew.

Knows neither database nor register. What is marked as a draft there is not verified and stays out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from app import kinds
from app.canonical import Document, tidy
from app.kinds import KINDS, Kind
from app.workbook.writing import add_sheet, open_book, texts_of

SEED = Path(__file__).parents[2] / "seed"
WORKBOOK = SEED / "phap-luat.xlsx"
_PROVINCE = "20"  # no cell names a commune, but a type asks

Entry = tuple[Kind, Document]


def entries() -> Iterator[Entry]:
    """Yield what the files say of the law as it stands; a reference is still the name of what it leads to."""
    for path in sorted((SEED / "law").glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            if not told.get("draft"):
                kind = kinds.find(told["kind"])
                yield kind, {key: _read(kind, key, words) for key, words in told["says"].items()}


def write(path: Path, told: Sequence[Entry]) -> None:
    """Write a workbook of new entries to ``path``, a sheet for each kind that they have."""
    book = open_book(path)
    for kind in KINDS:
        rows = [texts_of(kind, "", document) for of, document in told if of is kind]
        if rows:
            add_sheet(book, kind, rows)
    book.close()


def _read(kind: Kind, key: str, words: str) -> object:
    return tidy(kind.by_key[key].type.read(words, _PROVINCE))


if __name__ == "__main__":
    write(WORKBOOK, list(entries()))
