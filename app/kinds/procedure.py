"""Thủ tục hành chính về trợ giúp pháp lý, as the agency must list them (kế hoạch II.5; Luật TCTT)."""

from __future__ import annotations

from app.kinds import every
from app.kinds.codes import LAW_STATUS
from app.kinds.contact import WebAddress
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Searched
from app.kinds.files import Files
from app.kinds.grounds import LAW_END
from app.kinds.types import Day, Text, Texts

_TEXT = Searched.TEXT
_LONG = Text(20_000, long=True)

_WHAT = (
    Field("national_code", "Mã thủ tục", "National code", Text(40), searched=_TEXT),
    Field("agency", "Cơ quan thực hiện", "Agency", Text(), need=REQUIRED, searched=_TEXT),
    Field("received_by", "Nơi tiếp nhận", "Received by", Text(1000), need=REQUIRED, searched=_TEXT),
    Field("applicants", "Đối tượng thực hiện", "Applicants", Text(1000), need=REQUIRED, searched=_TEXT),
    Field("steps", "Trình tự thực hiện", "Steps", _LONG, need=REQUIRED),
    Field("methods", "Cách thức thực hiện", "Methods", Text(1000), need=REQUIRED),
    Field("dossier", "Thành phần hồ sơ", "Dossier", Texts(2000), need=REQUIRED, searched=_TEXT),
    Field("copies", "Số lượng hồ sơ", "Copies", Text()),
    Field("forms", "Mẫu đơn, tờ khai", "Forms", Files()),
)
_TERMS = (
    Field("time_limit", "Thời hạn giải quyết", "Time limit", Text(1000), need=REQUIRED),
    Field("fee", "Phí, lệ phí", "Fee", Text(), need=REQUIRED),
    Field("result", "Kết quả thực hiện", "Result", Text(1000), need=REQUIRED),
    Field("conditions", "Yêu cầu, điều kiện", "Conditions", _LONG),
    Field("legal_basis", "Căn cứ pháp lý", "Legal basis", Texts(), need=REQUIRED, searched=_TEXT),
    Field("portal_url", "Liên kết Cổng Dịch vụ công quốc gia", "National portal", WebAddress()),
    Field("checked_on", "Ngày đối chiếu", "Checked on", Day(), need=REQUIRED),
)

PROCEDURE = Kind(
    key="procedure",
    prefix="TTHC",
    digits=2,
    path="thu-tuc",
    sheet="Thủ tục hành chính",
    vi="Thủ tục hành chính",
    en="Administrative procedure",
    nature=Nature.LAW,
    collection="thu-tuc",
    fields=(
        *every.head(status=LAW_STATUS),
        *_WHAT,
        *_TERMS,
        *every.tail(LAW_END, successors=("procedure",)),
    ),
    lay_words=("TTHC", "thủ tục"),
)
