"""Figures of the service: counted from what is published, each chart with its table, nothing unmeasured."""

from __future__ import annotations

from datetime import datetime

from flask import Flask

from app import clock
from tests.doors.happenings import change, publish
from tests.pages import Page, Visitor, words
from tests.rooms.every_kind import public
from tests.rooms.small_register import listed

PATH = "/tinh-trang"


def rows(page: Page, place: int) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in page.all("table.stack")[place].iter("tr")][1:]


def test_how_much_was_confirmed_lately_depends_on_the_day(visitor: Visitor) -> None:
    shares = []
    for day in (datetime(2026, 11, 1), datetime(2027, 6, 1)):
        with clock.pretend(day):
            page = visitor.get(PATH)
        *groups, whole = rows(page, 0)
        assert whole[1:3] == [str(sum(int(row[place]) for row in groups)) for place in (1, 2)]
        shares.append(int(whole[1]))
    assert shares[0] > 0
    assert shares[1] < shares[0]


def test_every_publication_and_correction_is_counted(visitor: Visitor) -> None:
    with clock.pretend(datetime(2026, 11, 1)):
        page = visitor.get(PATH)
    told = rows(page, 1)
    total = visitor.json("/cong-bo.json")["total"]
    assert f"{total} lần công bố" in page.text
    assert len(told) == 12
    assert told[0][0] == "Quý 4/2026"
    assert sum(int(row[3]) for row in told) >= 1, "the sample register has a correction"


def test_each_chart_has_a_name_and_a_table(visitor: Visitor) -> None:
    page = visitor.get(PATH)
    assert len(page.all(".chart")) == len(page.all("table.stack")) == 2
    for chart in page.all(".chart"):
        assert chart.get("role") == "img"
        assert "số ở bảng ngay sau" in chart.get("aria-label", "")


def test_timeliness_is_shown_only_while_a_publication_says_so(living: Flask) -> None:
    visitor, heading = Visitor(living), "Công bố có kịp không"
    assert heading not in visitor.get(PATH).text
    publish(living, listed("SL-0001", public("shown_figure")))
    page = visitor.get(PATH)
    assert heading in page.text
    assert "kể từ ngày văn bản" in page.text
    change(living, "SL-0001", status="ended", ended_on=f"{clock.today()}")
    assert heading not in visitor.get(PATH).text


def test_an_empty_register_has_no_figures(empty_visitor: Visitor) -> None:
    page = empty_visitor.get(PATH)
    assert not page.all(".chart")
    assert "Chưa có lần công bố nào" in page.text
