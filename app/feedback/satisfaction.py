"""Did people find what they looked for (NĐ 224/2026/NĐ-CP Đ10)? One press; nobody is asked who they are."""

from __future__ import annotations

from collections.abc import Sequence

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.faults import RuleBroken
from app.feedback import posting, seal
from app.feedback.door import DONE, feedback
from app.reports.models import SATISFACTION
from app.reports.taking import Told
from app.reports.words import POINTS
from app.web import site
from app.web.links import address, link

PATH = "/danh-gia"


@feedback.get(PATH)
def satisfaction() -> str:
    """Ask, or thank."""
    return _page(Told(SATISFACTION), done=DONE in request.args)


@feedback.post(PATH)
def rating() -> ResponseReturnValue:
    """Take the opinion."""
    said = posting.told(SATISFACTION)
    refused = posting.post(PATH, said)
    if refused:
        return make_response(_page(said, refused.problems), refused.status)
    return redirect(link(address(PATH, {DONE: 1})), 303)


def _page(said: Told, problems: Sequence[RuleBroken] = (), *, done: bool = False) -> str:
    site.canonical(PATH)
    return render_template(
        "feedback/satisfaction.html",
        said=said,
        problems=list(problems),
        done=done,
        points=POINTS[SATISFACTION].items(),
        token=seal.make(PATH),
    )
