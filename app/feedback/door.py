"""The blueprint of the public forms. Nothing of them is kept by a cache, or told to another site."""

from __future__ import annotations

from flask import Blueprint, request

from app.web import headers

LARGEST = 64 * 1024
DONE = "da-nhan"
"""The parameter of the page that says that a form has come."""

feedback = Blueprint("feedback", __name__)


@feedback.before_request
def keep_to_the_reader() -> None:
    """Keep each answer to its reader, and refuse what no form of ours can hold."""
    headers.never_store()
    headers.same_origin()
    request.max_content_length = LARGEST
