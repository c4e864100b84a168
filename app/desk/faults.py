"""What went wrong at the desk, as a page that says what to do next. Nothing half-done is left behind."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response, current_app, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.desk.door import desk
from app.faults import Fault, NotFound, RulesBroken
from app.web import errors
from app.web.language import N_, _

_SENTENCES = {
    404: N_("Có thể địa chỉ bị gõ sai, hoặc mục này đã được bỏ."),
    413: N_("Nội dung gửi lên quá lớn; một tệp nhiều nhất 50 MB. Chưa có gì được lưu."),
}
_FORGED = N_(
    "Biểu mẫu này không còn nhận được, có thể vì trình duyệt đã xoá cookie."
    " Chưa có gì được lưu: hãy quay lại, chép ra những gì đã gõ, tải lại trang rồi gửi lần nữa."
)


def page(status: int, message: str, details: Sequence[str] = ()) -> Response:
    """Return the page of an error."""
    back = _back() if status in (409, 413) else ""
    rendered = render_template("desk/error.html", status=status, message=message, details=details, back=back)
    return make_response(rendered, status)


def _back() -> str:
    """Return the address of the page that the form stands on, as far as its own address tells; "" if not."""
    known = current_app.create_url_adapter(request)
    above = request.path.rpartition("/")[0]
    return next((one for one in (request.path, above) if known and known.test(one, "GET")), "")


@desk.errorhandler(NotFound)
def not_found(fault: NotFound) -> Response:
    """Say that there is no such thing."""
    return page(404, str(fault))


@desk.errorhandler(RulesBroken)
def rules_broken(fault: RulesBroken) -> Response:
    """Say which rules stand in the way."""
    return page(409, _("Còn điều chưa đúng:"), [f"{who}: {rule}" for who, rule in fault.broken])


@desk.errorhandler(Fault)
def refused(fault: Fault) -> Response:
    """Say why the step was not taken."""
    return page(409, str(fault))


@desk.errorhandler(CSRFError)
def forged(_error: CSRFError) -> Response:
    """Say that the form came without its token."""
    return page(400, _(_FORGED))


@desk.errorhandler(Exception)
def unexpected(error: Exception) -> Response:
    """Say that the fault is ours, on a page of the desk where even one can be made."""
    current_app.logger.error("unexpected error at %s", request.endpoint, exc_info=error)
    try:
        return page(500, _("Lỗi ở phía máy chủ, không phải do bạn. Hãy quay lại trang trước rồi thử lại."))
    except Exception:
        return errors.answer(500)


@desk.errorhandler(HTTPException)
def http_error(error: HTTPException) -> Response:
    """Say what the protocol's error means here."""
    if error.code is None or error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    return page(error.code, _(_SENTENCES.get(error.code, N_("Không làm được việc này."))))
