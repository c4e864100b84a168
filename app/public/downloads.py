"""Whole lists as files: CSV for programs, a workbook for people; of today, of a day, of a publication."""

from __future__ import annotations

from threading import Lock

from flask import Response

from app.catalogue.recent import Recent
from app.kinds import KINDS
from app.opendata.extract import Extract
from app.opendata.formats import CSV, XLSX, Format
from app.public import as_of, parameters
from app.public.as_of import IN_FORCE, PUBLISHED
from app.public.door import public
from app.public.lists import LISTS
from app.public.publication_file import as_it_left
from app.web import headers, site
from app.web.links import base_url

WHOLE = tuple(dict.fromkeys(kind.collection for kind in KINDS))
FILES_KEPT = 16

_kept: Recent[tuple[object, ...], bytes] = Recent(FILES_KEPT)
_lock = Lock()


@public.get("/danh-sach.csv")
@public.get("/danh-sach/<list:name>.csv")
def official_list_csv(name: str = "") -> Response:
    """Answer with the whole list, what cannot be chosen at the end with its status."""
    return official_file(name, CSV)


@public.get("/danh-sach.xlsx")
@public.get("/danh-sach/<list:name>.xlsx")
def official_list_xlsx(name: str = "") -> Response:
    """Answer with the same as a workbook, a sheet for each kind."""
    return official_file(name, XLSX)


@public.get("/cong-bo/<int:number>/danh-sach.csv")
def publication_csv(number: int) -> Response:
    """Answer with every list as publication ``number`` left it, on its own day."""
    return _published(number, CSV)


@public.get("/cong-bo/<int:number>/danh-sach.xlsx")
def publication_xlsx(number: int) -> Response:
    """Answer with the same as a workbook."""
    return _published(number, XLSX)


def official_file(name: str, form: Format) -> Response:
    """Answer with the official list called ``name`` as a file, as of the days asked for."""
    asked = as_of.read(parameters.read(PUBLISHED, IN_FORCE))
    listed = LISTS[name]
    extract = Extract(listed.heading, listed.collections, as_of.show(asked), base_url(), asked.words)
    days = [f"{parameter}-{day}" for parameter, day in asked.parameters.items()]
    return _answer(extract, form, "-".join(filter(None, ["danh-sach", name])), *days)


def _published(number: int, form: Format) -> Response:
    register = as_it_left(number)
    headers.lasting()
    return _answer(Extract("Danh sách công bố", WHOLE, register, base_url()), form, "danh-sach-cong-bo")


def _answer(extract: Extract, form: Format, *names: str) -> Response:
    response = Response(_content(extract, form), mimetype=form.mimetype)
    sample = ["mau"] if extract.sample else []
    name = "-".join([*sample, *names, f"lan-{extract.register.n}"])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form.suffix}"'
    return response


def _content(extract: Extract, form: Format) -> bytes:
    """Return the file; from memory if it was built since the newest publication, which may be a redaction."""
    head, register = site.newest(), extract.register
    if head is None or register.n < head.number or extract.as_of:
        return form.build(extract)
    wanted = (head.hash, register.day, extract.collections, extract.base_url, form.suffix)
    with _lock:
        known = _kept.get(wanted)
    content = known if known is not None else form.build(extract)
    with _lock:
        return _kept.keep(wanted, content)
