"""Every error as a page worth reading, or as the API's one error shape where data was asked for."""

from __future__ import annotations

from typing import NamedTuple

from flask import Flask, Response, g, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from app.faults import BadParameter, Fault, NotFound
from app.web.language import N_, _
from app.web.links import link


class Gone(Fault):
    """Published once and taken out since; the address still answers, and says so. ``url``: its history."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.url = url


class NotYet(NotFound):
    """There, but not at the moment asked for. ``url`` leads to what there is now."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.url = url


class Way(NamedTuple):
    """A way on from an error."""

    text: str
    url: str


_SENTENCES = {
    400: ("bad_request", N_("Địa chỉ này có chỗ chưa đọc được.")),
    404: ("not_found", N_("Có thể địa chỉ bị gõ sai, hoặc trang chưa từng có.")),
    405: ("method_not_allowed", N_("Trang này chỉ để xem.")),
    410: ("gone", N_("Nội dung này đã được rút.")),
    429: ("too_many_requests", N_("Từ nơi này có quá nhiều lượt xem cùng lúc. Xin chờ một lát rồi thử lại.")),
    500: ("server_error", N_("Lỗi ở phía chúng tôi, không phải do bạn. Xin thử lại sau ít phút.")),
    503: ("unavailable", N_("Lúc này chưa đọc được dữ liệu. Xin thử lại sau ít phút.")),
}


DATA = (".json", ".csv", ".xlsx", ".pdf", ".docx", ".atom", ".zip", ".vcf", ".jsonld")
"""The ends of addresses that answer with data."""

FOR_PEOPLE = ("/tep/", "/xa/")
"""Files that people come to from paper or a page: errors there are pages."""

_WAYS = (
    (N_("Danh sách công bố"), "/danh-sach"),
    (N_("Ai được trợ giúp"), "/toi-co-duoc-tro-giup"),
    (N_("Sơ đồ trang"), "/so-do-trang"),
)
_LAST_RESORT = N_("Chưa mở được trang này. Lỗi ở phía chúng tôi. Xin thử lại sau ít phút.")


def wants_data() -> bool:
    """Return whether this address answers with data, so that its errors are data too."""
    path = request.path
    return path.startswith("/api/") or (path.endswith(DATA) and not path.startswith(FOR_PEOPLE))


def answer(status: int, message: str = "", *, code: str = "", parameter: str = "", url: str = "") -> Response:
    """Return the error as page or as data."""
    usual_code, usual_message = _SENTENCES.get(status, ("error", N_("Không làm được việc này.")))
    if wants_data():
        return data(status, code or usual_code, message or _(usual_message), parameter)
    g.pop("canonical", None)  # of the page that would have been
    page = render_template(
        "error.html",
        status=status,
        message=message or _(usual_message),
        day=request.args.get("ngay", "") if parameter == "ngay" else None,
        action=request.path,
        query=request.args.get("q", "") if request.path == "/tim-kiem" else "",
        url=url,
        ways=[Way(_(text), path) for text, path in _WAYS],
    )
    return make_response(page, status)


def data(status: int, code: str, message: str, parameter: str = "") -> Response:
    """Return the one error shape of the API."""
    error = {"status": status, "code": code, "message": message}
    body = {"error": error | ({"parameter": parameter} if parameter else {})}
    return make_response(jsonify(body), status)


def install(app: Flask) -> None:
    """Turn faults and HTTP errors into answers."""
    app.register_error_handler(BadParameter, _bad_parameter)
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(Gone, lambda fault: answer(410, str(fault), url=fault.url))
    app.register_error_handler(HTTPException, _http_error)

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        app.logger.error("unexpected error at %s", request.endpoint, exc_info=error)
        try:
            return answer(500)
        except Exception:  # not even the frame of a page can be made
            return make_response(_(_LAST_RESORT), 500, {"Content-Type": "text/plain; charset=utf-8"})


def _bad_parameter(fault: BadParameter) -> Response:
    return answer(400, str(fault), code="bad_parameter", parameter=fault.parameter)


def _not_found(fault: NotFound) -> Response:
    return answer(404, str(fault), url=fault.url if isinstance(fault, NotYet) else "")


def _http_error(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        response: Response = error.get_response()  # type: ignore[assignment]
        return response
    if error.code == 404 and len(request.path) > 1 and request.path.endswith("/"):
        return _without_last_slash()
    response = answer(error.code)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _without_last_slash() -> Response:
    query = f"?{request.query_string.decode(errors='replace')}" if request.query_string else ""
    place = f"/{request.path.strip('/')}"  # one slash before: two would name another host
    return make_response("", 301, {"Location": link(place) + query})
