"""Files of the site's own look, at addresses that hold the hash of their content and may be kept for ever.

Style sheets and scripts are sent without comments and spare white space; in ``static/`` they can be read.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort
from rcssmin import cssmin
from rjsmin import jsmin

from app.canonical import sha256
from app.web import headers

STATIC = Path(__file__).parent.parent.parent / "static"

assets = Blueprint("assets", __name__)

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_SHORTEN = {".css": cssmin, ".js": jsmin}


@cache
def names() -> frozenset[str]:
    """Return the names of all files."""
    return frozenset(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())


@cache
def asset(name: str) -> str:
    """Return the address of a file in ``static/``. Raises FileNotFoundError."""
    return f"/static/{_digest(name)}/{name}"


@cache
def content(name: str) -> str:
    """Return a file in ``static/`` as it is sent. Raises FileNotFoundError."""
    path = STATIC / name
    text = path.read_text(encoding="utf-8")
    return str(_SHORTEN[path.suffix](text)) if path.suffix in _SHORTEN else text


def _digest(name: str) -> str:
    return sha256(content(name).encode())[:12]


@assets.get("/static/<digest>/<path:name>")
def file(digest: str, name: str) -> Response:
    """Answer with a file, if the address holds its present hash."""
    if name not in names() or _digest(name) != digest:
        abort(404)
    headers.immutable()
    return Response(content(name), mimetype=_TYPES[Path(name).suffix])


def install(app: Flask) -> None:
    """Serve the files and let templates name them."""
    app.register_blueprint(assets)
    app.jinja_env.globals["asset"] = asset
