"""Long work on a workbook: done beside the request that asks for it, heard of on a page that asks again.

What is short is done before that page is needed. How far it is lies in files: see `app/workbook/kept.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import IO

from flask import Response, copy_current_request_context, current_app, make_response, render_template

from app.desk.door import HOME
from app.web.language import N_, _
from app.workbook import kept, progress
from app.workbook.kept import Abandoned, Kept

WAIT_SECONDS = 1.0
"""How long a request waits for the work before it answers with the page that waits."""

AGAIN_SECONDS = 2

Task = Callable[[Kept], None]

TELL, SUBMIT, MARK = "tell", "submit", "mark"

_STEPS = {
    progress.OPENING: N_("Mở tệp"),
    progress.CELLS: N_("Đọc từng ô"),
    progress.RULES: N_("Soát từng dòng theo luật"),
    progress.TOGETHER: N_("Đối chiếu với danh sách đang có"),
    progress.HANDING_IN: N_("Gửi vào hàng chờ duyệt"),
    progress.MARKING: N_("Tô màu và ghi chú các lỗi"),
}


def do(name: str, found: Kept, task: Task) -> None:
    """Begin ``task`` unless somebody works on this workbook already, and wait for it a moment."""
    lock = kept.begin(found, name)
    if lock is None:
        return
    worker = Thread(target=copy_current_request_context(_work), args=(name, found, task, lock), daemon=True)
    worker.start()
    worker.join(WAIT_SECONDS)


def _work(name: str, found: Kept, task: Task, lock: IO[str]) -> None:
    try:
        with kept.under(lock, found, name):
            task(found)
    except Abandoned:
        return
    except Exception:
        current_app.logger.exception("%s of a workbook stopped", name)


def page(found: Kept) -> Response:
    """Return the page that says how far the work is, and asks again by itself until it is done."""
    name, said = found.work
    response = make_response(
        render_template(
            "desk/workbook_waits.html",
            here=f"{HOME}/bang-tinh",
            heading=_("Đang đọc %(file)s", file=found.file.name),
            token=found.token,
            cancellable=name != SUBMIT,
            step=_(_STEPS.get(said.step, N_("Chuẩn bị"))),
            said=said,
            counted=_counted(said),
        )
    )
    response.headers["Refresh"] = str(AGAIN_SECONDS)
    return response


def stopped(found: Kept) -> str:
    """Return the page that says that the work ended in its midst, and offers to begin again."""
    return render_template(
        "desk/workbook_stopped.html",
        here=f"{HOME}/bang-tinh",
        heading=_("Việc đọc tệp bị dừng giữa chừng"),
        token=found.token,
        file=found.file.name,
        sending=found.work[0] == SUBMIT,
    )


def _counted(said: progress.Said) -> str:
    if said.of:
        return _("%(done)s trong %(of)s dòng", done=_thousands(said.done), of=_thousands(said.of))
    return _("đã thấy %(done)s dòng", done=_thousands(said.done)) if said.done else ""


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
