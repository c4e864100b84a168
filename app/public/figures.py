"""How the register is doing, as far as what is published can be counted: charts, each with its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask import render_template

from app.catalogue import figures
from app.catalogue.figures import Share
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.web import site
from app.web.language import _

WIDTH, LINE = 320, 44


class Bar(NamedTuple):
    """One bar of a chart: what it is of, how much in words, how long in units of the picture, where."""

    label: str
    shown: str
    length: int
    top: int


class Chart(NamedTuple):
    """Bars one below the other."""

    bars: list[Bar]
    width: int
    height: int


@public.get("/tinh-trang")
def service_figures() -> str:
    """Show how much was confirmed lately, what was published and corrected; nothing that nobody measured."""
    parameters.read()
    register = as_of.show(AsOf())
    site.canonical("/tinh-trang")
    shares, quarters = register.derived(figures.confirmed), register.derived(figures.quarters)
    whole = Share(_("Tất cả"), sum(one.part for one in shares), sum(one.whole for one in shares))
    return render_template(
        "figures.html",
        whole=whole,
        percent=_percent(whole),
        shares=[[one.label, one.part, one.whole, f"{_percent(one)} %"] for one in [*shares, whole]],
        share_chart=_chart([(one.label, f"{_percent(one)} %", one.part / one.whole) for one in shares]),
        quarters=[[_name(one), one.publications, one.entries, one.corrections] for one in quarters],
        quarter_chart=_chart(_relative([(_name(one), one.entries) for one in quarters])),
        corrections=register.derived(figures.corrections),
        total=register.n,
        timely=figures.timely(register),
        within=figures.TIMELY_DAYS,
        days=figures.FRESH.days,
    )


def _percent(share: Share) -> int:
    """Return the share in percent, never rounded up to all of it nor down to nothing of it."""
    if not share.whole:
        return 0
    rounded = round(100 * share.part / share.whole)
    return min(max(rounded, share.part > 0), 100 if share.part == share.whole else 99)


def _name(quarter: figures.Quarter) -> str:
    return _("Quý %(quarter)s/%(year)s", quarter=quarter.quarter, year=quarter.year)


def _relative(counted: Sequence[tuple[str, int]]) -> list[tuple[str, str, float]]:
    most = max((count for _label, count in counted), default=0) or 1
    return [(label, str(count), count / most) for label, count in counted]


def _chart(measured: Sequence[tuple[str, str, float]]) -> Chart:
    bars = [
        Bar(label, shown, round(WIDTH * part), place * LINE)
        for place, (label, shown, part) in enumerate(measured)
    ]
    return Chart(bars, WIDTH, LINE * len(bars))
