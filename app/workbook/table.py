"""One sheet of entries and its rows, as they grow from cells to documents. Knows kinds, not the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from app.canonical import Document, Value, tidy
from app.kinds import Field, Kind
from app.workbook.problem import Problem


@dataclass(eq=False)
class Row:
    """One entry as a workbook wants it.

    ``number`` is the row in its sheet, ``position`` counts all rows of a reading from 1. ``listing_id`` is
    what the cell `Mã` led to, ``before`` the accepted document, None for a new entry. ``values`` holds what
    the sheet's columns say, None to clear; ``unread`` the keys of which enough was said already.
    """

    table: Table
    number: int
    position: int = 0
    values: dict[str, Value] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    listing_id: str | None = None
    before: Document | None = None
    document: Document = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """The kind of the entry: its sheet's."""
        return self.table.kind

    @property
    def code(self) -> str:
        """What stands in the cell `Mã`."""
        return self.texts.get("id", "")

    @property
    def new(self) -> bool:
        """Whether the register does not know this entry yet."""
        return self.before is None

    @property
    def handle(self) -> str:
        """What a reference to this row holds: its id, or ``@`` and its position where it has none yet."""
        return f"@{self.position}" if self.new else str(self.listing_id)

    @property
    def place(self) -> str:
        """Where the row is, for a message about another."""
        return f"dòng {self.number} trang “{self.table.sheet}”"

    @property
    def changed(self) -> list[str]:
        """The keys of the fields that the row changes, in the order of the kind."""
        before = self.before or {}
        return [key for key in self.kind.by_key if before.get(key) != self.document.get(key)]

    def settle(self) -> None:
        """Make the whole document: what stands, changed by what the row says."""
        self.document = tidy({**(self.before or {}), **self.values})

    def problem(self, one: Field, expected: str, read: str | None = None) -> Problem:
        """Return a problem of the cell under the column of field ``one``."""
        return Problem(
            file=self.table.file,
            expected=expected,
            sheet=self.table.sheet,
            row=self.number,
            column=one.vi,
            letter=self.table.letters.get(one.key, ""),
            read=self.texts.get(one.key, "") if read is None else read,
        )

    def refuse(self, one: Field, expected: str, read: str | None = None) -> None:
        """Keep a problem of the cell under the column of field ``one``; nothing more will be said of it."""
        self.problems.append(self.problem(one, expected, read))
        self.unread.add(one.key)

    def note(self, one: Field, said: str, read: str) -> None:
        """Keep what the clerk should know of a cell that was taken, but not as it stands."""
        self.notes.append(self.problem(one, said, read))


@dataclass(eq=False)
class Table:
    """One sheet of one kind. ``letters`` has the column of each field that has one; ``header`` is a row."""

    kind: Kind
    file: str
    sheet: str
    header: int = 1
    letters: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def refuse(self, expected: str, *, row: int | None = None, letter: str = "", read: str = "") -> None:
        """Keep a problem of the sheet as a whole, or of its header."""
        self.problems.append(Problem(self.file, expected, self.sheet, row, letter=letter, read=read))

    def note(self, said: str, *, row: int | None = None, letter: str = "", read: str = "") -> None:
        """Keep what the clerk should know of the sheet, which stands in nobody's way."""
        self.notes.append(Problem(self.file, said, self.sheet, row, letter=letter, read=read))

    def leave_out(self, places: Collection[tuple[str, int]]) -> list[Row]:
        """Take the rows at these places, each a sheet and a row, off the table and return them."""
        left = [row for row in self.rows if (self.sheet, row.number) in places]
        self.rows = [row for row in self.rows if (self.sheet, row.number) not in places]
        return left

    def lacks(self, one: Field) -> bool:
        """Whether the sheet has no column for field ``one``."""
        return one.key not in self.letters

    def all_problems(self) -> Iterator[Problem]:
        """Yield the sheet's own problems, then those of its rows."""
        yield from self.problems
        for row in self.rows:
            yield from row.problems

    def all_notes(self) -> Iterator[Problem]:
        """Yield the sheet's own notes, then those of its rows."""
        yield from self.notes
        for row in self.rows:
            yield from row.notes


def rows_of(tables: Iterable[Table]) -> list[Row]:
    """Return the rows of ``tables`` in order, numbered."""
    rows = [row for table in tables for row in table.rows]
    for position, row in enumerate(rows, start=1):
        row.position = position
    return rows
