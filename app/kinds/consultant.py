"""Tư vấn viên pháp luật of a participating organisation; advice only (Luật TGPL Đ17 k1 c, Đ31 k1, Đ33 k1)."""

from __future__ import annotations

from app.kinds import every
from app.kinds.declaration import REQUIRED, Field, Kind, Nature
from app.kinds.grounds import CONSULTANT_END
from app.kinds.person import PERSON
from app.kinds.types import Ref

CONSULTANT = Kind(
    key="consultant",
    prefix="TVV",
    digits=4,
    path="tu-van-vien",
    sheet="Tư vấn viên pháp luật",
    vi="Tư vấn viên pháp luật",
    en="Legal consultant",
    nature=Nature.PERSON,
    collection="nguoi-thuc-hien",
    office_key="organisation",
    advice_only=True,
    fields=(
        *every.head("Họ và tên", person=True),
        *PERSON,
        Field(
            "organisation",
            "Tổ chức tham gia",
            "Participating organisation",
            Ref(),
            need=REQUIRED,
            refers_to=("organisation",),
            law="Luật TGPL Đ17 k1 c",
        ),
        *every.tail(CONSULTANT_END, successors=("consultant",)),
    ),
    lay_words=("tư vấn miễn phí",),
)
