"""Every error as a page worth reading, or as the API's one error shape where data was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from app.faults import BadParameter, Fault, NotFound


@dataclass(frozen=True, slots=True)
class Gone(Fault):
    """Published once and taken out since; the address still answers, and says so."""

    message: str


_CODES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 410: "gone", 500: "server_error"}


def wants_data() -> bool:
    """Return whether this address answers with data, so that its errors are data too."""
    return request.path.startswith("/api/") or request.path.endswith(".json")


def answer(status: int, message: str, *, code: str = "", parameter: str = "") -> ResponseReturnValue:
    """Return the error as page or as data."""
    if not wants_data():
        return render_template("error.html", status=status, message=message), status
    error = {"status": status, "code": code or _CODES.get(status, "error"), "message": message}
    return jsonify({"error": error | ({"parameter": parameter} if parameter else {})}), status


def install(app: Flask) -> None:
    """Turn faults and HTTP errors into answers."""

    @app.errorhandler(BadParameter)
    def bad_parameter(fault: BadParameter) -> ResponseReturnValue:
        return answer(400, str(fault), code="bad_parameter", parameter=fault.parameter)

    @app.errorhandler(NotFound)
    def not_found(fault: NotFound) -> ResponseReturnValue:
        return answer(404, str(fault))

    @app.errorhandler(Gone)
    def gone(fault: Gone) -> ResponseReturnValue:
        return answer(410, fault.message)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> ResponseReturnValue | Response:
        if error.code is None or error.code < 400:
            return error.get_response()  # type: ignore[return-value]
        return answer(error.code, "")

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> ResponseReturnValue:
        app.logger.error("unexpected error at %s", request.endpoint, exc_info=error)
        return answer(500, "")
