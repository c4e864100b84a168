"""What stands in the way of a workbook: file, sheet, row, column, what was read there, what is needed.

Problems are gathered, never raised at the first: a clerk mends the whole file at one sitting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.publishing.in_words import one_line

MOST_LINES = 500
_LONGEST_READ = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``row`` is None for a whole sheet or file; ``expected`` is a Vietnamese clause."""

    file: str
    expected: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    letter: str = ""
    read: str = ""

    def line(self) -> str:
        """Return the Vietnamese sentence that says where, what was read and what is needed."""
        return f"{', '.join(self._place())}: {self._read()}{self.expected}"

    def _place(self) -> Iterator[str]:
        yield self.file
        if self.sheet:
            yield f"trang “{self.sheet}”"
        if self.row:
            yield f"dòng {self.row}"
        if self.letter or self.column:
            yield " ".join(["cột", *filter(None, (self.letter, self.column and f"“{self.column}”"))])

    def _read(self) -> str:
        if self.read:
            return f"đọc được “{_shortened(self.read)}”, "
        return "ô trống, " if self.row and self.column else ""


def _shortened(text: str) -> str:
    printable = one_line(text)
    return printable if len(printable) <= _LONGEST_READ else f"{printable[:_LONGEST_READ]}…"


def lines(problems: Sequence[Problem], called: str = "lỗi") -> Iterator[str]:
    """Yield a line for each problem or note, at most `MOST_LINES`, then one that counts the rest."""
    for problem in problems[:MOST_LINES]:
        yield problem.line()
    if len(problems) > MOST_LINES:
        yield f"… và {len(problems) - MOST_LINES} {called} nữa."
