"""Which communes and hamlets are specially difficult, by which decision, from when to when (Luật TGPL Đ7 k4).

A row about a commune as a whole has no hamlet. Where there is no row nothing is known: whoever asks is told
to call, never that an area is not one.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.kinds.codes import CodeList
from app.records.blocks import Day

LEVEL = CodeList(
    "area_difficulty",
    "Danh sách này; từng dòng theo quyết định ghi ở dòng đó",
    (("none", "không có thôn đặc biệt khó khăn"), ("special", "đặc biệt khó khăn")),
)


class AreaDifficulty(Base):
    """What one decision says of one commune or one hamlet; ``source`` is where it was read."""

    __tablename__ = "area_difficulty"
    __table_args__ = (
        CheckConstraint("level IN ('none', 'special')", name="level"),
        CheckConstraint("effective_to IS NULL OR effective_to >= effective_from", name="order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commune: Mapped[str] = mapped_column(String(5), index=True)
    hamlet: Mapped[str | None] = mapped_column(Text)
    level: Mapped[str] = mapped_column(String(8))
    decision_number: Mapped[str | None] = mapped_column(Text)
    decision_date: Mapped[str] = mapped_column(Day)
    effective_from: Mapped[str] = mapped_column(Day)
    effective_to: Mapped[str | None] = mapped_column(Day)
    source: Mapped[str] = mapped_column(Text)
