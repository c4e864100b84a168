"""Why something that was published is taken away again: a closed list, each code with its law. Pure data.

The code stands in the signed header for ever, so the public reads the ground; never what was taken.
"""

from __future__ import annotations

from app.kinds.codes import CodeList

_DATA_PROTECTION = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"

GROUNDS = CodeList(
    "redaction_ground",
    f"{_DATA_PROTECTION} Đ3, Đ4, Đ13, Đ16; Hiến pháp 2013 Đ106",
    (
        ("consent_withdrawn", "người có thông tin rút lại sự đồng ý"),
        ("wrong_private_data", "thông tin riêng của một người bị ghi sai"),
        ("court_order", "theo bản án, quyết định của Tòa án"),
        ("published_by_mistake", "thông tin riêng bị công bố nhầm"),
    ),
)

LAW = {
    "consent_withdrawn": f"{_DATA_PROTECTION} Đ4, Đ16 k1",
    "wrong_private_data": f"{_DATA_PROTECTION} Đ13, Đ16 k3",
    "court_order": "Hiến pháp 2013 Đ106",
    "published_by_mistake": f"{_DATA_PROTECTION} Đ3 k2, Đ16 k1",
}
"""code -> the article that the ground rests on."""


def wording(code: str) -> str:
    """Return a ground in words with its article; an unknown code stands for itself."""
    law = f" ({LAW[code]})" if code in LAW else ""
    return GROUNDS.wording(code) + law
