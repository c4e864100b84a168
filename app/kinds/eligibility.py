"""Người được trợ giúp pháp lý: each group of Luật TGPL Đ7, in each version that the law has had."""

from __future__ import annotations

from app.kinds import every
from app.kinds.alternatives import Alternatives
from app.kinds.codes import LAW_STATUS
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Searched
from app.kinds.grounds import LAW_END
from app.kinds.types import Bool, Text

_TEXT = Searched.TEXT

ELIGIBILITY = Kind(
    key="eligibility",
    prefix="DT",
    digits=2,
    path="nguoi-duoc-tro-giup",
    sheet="Người được trợ giúp",
    vi="Người được trợ giúp pháp lý",
    en="Person entitled to legal aid",
    nature=Nature.LAW,
    collection="nguoi-duoc-tro-giup",
    fields=(
        *every.head(status=LAW_STATUS),
        Field("clause", "Điều, khoản, điểm", "Clause", Text(), need=REQUIRED, searched=_TEXT),
        Field("law", "Luật", "Law", Text(), need=REQUIRED, searched=_TEXT),
        Field(
            "needs_hardship",
            "Phải có khó khăn về tài chính",
            "Needs hardship",
            Bool(),
            need=REQUIRED,
            law="Luật TGPL Đ7 k7; NĐ 144/2017 Đ2",
        ),
        Field(
            "plain_words",
            "Giải thích dễ hiểu",
            "In plain words",
            Text(4000, long=True),
            need=REQUIRED,
            searched=_TEXT,
        ),
        Field(
            "proof_papers",
            "Giấy tờ chứng minh",
            "Proof papers",
            Alternatives(),
            need=REQUIRED,
            searched=_TEXT,
            law="TT 08/2017/TT-BTP Đ33",
        ),
        Field("sensitive", "Nhạy cảm", "Sensitive", Bool()),
        *every.tail(LAW_END, successors=("eligibility",)),
    ),
    lay_words=("đối tượng", "ai được giúp", "miễn phí"),
)
