"""Workbooks in the browser: one to take along, one to hand in, told cell by cell before it counts."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from flask import Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.desk import long_work, workbook_work
from app.desk.door import HOME, desk
from app.desk.numbers import number
from app.desk.person import me
from app.desk.told import tell
from app.desk.work import work
from app.faults import NotFound
from app.publishing import propose
from app.records import accepted
from app.records.changes import DROPPED, ChangeSet
from app.web import links
from app.web.instance import instance
from app.web.language import N_, _
from app.web.session import reading
from app.workbook import kept, template
from app.workbook.export import export
from app.workbook.kept import Kept
from app.workbook.upload import Refused

PATH = f"{HOME}/bang-tinh"

_STATES = {kept.IDLE: "", kept.AT_WORK: N_("đang đọc"), kept.DIED: N_("đọc dở")}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@desk.get("/bang-tinh")
def workbooks() -> str:
    """Show what can be taken along, ask for a workbook, and list what waits and what was handed in."""
    return _page()


@desk.get("/bang-tinh/mau.xlsx")
def empty_workbook() -> Response:
    """Answer with an empty workbook to fill in."""
    path = _folder() / f"{secrets.token_hex(8)}.xlsx"
    template.write_template(path, instance().settings.province)
    return _sent(_taken(path), "mau-nhap.xlsx")


@desk.get("/bang-tinh/dang-co.xlsx")
def filled_workbook() -> Response:
    """Answer with all accepted records, staff fields too, in the shape that can be handed in again."""
    path = _folder() / f"{secrets.token_hex(8)}.xlsx"
    export(path, instance().settings.province, accepted.every(reading()))
    with work() as doing:
        doing.note("workbook.exported")
    return _sent(_taken(path), "danh-sach-dang-co.xlsx")


@desk.post("/bang-tinh")
def hand_in() -> ResponseReturnValue:
    """Take in a workbook and lead to what it would do."""
    kept.forget_old(_folder())
    sent = request.files.get("tep")
    if sent is None or not sent.filename:
        return make_response(_page(_("Hãy chọn một tệp .xlsx, .xls hoặc .ods.")), 422)
    try:
        found = kept.keep(_folder(), sent.stream, sent.filename, me().id)
    except Refused as refused:
        return make_response(_page(str(refused)), 422)
    return redirect(links.link(f"{PATH}/{found.token}"), 303)


@desk.get("/bang-tinh/<token>")
def workbook(token: str) -> ResponseReturnValue:
    """Show what a workbook would do, row by row and cell by cell; until then, how far it was read."""
    found = _find(token)
    if found.state == kept.IDLE and not workbook_work.is_told(found):
        workbook_work.tell(found)
    return _answer(found)


@desk.post("/bang-tinh/<token>")
def propose_workbook(token: str) -> ResponseReturnValue:
    """Propose what the workbook says, without the rows that were left out, and send it to review."""
    found = _find(token)
    workbook_work.submit(found, _left_out())
    if found.state != kept.IDLE or "told" not in found.outcome:
        return _lead_to(found)
    return make_response(_told(found), 409 if found.outcome["fault"] else 422)


@desk.post("/bang-tinh/<token>/doc-lai")
def read_again(token: str) -> ResponseReturnValue:
    """Read a workbook anew, whose reading stopped in its midst or was long ago."""
    found = _find(token)
    workbook_work.tell(found)
    return _lead_to(found)


@desk.get("/bang-tinh/<token>/danh-dau-loi.xlsx")
def corrected_workbook(token: str) -> ResponseReturnValue:
    """Answer with the workbook, its mistakes coloured and commented, or lead to where to wait for it."""
    found = _find(token)
    if found.state == kept.IDLE and workbook_work.is_told(found) and not found.marked.exists():
        workbook_work.mark(found)
    if found.state != kept.IDLE or not found.marked.exists():
        return _lead_to(found)
    return _sent(found.marked.read_bytes(), f"{found.file.stem}-loi.xlsx")


@desk.post("/bang-tinh/<token>/bo")
def discard_workbook(token: str) -> ResponseReturnValue:
    """Forget a workbook; nothing of it was written anywhere."""
    kept.forget(_find(token))
    tell(_("Đã bỏ tệp. Chưa có gì thay đổi."))
    return redirect(links.link(PATH), 303)


@desk.post("/dot/<int:number>/bo")
def drop_change_set(number: int) -> ResponseReturnValue:
    """Take back a whole import of which nothing is published."""
    with work() as doing:
        change_set = doing.session.get(ChangeSet, number)
        if change_set is None:
            raise NotFound(_("Không có nhóm thay đổi này."))
        propose.drop(change_set, doing.account)
        doing.note("change_set.dropped", f"change_set:{number}")
    tell(_("Đã hoàn tác cả tệp: không thay đổi nào của nó còn chờ."))
    return redirect(links.link(PATH), 303)


def _page(problem: str = "") -> str:
    return render_template(
        "desk/workbooks.html",
        here=PATH,
        heading=_("Bảng tính"),
        problem=problem,
        kept=[(one.token, one.file.name, _(_STATES[one.state])) for one in kept.of(_folder(), me().id)],
        sets=list(_imports()),
    )


def _imports() -> Iterator[tuple[int, str, str, int]]:
    """Yield number, title, author and how many changes wait, of imports that can be taken back whole."""
    for one in reading().scalars(select(ChangeSet).order_by(ChangeSet.id.desc()).limit(50)):
        waiting = [change for change in one.changes if change.state != DROPPED]
        if len(waiting) > 1 and all(change.entry is None for change in waiting):
            yield one.id, one.title, waiting[0].author.name, len(waiting)


def _answer(found: Kept) -> ResponseReturnValue:
    if found.state == kept.AT_WORK:
        return long_work.page(found)
    if found.state == kept.DIED:
        return long_work.stopped(found)
    if "told" in found.outcome:
        return _told(found)
    count = found.outcome["submitted"]
    kept.forget(found)
    tell(
        _("Đã gửi %(count)s thay đổi để duyệt.", count=count),
        (_("Xem các thay đổi"), f"{HOME}/viec"),
        (_("Hoàn tác cả tệp"), PATH),
    )
    return redirect(links.link(f"{HOME}/viec"), 303)


def _lead_to(found: Kept) -> ResponseReturnValue:
    return redirect(links.link(f"{PATH}/{found.token}"), 303)


def _told(found: Kept) -> str:
    outcome = found.outcome
    return render_template(
        "desk/workbook.html",
        here=PATH,
        heading=found.file.name,
        token=found.token,
        address=links.absolute(f"{PATH}/{found.token}"),
        told=outcome["told"],
        fault=outcome["fault"],
        left_out=outcome["left_out"],
        marked=found.marked.exists(),
        mine=found.by == me().id,
    )


def _left_out() -> list[tuple[str, int]]:
    """Return the rows that were left out: ``sheet|number``."""
    named = (one.rpartition("|") for one in request.form.getlist("bo-dong"))
    read_ = ((sheet, number(row)) for sheet, _bar, row in named)
    return [(sheet, row) for sheet, row in read_ if row is not None]


def _find(token: str) -> Kept:
    return kept.find(_folder(), token)


def _folder() -> Path:
    folder = instance().settings.instance_dir / "uploads"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _taken(path: Path) -> bytes:
    """Return what a file holds that is not kept."""
    data = path.read_bytes()
    path.unlink()
    return data


def _sent(data: bytes, name: str) -> Response:
    response = make_response(data)
    response.mimetype = _XLSX
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
