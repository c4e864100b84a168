"""Whether an answer goes into a copy of static files, which may say nothing that is true only for now."""

from __future__ import annotations

from flask import Flask, has_request_context, request

MARK = "register.static_copy"
"""Stands in the environment of a request that makes a copy. No header can put it there."""


def making() -> bool:
    """Whether this answer goes into a copy."""
    return has_request_context() and bool(request.environ.get(MARK))


def install(app: Flask) -> None:
    """Let the layout say what it is part of."""
    app.jinja_env.globals["is_static_copy"] = making
