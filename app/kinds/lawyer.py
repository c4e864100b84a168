"""Luật sư thực hiện trợ giúp pháp lý: by contract with the centre, assigned, or both (Luật TGPL Đ17 k1 b)."""

from __future__ import annotations

from app.kinds import codes, every
from app.kinds.contract import contract
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Searched, Seen, needed_when
from app.kinds.grounds import LAWYER_END
from app.kinds.person import PERSON
from app.kinds.types import Codes, Ref, Text

_CONTRACTED = needed_when("engagements", "contract", "khi theo hợp đồng với Trung tâm")
_ASSIGNED = needed_when("engagements", "assigned", "khi theo phân công của tổ chức tham gia")

LAWYER = Kind(
    key="lawyer",
    prefix="LS",
    digits=4,
    path="luat-su",
    sheet="Luật sư",
    vi="Luật sư",
    en="Lawyer",
    nature=Nature.PERSON,
    collection="nguoi-thuc-hien",
    office_key="contact_via",
    fields=(
        *every.head("Họ và tên", person=True),
        *PERSON,
        Field("bar", "Đoàn luật sư", "Bar association", Text(), need=REQUIRED, searched=Searched.TEXT),
        Field(
            "practice",
            "Nơi hành nghề",
            "Place of practice",
            Text(),
            searched=Searched.TEXT,
            law="Luật TGPL Đ14 k3 d",
        ),
        Field(
            "engagements",
            "Tư cách thực hiện",
            "Capacities",
            Codes(codes.ENGAGEMENTS),
            need=REQUIRED,
            law="Luật TGPL Đ17 k1 b",
        ),
        Field(
            "contact_via",
            "Liên hệ qua",
            "Contact via",
            Ref(),
            need=REQUIRED,
            refers_to=("centre", "branch", "organisation"),
        ),
        *contract(_CONTRACTED, Seen.PAGE),
        Field(
            "organisation",
            "Tổ chức phân công",
            "Assigning organisation",
            Ref(),
            need=_ASSIGNED,
            refers_to=("organisation",),
        ),
        Field(
            "assignment_document", "Văn bản phân công", "Assignment document", Text(), Seen.PAGE, _ASSIGNED
        ),
        *every.tail(LAWYER_END, successors=("lawyer",)),
    ),
    lay_words=("LS", "luật sư miễn phí"),
    basis_keys=(("contract_number", "contract_signed_on"),),
)
