"""Cộng tác viên trợ giúp pháp lý: retired legal professionals in hard areas; advice only (Luật TGPL Đ24)."""

from __future__ import annotations

from app.kinds import every
from app.kinds.codes import FORMER_TITLE
from app.kinds.contract import contract
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Searched, Seen
from app.kinds.grounds import COLLABORATOR_END
from app.kinds.person import PERSON
from app.kinds.types import Code, Communes, Ref

COLLABORATOR = Kind(
    key="collaborator",
    prefix="CTV",
    digits=4,
    path="cong-tac-vien",
    sheet="Cộng tác viên",
    vi="Cộng tác viên trợ giúp pháp lý",
    en="Legal aid collaborator",
    nature=Nature.PERSON,
    collection="nguoi-thuc-hien",
    office_key="centre",
    advice_only=True,
    fields=(
        *every.head("Họ và tên", person=True),
        *PERSON,
        Field("centre", "Trung tâm", "Centre", Ref(), need=REQUIRED, refers_to=("centre",)),
        Field(
            "former_title",
            "Chức danh trước khi nghỉ hưu",
            "Title before retirement",
            Code(FORMER_TITLE),
            Seen.STAFF,
            REQUIRED,
            law="Luật TGPL Đ24 k2",
        ),
        *contract(REQUIRED, Seen.PAGE),
        Field(
            "communes",
            "Địa bàn",
            "Communes",
            Communes(),
            need=REQUIRED,
            searched=Searched.PLACE,
            law="Luật TGPL Đ24 k1",
        ),
        *every.tail(COLLABORATOR_END, successors=("collaborator",)),
    ),
    lay_words=("CTV", "tư vấn miễn phí"),
    basis_keys=(("contract_number", "contract_signed_on"),),
)
