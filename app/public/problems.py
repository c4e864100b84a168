"""Problems in lay words: what legal aid can do, whom to call, what to say. Those that others should not see
on a screen have a neutral name, numbers for danger first, a quick way out, and are kept in no cache.
"""

from __future__ import annotations

from flask import render_template

from app.catalogue.card import Phone
from app.faults import NotFound
from app.guidance.problems import Problem, always, problem, problems
from app.public import as_of, narrowing, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.public.words import Link
from app.search import vocabulary
from app.web import headers, site
from app.web.language import _
from app.web.links import address

WAY_OUT = "/danh-sach/thu-tuc"
"""Where a hurried reader is sent: the dullest page there is, of this site, so that it opens at once."""


@public.get("/van-de")
def all_problems() -> str:
    """Show every problem with a line about it."""
    parameters.read()
    as_of.show(AsOf())
    site.canonical("/van-de")
    return render_template("problems.html", problems=problems())


@public.get("/van-de/<slug>")
def one_problem(slug: str) -> str:
    """Show one problem, the number to call first."""
    parameters.read()
    shown = problem(slug)
    if shown is None:
        raise NotFound(_("Không có mục này. Xem các việc thường gặp, hoặc gọi Trung tâm."))
    as_of.show(AsOf())
    site.canonical(f"/van-de/{slug}")
    if shown.discreet:
        headers.never_store()
    return render_template(
        "problem.html",
        problem=shown,
        always=always(),
        trail=[Link(_("Các việc thường gặp"), "/van-de")],
        emergencies=_emergencies(shown),
        found=_found(shown),
        way_out=WAY_OUT,
    )


def on_home() -> list[Link]:
    """Return the problems that the home page names, then the way to all."""
    named = [Link(one.home, f"/van-de/{one.slug}") for one in problems() if one.home]
    return [*named, Link(_("Xem tất cả"), "/van-de")]


def _emergencies(shown: Problem) -> list[tuple[Phone, str, str]]:
    """Return number, whose it is, and when to call it."""
    return [
        (Phone(one.digits, one.digits, f"tel:{one.digits}"), one.name, one.words)
        for one in vocabulary.emergencies(shown.topics)
    ]


def _found(shown: Problem) -> str:
    """Return the search for those who help with it; "" where its field should not stand in an address."""
    if not shown.field:
        return ""
    field = narrowing.BY_FILTER["field"]
    return address("/tim-kiem", {field.page: field.word(shown.field)})
