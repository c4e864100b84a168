"""Two answers for machines that watch: does the process live, and has it a sound register to answer from."""

from __future__ import annotations

from flask import Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from app.ledger.verify import head_verifies
from app.public import parameters
from app.public.door import public
from app.web import errors, headers
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading


@public.get("/healthz")
def alive() -> Response:
    """Say that the process answers; asks nothing of the database."""
    headers.never_store()
    return jsonify({"status": "ok"})


@public.get("/readyz")
def ready() -> Response:
    """Say ready, degraded (searching without its index) or empty; 503 where the register is not sound."""
    headers.never_store()
    parameters.read()
    try:
        sound = head_verifies(reading())
        status = instance().search.status(reading())
    except SQLAlchemyError:
        return errors.data(503, "unavailable", _("Không đọc được cơ sở dữ liệu."))
    if not sound:
        return errors.data(503, "unavailable", _("Lần công bố mới nhất không khớp mã kiểm tra toàn vẹn."))
    return jsonify({"status": status.state})
