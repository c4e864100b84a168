"""What every answer carries: its publication, an ETag of its words, safe headers, and gzip where asked for."""

from __future__ import annotations

import gzip

from flask import Flask, Response, g, request

from app import clock
from app.canonical import sha256

CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
FRESH_SECONDS = 60
_WORTH_ZIPPING = 500
_TEXTS = ("text/", "application/json", "application/xml", "image/svg+xml", "application/atom+xml")


def install(app: Flask) -> None:
    """Finish every answer the same way."""

    @app.after_request
    def finish(response: Response) -> Response:
        _protect(response)
        if response.is_streamed and not response.direct_passthrough:
            return response
        _name_publication(response)
        _validate(response)
        return _zip(response)


def _protect(response: Response) -> None:
    response.headers.setdefault("Content-Security-Policy", CSP)
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers["X-Content-Type-Options"] = "nosniff"


def _name_publication(response: Response) -> None:
    number = g.get("publication")
    if number is not None:
        response.headers["X-Publication"] = str(number)


def _validate(response: Response) -> None:
    """Set how long an answer may be kept: never past the local midnight, when "today" changes."""
    if response.status_code != 200 or request.method not in ("GET", "HEAD"):
        response.headers.setdefault("Cache-Control", "no-store")
        return
    if "Cache-Control" not in response.headers:
        left = int((clock.next_midnight() - clock.now()).total_seconds())
        response.headers["Cache-Control"] = f"public, max-age={min(FRESH_SECONDS, left)}, must-revalidate"
    if "no-store" in response.headers["Cache-Control"]:
        return
    if not response.direct_passthrough:
        response.set_etag(sha256(response.get_data()), weak=True)
    response.make_conditional(request)


def _zip(response: Response) -> Response:
    wanted = request.accept_encodings["gzip"] > 0
    text = (response.mimetype or "").startswith(_TEXTS)
    if response.status_code != 200 or response.direct_passthrough or not text:
        return response
    response.vary.add("Accept-Encoding")
    if wanted and len(response.get_data()) >= _WORTH_ZIPPING:
        response.set_data(gzip.compress(response.get_data(), compresslevel=6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response
