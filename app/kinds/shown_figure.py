"""Số liệu công khai: a figure about the office's own work, which its head may let the public see or not."""

from __future__ import annotations

from app.kinds import every
from app.kinds.codes import LAW_STATUS, CodeList
from app.kinds.declaration import REQUIRED, Field, Kind, Nature
from app.kinds.grounds import LAW_END
from app.kinds.types import Code

TIMELINESS = "timeliness"

FIGURE = CodeList("figure", "Danh sách này", ((TIMELINESS, "công bố có kịp không"),))

SHOWN_FIGURE = Kind(
    key="shown_figure",
    prefix="SL",
    digits=4,
    path="so-lieu",
    sheet="Số liệu công khai",
    vi="Số liệu công khai",
    en="Shown figure",
    nature=Nature.SITE,
    collection="",
    fields=(
        *every.head("Nội dung", status=LAW_STATUS),
        Field("figure", "Số liệu", "Figure", Code(FIGURE), need=REQUIRED),
        *every.tail(LAW_END, successors=("shown_figure",)),
    ),
)
