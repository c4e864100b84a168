"""The scan of the decision behind a publication: added by who publishes, read by staff, public nowhere."""

from __future__ import annotations

from flask import Response, redirect, request
from flask.typing import ResponseReturnValue

from app import attachments
from app.desk.door import HOME, desk
from app.desk.publications import refused_scan
from app.desk.told import tell
from app.desk.work import work
from app.faults import NotFound, NothingChanged
from app.ledger import read
from app.records import scans
from app.records.attachments import MOST_BYTES, Unkeepable
from app.web import links
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading

PUBLISHING = f"{HOME}/cong-bo"


@desk.get("/cong-bo/<int:number>/quyet-dinh")
def decision_scan(number: int) -> Response:
    """Answer with the scan, to be saved: a browser shows nothing that came from outside under our name."""
    found = scans.of(reading(), number)
    folder = scans.folder(instance().settings.instance_dir)
    if found is None or not attachments.path(folder, found.sha256).is_file():
        raise NotFound(_("Lần công bố này chưa có bản quét của văn bản."))
    response = Response(attachments.path(folder, found.sha256).read_bytes(), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f"attachment; filename=quyet-dinh-{number}.pdf"
    return response


@desk.post("/cong-bo/<int:number>/quyet-dinh")
def add_decision_scan(number: int) -> ResponseReturnValue:
    """Keep a scan of the document that a publication rests on."""
    if read.publication(reading(), number) is None:
        raise NotFound(_("Không có lần công bố này."))
    sent = request.files.get("tep")
    if sent is None or not sent.filename:
        return refused_scan(number, _("Hãy chọn một tệp PDF."))
    try:
        _keep(number, sent.filename, sent.stream.read(MOST_BYTES + 1))
    except (Unkeepable, NothingChanged) as refused:
        return refused_scan(number, str(refused))
    tell(
        _("Đã cất bản quét của lần công bố %(number)s. Chỉ người làm việc ở đây mở được.", number=number),
        (_("Tải bản quét"), f"{PUBLISHING}/{number}/quyet-dinh"),
    )
    return redirect(links.link(f"{PUBLISHING}#lan-{number}"), 303)


def _keep(number: int, name: str, data: bytes) -> None:
    folder = scans.folder(instance().settings.instance_dir)
    with work() as doing:
        kept = scans.keep(doing.session, folder, number, doing.account, name=name, data=data)
        doing.note("decision.scanned", f"publication:{number}", sha256=kept.sha256)
