"""Addresses of this site: internal ones below the path of BASE_URL, absolute ones from BASE_URL alone.

The Host header names nothing here: anybody can write it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from flask import Flask

from app.web.instance import instance

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def base_url() -> str:
    """Return the address of the home page, without the last slash."""
    return instance().settings.base_url


def link(url: str) -> str:
    """Return the address, on this host, of a path from the root of the site; any other address as it is."""
    return f"{urlsplit(base_url()).path}{url}" if url.startswith("/") else url


def address(path: str, parameters: Mapping[str, object]) -> str:
    """Return ``path`` with those ``parameters`` that say something, in their order."""
    given = {name: value for name, value in parameters.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


def absolute(path: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return the address that another site or a piece of paper may name."""
    return base_url() + address(path, parameters or {})


class Mounted:
    """Answers below ``prefix`` as at the root, whether or not the proxy in front has taken it off."""

    def __init__(self, inside: WSGIApplication, prefix: str) -> None:
        self._inside = inside
        self._prefix = prefix

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == self._prefix or path.startswith(f"{self._prefix}/"):
            root = environ.get("SCRIPT_NAME", "") + self._prefix
            below = path[len(self._prefix) :] or "/"
            environ = {**environ, "SCRIPT_NAME": root, "PATH_INFO": below}
        return self._inside(environ, start_response)


def install(app: Flask) -> None:
    """Let templates name addresses, and answer below the path of BASE_URL."""
    app.jinja_env.globals["link"] = link
    app.url_map.merge_slashes = False  # its redirect would be made of the Host header
    prefix = urlsplit(app.extensions["instance"].settings.base_url).path
    if prefix:
        app.wsgi_app = Mounted(app.wsgi_app, prefix)  # type: ignore[method-assign]
