"""What the browser bears: the token of a sign-in, and for long the name of a device that signed in before."""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import urlsplit

from flask import Response, current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from app.web.instance import instance
from config import Settings

SIGN_IN = "can-bo"
_DEVICE = "can-bo-may"
_DEVICE_SECONDS = 180 * 24 * 3600


def token() -> str | None:
    """Return the token of the sign-in that the browser bears."""
    return request.cookies.get(SIGN_IN)


def give(response: Response, token: str, account_id: int) -> None:
    """Let the browser bear a sign-in until it closes, and know the device again."""
    _set(response, SIGN_IN, token)
    known = device()
    name = known[1] if known and known[0] == account_id else secrets.token_urlsafe(16)
    _set(response, _DEVICE, str(_signer().dumps([account_id, name])), _DEVICE_SECONDS)


def take(response: Response) -> None:
    """Let the browser forget its sign-in; the device is known as before."""
    _set(response, SIGN_IN, "", 0)


def device() -> tuple[int, str] | None:
    """Return the account that signed in on this device before, and the device's own name."""
    try:
        account_id, name = _signer().loads(request.cookies.get(_DEVICE, ""), max_age=_DEVICE_SECONDS)
    except (BadData, ValueError):
        return None
    return int(account_id), str(name)


def form_token_settings(settings: Settings) -> dict[str, Any]:
    """Return Flask's settings for the cookie against which the token of a form is held."""
    return {
        "SESSION_COOKIE_NAME": "can-bo-bieu-mau",
        "SESSION_COOKIE_PATH": _path(settings),
        "SESSION_COOKIE_SECURE": _secure(settings),
        "SESSION_COOKIE_SAMESITE": "Lax",
    }


def _set(response: Response, name: str, value: str, seconds: int | None = None) -> None:
    settings = instance().settings
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=_path(settings),
        secure=_secure(settings),
        httponly=True,
        samesite="Lax",
    )


def _path(settings: Settings) -> str:
    return f"{urlsplit(settings.base_url).path}/can-bo"


def _secure(settings: Settings) -> bool:
    return settings.base_url.startswith("https:")


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="device")
