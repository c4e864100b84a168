"""Who could take part and is not listed yet, as a review finds them (kế hoạch II.4.3). Staff only.

A collaborator has a card before the contract, and is listed only once the contract stands: until then a
candidate.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, Json
from app.kinds.codes import CodeList
from app.records.blocks import Day

_NO_BREACH = ("no_breach", "không vi phạm Điều 6 khoản 1 trong 02 năm (Đ14 k5)")

CONDITIONS = {
    "organisation": CodeList(
        "organisation_conditions",
        "Luật TGPL Đ14 k2, k5; Đ15 k1",
        (
            ("field_fits", "lĩnh vực đăng ký hoạt động phù hợp (Đ14 k2 a)"),
            (
                "has_people",
                "tổ chức hành nghề luật sư, hoặc có tư vấn viên 02 năm hay luật sư thường xuyên (Đ14 k2 b)",
            ),
            ("premises", "cơ sở vật chất phù hợp (Đ14 k2 c)"),
            ("no_penalty", "không đang thi hành quyết định xử phạt vi phạm hành chính (Đ14 k2 d)"),
            _NO_BREACH,
        ),
    ),
    "lawyer": CodeList(
        "lawyer_conditions",
        "Luật TGPL Đ14 k3, k5",
        (
            ("no_penalty", "không đang thi hành quyết định xử phạt vi phạm hành chính (Đ14 k3 a)"),
            ("may_practise", "không bị cấm hành nghề hoặc hạn chế hoạt động nghề nghiệp (Đ14 k3 b)"),
            ("not_prosecuted", "không đang bị truy cứu trách nhiệm hình sự (Đ14 k3 c)"),
            ("consent", "tổ chức nơi làm việc đồng ý bằng văn bản (Đ14 k3 d)"),
            _NO_BREACH,
        ),
    ),
    "collaborator": CodeList(
        "collaborator_conditions",
        "Luật TGPL Đ24 k1, k2",
        (
            ("hard_area", "tư vấn tại vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn (Đ24 k1)"),
            ("retired", "đã nghỉ hưu từ một chức danh mà luật nêu (Đ24 k2)"),
            ("capacity", "có năng lực hành vi dân sự đầy đủ (Đ24 k2)"),
            ("fit", "có phẩm chất đạo đức tốt, có sức khỏe, có nguyện vọng (Đ24 k2)"),
        ),
    ),
}
"""The checklist of each kind; ``Candidate.checklist`` holds true or false under these codes."""


class Candidate(Base):
    """One organisation, lawyer or collaborator under review; ``listing_id`` once it became a listing."""

    __tablename__ = "candidate"
    __table_args__ = (CheckConstraint("kind IN ('organisation', 'lawyer', 'collaborator')", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    name: Mapped[str] = mapped_column(Text)
    reviewed_on: Mapped[str | None] = mapped_column(Day)
    checklist: Mapped[dict[str, Any]] = mapped_column(Json)
    listing_id: Mapped[str | None] = mapped_column(ForeignKey("listing.id"))
    note: Mapped[str | None] = mapped_column(Text)
