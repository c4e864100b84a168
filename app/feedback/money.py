"""Somebody asked for money for what is free: who, when, where, how much."""

from __future__ import annotations

from collections.abc import Sequence

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.faults import RuleBroken
from app.feedback import posting, seal
from app.feedback.door import DONE, feedback
from app.reports.models import MONEY
from app.reports.taking import Told
from app.web import site
from app.web.links import address, link

PATH = "/bao-doi-tien"
ABOUT = "muc"


@feedback.get(PATH)
def money() -> str:
    """Say that nobody may ask for money, and ask who did; or say that the report has come."""
    return _page(Told(MONEY, listing_id=_about(request.args.get(ABOUT, ""))), done=DONE in request.args)


@feedback.post(PATH)
def reporting_money() -> ResponseReturnValue:
    """Take the report."""
    said = posting.told(MONEY, _about(request.form.get(ABOUT, "")))
    refused = posting.post(PATH, said)
    if refused:
        return make_response(_page(said, refused.problems), refused.status)
    return redirect(link(address(PATH, {DONE: 1})), 303)


def _about(listing_id: str) -> str:
    """Return the id of the listing that is meant, "" where there is none of this id."""
    return listing_id if site.today().issued(listing_id) else ""


def _page(said: Told, problems: Sequence[RuleBroken] = (), *, done: bool = False) -> str:
    site.canonical(PATH)
    version = site.today().get(said.listing_id)
    return render_template(
        "feedback/money.html",
        said=said,
        problems=list(problems),
        done=done,
        token=seal.make(PATH),
        name=version.name if version else said.listing_id,
    )
