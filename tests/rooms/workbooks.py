"""Real .xlsx files for tests, made as clerks make them, and a register to read them against."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app import kinds
from app.canonical import Document
from app.workbook import EMPTY_REGISTER, Known, Reading, read
from app.workbook.examples import EXAMPLES
from app.workbook.headers import ID

PROVINCE = "20"
Entry = Mapping[str, Any]
Twist = Callable[[Worksheet], object]

CENTRE: dict[str, Any] = {**EXAMPLES["centre"], "commune": "Phường Đông Kinh"}
ORGANISATION: dict[str, Any] = {**EXAMPLES["organisation"], "commune": "Xã Lộc Bình"}
LAWYER: dict[str, Any] = dict(EXAMPLES["lawyer"])


@dataclass
class KnownRegister:
    """A register that knows what a test tells it: documents by id."""

    documents: dict[str, Document] = field(default_factory=dict)
    empty: bool = False
    files: frozenset[str] = frozenset()

    def kind_of(self, listing_id: str) -> str | None:
        kind = kinds.of_id(listing_id) if listing_id in self.documents else None
        return kind.key if kind else None

    def document(self, listing_id: str) -> Document | None:
        return self.documents.get(listing_id)

    def ids_named(self, name: str, kinds: Iterable[str]) -> list[str]:
        allowed = set(kinds)
        named = [one for one, document in self.documents.items() if document["name"] == name]
        return [one for one in named if self.kind_of(one) in allowed]

    def ids_of(self, kind: str) -> list[str]:
        return [one for one in self.documents if self.kind_of(one) == kind]

    def every(self) -> Iterable[tuple[str, str, Document]]:
        return ((one, str(self.kind_of(one)), document) for one, document in self.documents.items())

    def posted_on(self, listing_id: str) -> date | None:
        return None

    def has_file(self, sha256: str) -> bool:
        return sha256 in self.files


def sheet(kind_key: str, *entries: Entry, without: Sequence[str] = ()) -> tuple[str, list[list[Any]]]:
    """Return title and rows of a kind's sheet; an entry gives its cells by field key, ``id`` among them."""
    kind = kinds.find(kind_key)
    fields = [one for one in (ID, *kind.fields) if one.key not in without]
    rows = [[entry.get(one.key) for one in fields] for entry in entries]
    return kind.sheet, [[one.vi for one in fields], *rows]


def workbook(path: Path, *sheets: tuple[str, list[list[Any]]], twist: Twist | None = None) -> Path:
    """Write sheets to ``path`` and return it; ``twist`` may spoil the last of them first."""
    book = Workbook()
    del book["Sheet"]
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    if twist:
        twist(book.worksheets[-1])
    book.save(path)
    return path


def column(kind_key: str, key: str) -> int:
    """Return the number of a field's column in a sheet made by `sheet`."""
    return [ID.key, *kinds.find(kind_key).by_key].index(key) + 1


def put(kind_key: str, key: str, value: object, row: int = 2) -> Twist:
    """Return the twist that puts ``value`` into a field's cell."""

    def twist(page: Worksheet) -> None:
        page.cell(row, column(kind_key, key)).value = value  # type: ignore[assignment]

    return twist


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part inside an .xlsx file by hand and return its path."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def reading(
    *paths: Path,
    known: Known = EMPTY_REGISTER,
    repairing: bool = False,
    leave_out: Collection[tuple[str, int]] = (),
) -> Reading:
    """Read workbooks as `load` does, or as for a person who sees the notes."""
    return read(paths, known, PROVINCE, repairing=repairing, leave_out=leave_out)


def notes(found: Reading) -> list[str]:
    """Return the lines of what was read otherwise than it stands."""
    return [note.line() for note in found.notes]


def known_of(found: Reading, *ids: str) -> KnownRegister:
    """Return a register that holds what ``found`` proposes under ``ids``."""
    handles = {f"@{number}": one for number, one in enumerate(ids, start=1)}
    documents = {
        one: {
            key: handles.get(value, value) if isinstance(value, str) else value
            for key, value in proposal.fields.items()
        }
        for one, proposal in zip(ids, found.proposals(), strict=True)
    }
    return KnownRegister(documents)


def said(found: Reading) -> list[str]:
    """Return the lines of what stands in the way."""
    return [problem.line() for problem in found.problems]


def only_line(found: Reading) -> str:
    """Return the one line of the one problem."""
    assert len(found.problems) == 1, said(found)
    return said(found)[0]
