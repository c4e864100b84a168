"""What every answer carries: its publication, an ETag, safe headers; fewer bytes where asked for."""

from __future__ import annotations

import gzip
from datetime import datetime
from functools import lru_cache

import brotli
from flask import Flask, Response, g, request

from app import clock
from app.canonical import sha256
from app.web.errors import DATA, wants_data

CSP = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FRAMED_CSP = CSP.replace("frame-ancestors 'none'", "frame-ancestors *")
FILE_CSP = "default-src 'none'; frame-ancestors 'none'"
"""Of style sheets, scripts and pictures: by themselves they load nothing."""

FRESH_SECONDS = 60
LASTING_SECONDS = 300
_WORTH_ZIPPING = 500
_TEXTS = (
    "text/",
    "application/json",
    "application/xml",
    "image/svg+xml",
    "application/atom+xml",
    "application/ld+json",
    "application/vnd.openxmlformats-officedocument.",  # texts inside: its parts are stored, not deflated
    "application/zip",  # and so are those of ours
)


def framed() -> None:
    """Let pages of other sites show this answer in a frame."""
    g.framed = True


def never_store() -> None:
    """Let no cache keep the answer to this request."""
    g.cache_control = "no-store"


def same_origin() -> None:
    """Let the next page of this site know where its reader came from; no other site is told."""
    g.referrer_policy = "same-origin"


def lasting() -> None:
    """Say that this answer hardly ever changes: only a redaction, or what stands around it, may change it."""
    g.fresh_seconds = LASTING_SECONDS
    g.pop("valid_until", None)


def immutable() -> None:
    """Say that this address answers so for ever, with a file that loads nothing by itself."""
    g.immutable = True


def valid_until(moment: datetime) -> None:
    """Let no cache keep this answer past ``moment``, at which something that it says ceases to be true."""
    g.valid_until = min(moment, g.get("valid_until", moment))


def install(app: Flask) -> None:
    """Finish every answer the same way."""

    @app.before_request
    def begin() -> None:
        valid_until(clock.next_midnight())  # of the day that the answer is about, even if it is sent after

    @app.after_request
    def finish(response: Response) -> Response:
        _protect(response)
        _tell(response)
        _validate(response)
        return _zip(response)


def _protect(response: Response) -> None:
    response.headers.setdefault("Content-Security-Policy", _policy())
    response.headers.setdefault("Referrer-Policy", g.get("referrer_policy", "no-referrer"))
    response.headers["X-Content-Type-Options"] = "nosniff"


def _policy() -> str:
    if g.get("immutable"):
        return FILE_CSP
    return FRAMED_CSP if g.get("framed") else CSP


def _tell(response: Response) -> None:
    """Name the publication, keep search engines off, let other sites' pages read data."""
    if "publication" in g:
        response.headers["X-Publication"] = str(g.publication)
    if "robots" in g:
        response.headers["X-Robots-Tag"] = g.robots
    if g.get("head") and response.status_code == 200 and (wants_data() or request.path.endswith(DATA)):
        response.headers["X-Head"] = g.head
    if wants_data():
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "Link, X-Publication, X-Head, ETag"


def _validate(response: Response) -> None:
    """Say how long the answer may be kept, and answer 304 to whoever has it. Errors are never kept."""
    if response.status_code == 304:
        return
    if response.status_code != 200 or request.method not in ("GET", "HEAD"):
        response.headers["Cache-Control"] = "no-store"
        return
    response.headers.setdefault("Cache-Control", g.get("cache_control") or _fresh())
    if "no-store" in response.headers["Cache-Control"]:
        return
    response.direct_passthrough = False
    response.set_etag(sha256(response.get_data()), weak=True)
    if _is_text(response):
        response.vary.add("Accept-Encoding")
    response.make_conditional(request)


def _fresh() -> str:
    """Return how long the answer may be kept: never past the moment at which it ceases to hold."""
    if g.get("immutable"):
        return "public, max-age=31536000, immutable"
    seconds = g.get("fresh_seconds", FRESH_SECONDS)
    left = [clock.seconds_until(g.valid_until)] if "valid_until" in g else []
    return f"public, max-age={min([seconds, *left])}, must-revalidate"


def _zip(response: Response) -> Response:
    if response.status_code == 304 or not _is_text(response):
        return response
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if len(body) < _WORTH_ZIPPING:
        return response
    if g.get("immutable") and request.accept_encodings["br"] > 0:
        return _encode(response, "br", _brotli(body))
    if request.accept_encodings["gzip"] > 0:
        return _encode(response, "gzip", gzip.compress(body, compresslevel=6, mtime=0))
    return response


def _encode(response: Response, coding: str, body: bytes) -> Response:
    response.set_data(body)
    response.headers["Content-Encoding"] = coding
    return response


@lru_cache(maxsize=32)
def _brotli(body: bytes) -> bytes:
    """Return the fewest bytes there are, once: too slow for what is made anew for each answer."""
    packed: bytes = brotli.compress(body, quality=11)
    return packed


def _is_text(response: Response) -> bool:
    return (response.mimetype or "").startswith(_TEXTS)
