"""Something on the page of a listing is wrong: what, in one press; a way to be answered only if one likes."""

from __future__ import annotations

from collections.abc import Sequence

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app import kinds
from app.faults import NotFound, RuleBroken
from app.feedback import posting, seal
from app.feedback.door import DONE, feedback
from app.reports.models import MISTAKE
from app.reports.taking import Told
from app.reports.words import POINTS
from app.web import site
from app.web.language import _
from app.web.links import address, link


@feedback.get("/bao-sai/<listing_id>")
def mistake(listing_id: str) -> str:
    """Ask what is wrong, or say that it has come."""
    _known(listing_id)
    return _page(Told(MISTAKE, listing_id=listing_id), done=DONE in request.args)


@feedback.post("/bao-sai/<listing_id>")
def reporting_mistake(listing_id: str) -> ResponseReturnValue:
    """Take the report."""
    _known(listing_id)
    said = posting.told(MISTAKE, listing_id)
    refused = posting.post(f"bao-sai/{listing_id}", said)
    if refused:
        return make_response(_page(said, refused.problems), refused.status)
    return redirect(link(address(f"/bao-sai/{listing_id}", {DONE: 1})), 303)


def _known(listing_id: str) -> None:
    if not site.today().issued(listing_id):
        raise NotFound(_("Không có mục nào mang mã này. Hãy tìm theo tên, hoặc gọi Trung tâm."))


def _page(said: Told, problems: Sequence[RuleBroken] = (), *, done: bool = False) -> str:
    site.unindexed()
    kind, version = kinds.of_id(said.listing_id), site.today().get(said.listing_id)
    return render_template(
        "feedback/mistake.html",
        said=said,
        problems=list(problems),
        done=done,
        points=POINTS[MISTAKE].items(),
        token=seal.make(f"bao-sai/{said.listing_id}"),
        name=version.name if version else said.listing_id,
        path=f"/{kind.path}/{said.listing_id}" if kind else "/",
    )
