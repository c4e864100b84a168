"""Workbooks in the browser: one to take along, one to hand in, told cell by cell before it counts."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from flask import Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app import clock
from app.accounts.permissions import PROPOSE, may
from app.desk.door import HOME, desk
from app.desk.numbers import number
from app.desk.person import me
from app.desk.told import tell
from app.desk.work import work
from app.faults import NotAllowed, NotFound, NothingChanged
from app.publishing import propose
from app.publishing.propose import Proposal
from app.records import accepted
from app.records.changes import DROPPED, ChangeSet
from app.web import links
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading
from app.workbook import template, upload
from app.workbook.corrected import write_corrected
from app.workbook.export import export
from app.workbook.living import RecordsKnown
from app.workbook.outlook import Outlook, outlook
from app.workbook.reading import Reading, read
from app.workbook.upload import Refused

PATH = f"{HOME}/bang-tinh"
KEPT_SECONDS = 7 * 24 * 3600
ROWS_SHOWN = 300

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Upload(NamedTuple):
    """A workbook that was handed in and waits: its token, its file, and the account that brought it."""

    token: str
    file: Path
    by: int


@desk.get("/bang-tinh")
def workbooks() -> str:
    """Show what can be taken along, ask for a workbook, and list what was handed in."""
    return _page()


@desk.get("/bang-tinh/mau.xlsx")
def empty_workbook() -> Response:
    """Answer with an empty workbook to fill in."""
    path = _folder() / f"{secrets.token_hex(8)}.xlsx"
    template.write_template(path, instance().settings.province)
    return _sent(path, "mau-nhap.xlsx")


@desk.get("/bang-tinh/dang-co.xlsx")
def filled_workbook() -> Response:
    """Answer with all accepted records, staff fields too, in the shape that can be handed in again."""
    path = _folder() / f"{secrets.token_hex(8)}.xlsx"
    export(path, instance().settings.province, accepted.every(reading()))
    with work() as doing:
        doing.note("workbook.exported")
    return _sent(path, "danh-sach-dang-co.xlsx")


@desk.post("/bang-tinh")
def hand_in() -> ResponseReturnValue:
    """Take in a workbook and show what it would do."""
    _forget_old()
    sent = request.files.get("tep")
    if sent is None or not sent.filename:
        return make_response(_page(_("Hãy chọn một tệp .xlsx, .xls hoặc .ods.")), 422)
    token = secrets.token_urlsafe(16)
    folder = _folder() / token
    folder.mkdir(mode=0o700)
    try:
        upload.receive(sent.stream, sent.filename, folder)
    except Refused as refused:
        shutil.rmtree(folder)
        return make_response(_page(str(refused)), 422)
    (folder / "by.json").write_text(json.dumps(me().id))
    return redirect(links.link(f"{PATH}/{token}"), 303)


@desk.get("/bang-tinh/<token>")
def workbook(token: str) -> str:
    """Show what a workbook would do, row by row and cell by cell."""
    return _told(_find(token))


@desk.post("/bang-tinh/<token>")
def propose_workbook(token: str) -> ResponseReturnValue:
    """Propose what the workbook says, without the rows that were left out, and send it to review."""
    found = _find(token)
    reading_, told = _read(found, _left_out())
    if reading_.problems:
        return make_response(_told(found), 422)
    if told.needs_second_person and found.by == me().id:
        raise NotAllowed(
            _(
                "Tệp này chấm dứt hơn 10%% của một loại: một người khác phải mở %(page)s và gửi.",
                page=f"{PATH}/{token}",
            )
        )
    proposals = reading_.proposals()
    _must_all_be_mine(proposals)
    count = _propose(found.file.name, proposals)
    shutil.rmtree(found.file.parent)
    tell(
        _("Đã gửi %(count)s thay đổi để duyệt.", count=count),
        (_("Xem các thay đổi"), f"{HOME}/viec"),
        (_("Hoàn tác cả tệp"), PATH),
    )
    return redirect(links.link(f"{HOME}/viec"), 303)


@desk.get("/bang-tinh/<token>/danh-dau-loi.xlsx")
def corrected_workbook(token: str) -> Response:
    """Answer with the workbook, its mistakes coloured and commented."""
    found = _find(token)
    path = _folder() / f"{secrets.token_hex(8)}.xlsx"
    write_corrected(found.file, path, _read(found, [])[0].problems)
    return _sent(path, f"{found.file.stem}-loi.xlsx")


@desk.post("/bang-tinh/<token>/bo")
def discard_workbook(token: str) -> ResponseReturnValue:
    """Forget a workbook; nothing of it was written anywhere."""
    shutil.rmtree(_find(token).file.parent)
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
        sets=list(_imports()),
    )


def _imports() -> Iterator[tuple[int, str, str, int]]:
    """Yield number, title, author and how many changes wait, of imports that can be taken back whole."""
    for one in reading().scalars(select(ChangeSet).order_by(ChangeSet.id.desc()).limit(50)):
        waiting = [change for change in one.changes if change.state != DROPPED]
        if len(waiting) > 1 and all(change.entry is None for change in waiting):
            yield one.id, one.title, waiting[0].author.name, len(waiting)


def _told(found: Upload) -> str:
    reading_, told = _read(found, _left_out() if request.method == "POST" else [])
    return render_template(
        "desk/workbook.html",
        here=PATH,
        heading=found.file.name,
        token=found.token,
        told=told,
        problems=reading_.problems,
        most=ROWS_SHOWN,
        mine=found.by == me().id,
        left_out={f"{sheet}|{number}" for sheet, number in _left_out()},
    )


def _read(found: Upload, leave_out: Sequence[tuple[str, int]]) -> tuple[Reading, Outlook]:
    known = RecordsKnown(reading())
    told = read([found.file], known, instance().settings.province, repairing=True, leave_out=leave_out)
    return told, outlook(told, known)


def _left_out() -> list[tuple[str, int]]:
    """Return the rows that were left out: ``sheet|number``."""
    named = (one.rpartition("|") for one in request.form.getlist("bo-dong"))
    read_ = ((sheet, number(row)) for sheet, _bar, row in named)
    return [(sheet, row) for sheet, row in read_ if row is not None]


def _must_all_be_mine(proposals: Sequence[Proposal]) -> None:
    others = [one for one in proposals if not may(me().roles, PROPOSE, one.kind, one.fields)]
    if others:
        named = ", ".join(str(one.fields.get("name", "")) for one in others[:5])
        raise NotAllowed(
            _("Vai trò của bạn không soạn được loại của: %(named)s. Hãy bỏ các dòng đó.", named=named)
        )
    if not proposals:
        raise NothingChanged(_("Tệp này không thay đổi gì so với danh sách đang có."))


def _propose(title: str, proposals: Sequence[Proposal]) -> int:
    with work() as doing:
        change_set = propose.propose(doing.session, doing.account, title, proposals)
        propose.submit(doing.session, change_set.changes, doing.account)
        doing.note("workbook.submitted", f"change_set:{change_set.id}", changes=len(change_set.changes))
        return len(change_set.changes)


def _find(token: str) -> Upload:
    folder = _folder() / token
    if not _TOKEN.fullmatch(token) or not (folder / "by.json").is_file():
        raise NotFound(_("Tệp này không còn: mỗi tệp chỉ giữ bảy ngày. Hãy gửi lại."))
    file = next(one for one in folder.iterdir() if one.name != "by.json")
    return Upload(token, file, int(json.loads((folder / "by.json").read_text())))


def _folder() -> Path:
    folder = instance().settings.instance_dir / "uploads"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _forget_old() -> None:
    for one in _folder().iterdir():
        if clock.now().timestamp() - one.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(one) if one.is_dir() else one.unlink()


def _sent(path: Path, name: str) -> Response:
    """Answer with a file that is not kept."""
    data = path.read_bytes()
    path.unlink()
    response = make_response(data)
    response.mimetype = _XLSX
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response
