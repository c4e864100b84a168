"""The clerks' door: all under ``/can-bo``. Of the public wing it knows the view models, for previews."""

from __future__ import annotations

from flask import Flask

from app.desk import (
    account,
    cookies,
    decision,
    deeds,
    deputy,
    editing,
    events,
    faults,
    guard,
    home,
    invitation,
    listings,
    menu,
    opening,
    own,
    people,
    preview,
    publications,
    reports,
    reviewing,
    sign_in,
    waiting,
    workbooks,
)
from app.desk.door import csrf, desk

__all__ = [
    "account",
    "cookies",
    "decision",
    "deeds",
    "deputy",
    "editing",
    "events",
    "faults",
    "guard",
    "home",
    "invitation",
    "listings",
    "menu",
    "opening",
    "own",
    "people",
    "preview",
    "publications",
    "reports",
    "reviewing",
    "sign_in",
    "waiting",
    "workbooks",
]

LARGEST = 55 * 1024 * 1024
"""Bytes of one request: a workbook of 50 MB, and what a browser says around it."""


def install(app: Flask) -> None:
    """Open the door."""
    app.config.from_mapping(
        cookies.form_token_settings(app.extensions["instance"].settings),
        MAX_CONTENT_LENGTH=LARGEST,
        WTF_CSRF_CHECK_DEFAULT=False,  # the guard asks, before anything else
        WTF_CSRF_TIME_LIMIT=None,  # a form may be filled in all day
    )
    csrf.init_app(app)
    app.register_blueprint(desk)
