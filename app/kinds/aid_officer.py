"""Trợ giúp viên pháp lý, of the centre and its branches (Luật TGPL Đ17 k1 a, Đ19 to Đ23)."""

from __future__ import annotations

from app.kinds import every
from app.kinds.codes import RANK
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Seen
from app.kinds.grounds import AID_OFFICER_END
from app.kinds.person import PERSON
from app.kinds.types import Code, Day, Ref, Text

AID_OFFICER = Kind(
    key="aid_officer",
    prefix="TGV",
    digits=4,
    path="tro-giup-vien",
    sheet="Trợ giúp viên pháp lý",
    vi="Trợ giúp viên pháp lý",
    en="Legal aid officer",
    nature=Nature.PERSON,
    collection="nguoi-thuc-hien",
    office_key="workplace",
    fields=(
        *every.head("Họ và tên", person=True),
        *PERSON,
        Field("workplace", "Nơi làm việc", "Workplace", Ref(), need=REQUIRED, refers_to=("centre", "branch")),
        Field(
            "appointed_on", "Ngày bổ nhiệm", "Appointed on", Day(), Seen.PAGE, REQUIRED, law="Luật TGPL Đ21"
        ),
        Field("appointed_by", "Cơ quan bổ nhiệm", "Appointed by", Text(), Seen.PAGE, REQUIRED),
        Field("rank", "Hạng", "Rank", Code(RANK), Seen.STAFF),
        Field(
            "trained_on",
            "Ngày có chứng chỉ đào tạo nghề luật sư",
            "Trained as a lawyer on",
            Day(),
            Seen.STAFF,
            law="Luật TGPL Đ48 k1",
        ),
        *every.tail(AID_OFFICER_END, successors=("aid_officer",)),
    ),
    lay_words=("TGVPL", "trợ giúp viên", "luật sư nhà nước miễn phí"),
)
