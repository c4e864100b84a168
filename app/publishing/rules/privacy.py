"""No personal data in free public text: identity numbers, mobile numbers, birth years, people in cases.

Luật TGPL Đ6 k1 c (nothing on a case or an aided person); Luật BVDLCN 91/2025/QH15 Đ16 (only what the
purpose needs).
"""

from __future__ import annotations

import re

from app.canonical import Document
from app.faults import RuleBroken
from app.kinds import Kind
from app.kinds.types import Text, Texts

_CASE = "Luật TGPL Đ6 k1 c"
_PERSONAL = "Luật Bảo vệ dữ liệu cá nhân Đ16"

_SIGNS = (
    (r"(?<!\d)0[35789]\d{8}(?!\d)", "số điện thoại di động", _PERSONAL),
    (r"(?<!\d)(?:\d{9}|\d{12})(?!\d)", "dãy số giống số giấy tờ tùy thân", _PERSONAL),
    (r"\bsinh (?:năm|ngày)\b", "năm sinh, ngày sinh", _PERSONAL),
    (
        r"\b(?:[Bb]ị cáo|[Bb]ị can|[Bb]ị hại|[Nn]ạn nhân) (?:[A-ZĐÀ-Ỹ]\w* ?){2,}",
        "tên người trong vụ việc",
        _CASE,
    ),
)
_OFFICIAL = ("_number", "assignment_document")


def no_personal_data(kind: Kind, document: Document) -> list[RuleBroken]:
    """Free public text names no person's number and nobody in a case."""
    return [
        RuleBroken(field.key, f"“{field.vi}” có vẻ chứa {sign}: “{found}”. Hãy bỏ đi.", article)
        for field in kind.public_fields
        if isinstance(field.type, Text | Texts) and not field.key.endswith(_OFFICIAL)
        for found, sign, article in _signs(str(document.get(field.key, "")))
    ]


def _signs(text: str) -> list[tuple[str, str, str]]:
    plain = re.sub(r"(?<=\d)[ .\-](?=\d)", "", text)
    return [
        (found.group().strip(), sign, article)
        for pattern, sign, article in _SIGNS
        if (found := re.search(pattern, plain))
    ]
