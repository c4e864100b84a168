"""The official lists as documents, PDF and DOCX: the tables of the pages, whole, numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from flask import Response

from app.catalogue.card import Phone
from app.catalogue.lists import official
from app.catalogue.publications import publication_ref
from app.clock import VIET_NAM
from app.opendata import about
from app.opendata.extract import Extract
from app.opendata.formats import Format
from app.printing.docx_file import list_docx
from app.printing.listed import Listed, Part, list_pdf
from app.public import downloads, tables
from app.public.door import public
from app.public.tables import Line
from app.public.words import Link
from app.web import site
from app.web.language import _

_BEFORE_THE_FIRST = datetime(2000, 1, 1, tzinfo=VIET_NAM)


@public.get("/danh-sach.pdf")
@public.get("/danh-sach/<list:name>.pdf")
def official_list_pdf(name: str = "") -> Response:
    """Answer with the whole list to print."""
    return downloads.official_file(name, PDF)


@public.get("/danh-sach.docx")
@public.get("/danh-sach/<list:name>.docx")
def official_list_docx(name: str = "") -> Response:
    """Answer with the whole list to work on."""
    return downloads.official_file(name, DOCX)


def told(extract: Extract) -> Listed:
    """Return ``extract`` as a document tells it."""
    register = extract.register
    lines = tables.lines([official(register, each) for each in extract.collections])
    shown = extract.publication
    return Listed(
        heading=_(extract.heading),
        department=site.department(),
        lead=[*([about.SAMPLE] if extract.sample else []), *([extract.as_of] if extract.as_of else [])],
        facts=[(_("Số mục"), str(len(lines))), *_facts(extract)],
        parts=[_part(list(held), extract) for _section, held in groupby(lines, lambda line: line.section)],
        nothing=_("Chưa có gì trong danh sách này"),
        terms=[str(line) for row in about.terms() for line in row],
        foot=_foot(extract),
        made=shown.published_at if shown else _BEFORE_THE_FIRST,
    )


def _facts(extract: Extract) -> Iterator[tuple[str, str]]:
    shown = extract.publication
    if shown is None:
        yield _("Lần công bố"), _("Chưa có lần công bố nào")
        return
    yield _("Lần công bố"), str(shown.number)
    yield _("Công bố lúc"), f"{shown.published_at:%H:%M %d/%m/%Y}"
    yield _("Văn bản"), publication_ref(shown).document
    yield _("Tình trạng tính đến ngày"), f"{extract.register.day:%d/%m/%Y}"
    yield _("Mã kiểm tra toàn vẹn"), shown.hash
    yield _("Dấu nhận biết khóa"), shown.key_id


def _foot(extract: Extract) -> str:
    shown = extract.publication
    if shown is None:
        return _("Bản mới nhất: %(url)s/danh-sach", url=extract.base_url)
    ref = publication_ref(shown)
    return _(
        "Lần công bố %(number)s, ngày %(date)s. Bản mới nhất: %(url)s/danh-sach",
        number=ref.number,
        date=ref.date,
        url=extract.base_url,
    )


def _part(held: Sequence[Line], extract: Extract) -> Part:
    [table] = tables.tables(held, extract.register, {})
    rows = [
        [str(number), *map(_words, row), line.version.listing_id]
        for number, (row, line) in enumerate(zip(table.rows, held, strict=True), start=1)
    ]
    return Part(table.title, table.caption, [_("STT"), *table.columns, _("Mã")], rows)


def _words(cell: object) -> str:
    match cell:
        case list():
            return ", ".join(map(_words, cell))
        case Link():
            return cell.text
        case Phone():
            return cell.shown
    return str(cell)


def _pdf(extract: Extract) -> bytes:
    return list_pdf(told(extract))


def _docx(extract: Extract) -> bytes:
    return list_docx(told(extract))


PDF = Format("pdf", "application/pdf", _pdf)
DOCX = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx)
