"""What a report may be about, as codes with the words that people choose them by. Pure data."""

from __future__ import annotations

from collections.abc import Mapping

from app.reports.models import MISTAKE, MONEY, SATISFACTION

PURPOSE: Mapping[str, str] = {
    MISTAKE: "Báo thông tin sai",
    MONEY: "Báo người đòi tiền",
    SATISFACTION: "Đánh giá trang",
}
POINTS: Mapping[str, Mapping[str, str]] = {
    MISTAKE: {
        "phone": "Gọi không được, sai số",
        "address": "Sai địa chỉ, đã dời đi",
        "hours": "Đến đúng giờ mà không mở cửa",
        "person": "Người này không còn làm ở đây",
        "other": "Chỗ khác",
    },
    MONEY: {"": ""},
    SATISFACTION: {"yes": "Có", "partly": "Một phần", "no": "Không"},
}
"""purpose -> the codes to choose from, with their words; the one that is "" asks for no choice."""
