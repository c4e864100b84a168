"""The token of a form: which form, and when it was opened. It needs no cookie.

Nobody signs in here, so there is nothing that another site could do in a reader's name; the browser is asked
besides whether the form came from this site.
"""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer

from app import clock
from app.web.links import base_url

EARLIEST, LATEST = 3, 24 * 3600
"""Seconds: no person fills a form in sooner, and no form is worth keeping longer."""


def make(form: str) -> str:
    """Return a token for ``form``, opened now."""
    return str(_signer().dumps([form, _now(), secrets.token_urlsafe(8)]))


def age(form: str, token: str) -> int | None:
    """Return for how many seconds ``form`` has been open; None where the token is not this form's."""
    try:
        name, opened, _chance = _signer().loads(token)
    except (BadData, ValueError):
        return None
    return _now() - int(opened) if name == form else None


def from_here() -> bool:
    """Return whether the form was sent by a page of this site, as far as the browser says."""
    told = request.headers.get("Sec-Fetch-Site")
    if told:
        return told in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return not origin or urlsplit(origin).netloc in (request.host, urlsplit(base_url()).netloc)


def _now() -> int:
    return int(clock.now().timestamp())


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="feedback")
