"""Chi nhánh của Trung tâm (Luật TGPL Đ11 k2; NĐ 144/2017 Đ5 to Đ9)."""

from __future__ import annotations

from app.kinds import every
from app.kinds.declaration import REQUIRED, Field, Kind, Nature
from app.kinds.grounds import BRANCH_END
from app.kinds.office import office
from app.kinds.types import Day, Int, Ref, Text

_FOUNDED = "NĐ 144/2017 Đ7"

BRANCH = Kind(
    key="branch",
    prefix="CN",
    digits=2,
    path="chi-nhanh",
    sheet="Chi nhánh",
    vi="Chi nhánh của Trung tâm",
    en="Branch of the centre",
    nature=Nature.OFFICE,
    collection="to-chuc",
    fields=(
        *every.head(),
        *office(hours_needed=True),
        Field("ordinal", "Số thứ tự thành lập", "Founding order", Int(), law="NĐ 144/2017 Đ5"),
        Field("centre", "Trung tâm", "Centre", Ref(), need=REQUIRED, refers_to=("centre",)),
        Field("head", "Trưởng Chi nhánh", "Head", Ref(), refers_to=("aid_officer",), law=_FOUNDED),
        Field(
            "operating_from", "Ngày bắt đầu hoạt động", "Operating from", Day(), need=REQUIRED, law=_FOUNDED
        ),
        Field("scope", "Phạm vi thực hiện", "Scope", Text(1000), need=REQUIRED, law=_FOUNDED),
        *every.tail(BRANCH_END, successors=("centre", "branch")),
    ),
    lay_words=("CN", "TGPL", "trợ giúp pháp lý miễn phí"),
)
