"""An official list as DOCX, to work on: real headings and tables, a header row on every page, Vietnamese.

Knows python-docx. Every date inside is the publication's, and nothing depends on when or where it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from app.opendata.zipped import steady
from app.printing.listed import Listed, Part

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.table import _Row as Row

FONT = "Times New Roman"
LONG, SHORT, MARGIN = Cm(29.7), Cm(21), Cm(1.5)
LANGUAGE = "vi-VN"


def list_docx(told: Listed) -> bytes:
    """Return the document as DOCX."""
    book = Document()
    _lay_out(book, told)
    book.add_paragraph(told.department)
    book.add_heading(told.heading, level=1)
    for line in told.lead:
        book.add_paragraph().add_run(line).bold = True
    for label, value in told.facts:
        book.add_paragraph(f"{label}: {value}")
    if not told.parts:
        book.add_paragraph(told.nothing)
    for part in told.parts:
        _add_part(book, part)
    for term in told.terms:
        book.add_paragraph(term)
    written = BytesIO()
    book.save(written)
    return steady(written.getvalue())


def _lay_out(book: Book, told: Listed) -> None:
    page = book.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = LONG, SHORT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    page.footer.paragraphs[0].text = told.foot
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = book.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), FONT)
    book.styles["Normal"].font.size = Pt(11)
    book.styles["Normal"].paragraph_format.space_after = Pt(2)
    for language in book.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    made = told.made.astimezone(UTC).replace(tzinfo=None)
    about = book.core_properties
    about.title, about.author, about.language = told.heading, told.department, LANGUAGE
    about.comments, about.last_modified_by, about.revision = "", "", 1
    about.created = about.modified = made


def _add_part(book: Book, part: Part) -> None:
    book.add_heading(part.title, level=2)
    book.add_paragraph(part.caption).paragraph_format.keep_with_next = True
    table = book.add_table(rows=len(part.rows) + 1, cols=len(part.columns), style="Table Grid")
    table.autofit = False
    _mark(table.rows[0], "w:tblHeader")  # it stands on every page, and a screen reader knows what it is
    for row in table.rows:
        _mark(row, "w:cantSplit")
    room = LONG - 2 * MARGIN
    widths = [room * width // sum(part.widths) for width in part.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, (row, cells) in enumerate(zip(table.rows, [part.columns, *part.rows], strict=True)):
        _fill(row.cells, cells, widths, bold=number == 0)


def _fill(cells: Sequence[object], texts: Sequence[str], widths: Sequence[int], *, bold: bool) -> None:
    for cell, text, width in zip(cells, texts, widths, strict=True):
        cell.width = width  # type: ignore[attr-defined]
        cell.paragraphs[0].add_run(text).bold = bold or None  # type: ignore[attr-defined]


def _mark(row: Row, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
