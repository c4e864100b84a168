"""Trung tâm trợ giúp pháp lý nhà nước (Luật TGPL Đ11)."""

from __future__ import annotations

from app.kinds import every
from app.kinds.codes import DIRECTOR_TITLE
from app.kinds.declaration import Field, Kind, Nature
from app.kinds.grounds import CENTRE_END
from app.kinds.office import office
from app.kinds.types import Code, Ref

CENTRE = Kind(
    key="centre",
    prefix="TT",
    digits=2,
    path="trung-tam",
    sheet="Trung tâm",
    vi="Trung tâm trợ giúp pháp lý nhà nước",
    en="State legal aid centre",
    nature=Nature.OFFICE,
    collection="to-chuc",
    fields=(
        *every.head(),
        *office(hours_needed=True),
        Field("director", "Giám đốc", "Director", Ref(), refers_to=("aid_officer",), law="NĐ 144/2017 Đ3"),
        Field("director_title", "Chức danh", "Director's title", Code(DIRECTOR_TITLE)),
        *every.tail(CENTRE_END, successors=("centre",)),
    ),
    lay_words=("TGPL", "TTTGPL", "trợ giúp pháp lý miễn phí"),
)
