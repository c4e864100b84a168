"""The files that published listings name, by the hash of their content."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response, send_file

from app import attachments
from app.catalogue import published
from app.faults import NotFound
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.web import headers, site
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading

SHOWN = ("pdf", "png", "jpg", "mp3")
"""What a browser may show or play; everything else is saved."""


@public.get("/tep/<sha256>/<name>")
def attached_file(sha256: str, name: str) -> Response:
    """Answer with a file under a name that some version gives it.

    Not for ever, though its address holds its hash: a redaction may take it away.
    """
    parameters.read()
    as_of.show(AsOf())
    head = site.newest()
    if head is None or (sha256, name) not in published.files(reading(), head):
        raise NotFound(_("Không có tệp này, hoặc tệp đã được gỡ."))
    path = attachments.path(attachments.folder(instance().settings.instance_dir), sha256)
    if not path.is_file():
        raise NotFound(_("Tệp này đang thiếu. Hãy gọi Trung tâm để hỏi."))
    kind = attachments.extension(name)
    response = send_file(path, mimetype=attachments.MEDIA_TYPES.get(kind, "application/octet-stream"))
    headers.lasting()
    del response.headers["Cache-Control"]
    how = "inline" if kind in SHOWN else "attachment"
    response.headers["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(name)}"
    return response
