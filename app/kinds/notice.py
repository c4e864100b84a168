"""Thông báo that the law has posted: selections, certificates changed, endings, branches (TT 08; NĐ 144)."""

from __future__ import annotations

from app.kinds import every
from app.kinds.codes import LAW_STATUS, NOTICE_TYPE
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Need, Searched
from app.kinds.files import Files
from app.kinds.grounds import LAW_END
from app.kinds.types import Code, Day, Text

SELECTIONS = ("select_lawyers", "select_organisations")
POSTING_LAW = "TT 08/2017/TT-BTP Đ5, Đ11"

_SELECTION = Need("với thông báo lựa chọn", lambda document: document.get("notice_type") in SELECTIONS)
_LONG = Text(20_000, long=True)

NOTICE = Kind(
    key="notice",
    prefix="TB",
    digits=4,
    path="thong-bao",
    sheet="Thông báo",
    vi="Thông báo",
    en="Notice",
    nature=Nature.LAW,
    collection="thong-bao",
    fields=(
        *every.head(status=LAW_STATUS),
        Field("notice_type", "Loại", "Type", Code(NOTICE_TYPE), need=REQUIRED, searched=Searched.TEXT),
        Field("posted_until", "Đăng đến ngày", "Posted until", Day(), need=REQUIRED, law=POSTING_LAW),
        Field("filing_to", "Nhận hồ sơ đến ngày", "Filing to", Day(), need=_SELECTION, law=POSTING_LAW),
        Field("quantity", "Số lượng dự kiến", "Expected number", Text(), need=_SELECTION, law=POSTING_LAW),
        Field("conditions", "Điều kiện ký hợp đồng", "Conditions", _LONG, need=_SELECTION, law=POSTING_LAW),
        Field(
            "scoring",
            "Cách thức, tiêu chí, thang bảng điểm",
            "Method and scoring",
            _LONG,
            need=_SELECTION,
            law=POSTING_LAW,
        ),
        Field("dossier", "Yêu cầu về hồ sơ", "Dossier", _LONG, need=_SELECTION, law=POSTING_LAW),
        Field(
            "draft_contract", "Dự thảo hợp đồng", "Draft contract", Files(), need=_SELECTION, law=POSTING_LAW
        ),
        Field("submit_to", "Nơi nộp", "Submit to", Text(), need=_SELECTION, law=POSTING_LAW),
        Field("body", "Nội dung khác", "Other content", _LONG, searched=Searched.TEXT),
        Field("result", "Kết quả", "Result", Text()),
        *every.tail(LAW_END, successors=("notice",)),
    ),
)
