"""A workbook given back to be mended: each bad cell coloured and commented, a first sheet that leads to them.

Knows what was found wrong, not why. What came as .xls or .ods goes back as .xlsx.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from app.faults import Fault
from app.publishing.in_words import one_line
from app.workbook import archive, progress
from app.workbook.from_xlsx import muted
from app.workbook.opening import raw_sheets
from app.workbook.problem import Problem
from app.workbook.sheets import MISTAKES, RawCell, RawSheet, Unopenable

MOST_MARKED = 2_000
"""The most mistakes that are marked; the rest are counted."""

_AUTHOR = "Sổ danh sách"
_BAD, _CLEAR = PatternFill("solid", start_color="FFFFC7CE"), PatternFill()
_BOLD, _LINK = Font(bold=True), Font(color="FF0563C1", underline="single")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_COLUMNS = (("Trang", 22), ("Ô", 9), ("Cột", 30), ("Đọc được", 40), ("Cần sửa thành", 80))
_LONGEST = 1_000
_LONGEST_TITLE = 31


class Uncorrectable(Fault):
    """A file into which nothing can be marked."""


def write_corrected(source: Path, target: Path, problems: Sequence[Problem]) -> None:
    """Write the workbook at ``source`` to ``target``, an .xlsx, its ``problems`` marked and listed first.

    Raises Uncorrectable for what cannot be opened, or is too large to go through at once.
    """
    progress.say(progress.MARKING)
    book, pages = _opened(source)
    ours = [one for one in problems if one.file == source.name]
    marked = ours[:MOST_MARKED]
    for (sheet, at), said in _by_cell(marked).items():
        if sheet in pages:
            _mark(pages[sheet], at, said)
    _list(book, pages, marked, len(ours) - len(marked))
    book.save(target)


def _opened(source: Path) -> tuple[Any, dict[str, Any]]:
    """Return the workbook and its pages by the titles that they had in the file."""
    try:
        raws = raw_sheets(source, passed_over=frozenset({MISTAKES}))
    except Unopenable as fault:
        raise Uncorrectable(f"Không đánh dấu lỗi vào tệp này được: {fault}.") from fault
    if any(raw.too_long for raw in raws):
        raise Uncorrectable("Tệp quá dài, không đánh dấu lỗi vào tệp được: hãy sửa theo danh sách lỗi.")
    if archive.format_of(source) != archive.XLSX:
        return _copied(raws)
    with muted():
        book = load_workbook(source, keep_links=False)
    if MISTAKES in book.sheetnames:
        del book[MISTAKES]
        _clean(book)
    return book, {page.title: page for page in book.worksheets}


def _copied(raws: Iterable[RawSheet]) -> tuple[Any, dict[str, Any]]:
    """Another format's cells at their places in a new workbook: what nobody could read is text."""
    book, pages = Workbook(), {}
    book.remove(book.worksheets[0])
    for raw in raws:
        title = re.sub(r"[\\*?:/\[\]]", "_", raw.title)[:_LONGEST_TITLE]
        page = pages[raw.title] = book.create_sheet(title)
        page.sheet_state = "hidden" if raw.hidden else "visible"
        for number, cells in raw.rows:
            for cell in cells:
                _put(page.cell(number, cell.column), cell)
        for number in raw.hidden_rows:
            page.row_dimensions[number].hidden = True
        for merged in raw.merged:
            page.merge_cells(merged)
    return book, pages


def _put(place: Any, cell: RawCell) -> None:
    if isinstance(cell.value, str):
        _write(place, cell.value)
    else:
        place.value = cell.value
        if cell.type == "d":
            place.number_format = "dd/mm/yyyy"


def _write(place: Any, text: str) -> None:
    """Write text as text, whatever it looks like: a formula above all."""
    place.value = ILLEGAL_CHARACTERS_RE.sub("�", text)
    place.data_type = "s"


def _clean(book: Any) -> None:
    """Take the marks of an earlier copy off, so that only what is still wrong is marked."""
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.comment and cell.comment.author == _AUTHOR:
                    cell.comment, cell.fill = None, _CLEAR


def _by_cell(problems: Iterable[Problem]) -> Mapping[tuple[str, str], list[str]]:
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in problems:
        if one.row:
            said[one.sheet, _at(one)].append(one_line(one.expected))
    return said


def _at(problem: Problem) -> str:
    return f"{problem.letter or 'A'}{problem.row or 1}"


def _mark(page: Any, at: str, said: list[str]) -> None:
    cell = page[at]
    if isinstance(cell, MergedCell):
        cell = next(page.cell(one.min_row, one.min_col) for one in page.merged_cells.ranges if at in one)
    cell.fill = _BAD
    comment = Comment("\n".join(said)[:_LONGEST], _AUTHOR)
    comment.width, comment.height = 360, 120
    cell.comment = comment


def _list(book: Any, pages: Mapping[str, Any], problems: Sequence[Problem], more: int) -> None:
    page = book.create_sheet(MISTAKES, 0)
    for column, (label, width) in enumerate(_COLUMNS, start=1):
        page.cell(1, column, label).font = _BOLD
        page.column_dimensions[get_column_letter(column)].width = width
    for number, problem in enumerate(problems, start=2):
        at = _at(problem) if problem.row else ""
        texts = (problem.sheet, at, problem.column, problem.read, problem.expected)
        for column, text in enumerate(texts, start=1):
            cell = page.cell(number, column)
            _write(cell, one_line(text)[:_LONGEST])
            cell.alignment = _WRAPPED
        if problem.sheet in pages:
            _lead(page.cell(number, 2 if at else 1), pages[problem.sheet].title, at or "A1")
    if more:
        page.cell(len(problems) + 2, 1, f"… và {more} lỗi nữa.")
    page.freeze_panes = "A2"
    for one in book.worksheets:
        one.sheet_view.tabSelected = one is page
    book.active = 0


def _lead(cell: Any, title: str, at: str) -> None:
    quoted = title.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{at}")
    cell.font = _LINK
