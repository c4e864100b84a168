"""Files of the site's own look, at addresses that hold the hash of their content and may be kept for ever."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, send_from_directory

from app.canonical import sha256

STATIC = Path(__file__).parent.parent.parent / "static"

assets = Blueprint("assets", __name__)


@cache
def asset(name: str) -> str:
    """Return the address of a file in ``static/``. Raises FileNotFoundError."""
    return f"/static/{_digest(name)}/{name}"


@cache
def _digest(name: str) -> str:
    return sha256((STATIC / name).read_bytes())[:12]


@assets.get("/static/<digest>/<path:name>")
def file(digest: str, name: str) -> Response:
    """Answer with a file, if the address holds its present hash."""
    if not (STATIC / name).is_file() or _digest(name) != digest:
        abort(404)
    response = send_from_directory(STATIC, name)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def install(app: Flask) -> None:
    """Serve the files and let templates name them."""
    app.register_blueprint(assets)
    app.jinja_env.globals["asset"] = asset
