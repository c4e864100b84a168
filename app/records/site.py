"""The tables of the unlisted kinds: search words, what pages say for a while, what is heard, what is told."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Json
from app.records.blocks import Day, Listed
from app.records.listing import Listing, joined, own_id, ref


class Vocabulary(Listing):
    """Từ ngữ tìm kiếm."""

    __tablename__ = "vocabulary"

    id: Mapped[str] = own_id()
    spellings: Mapped[Listed | None] = mapped_column(Json)
    means: Mapped[str] = mapped_column(String(16))
    fields_of_law: Mapped[Listed | None] = mapped_column(Json)
    kinds: Mapped[Listed | None] = mapped_column(Json)
    stands_for: Mapped[str | None] = mapped_column(Text)
    communes: Mapped[Listed | None] = mapped_column(Json)
    languages: Mapped[Listed | None] = mapped_column(Json)

    __mapper_args__ = joined("vocabulary", id)


class Banner(Listing):
    """Tin ngắn; an outage names its day, an alert its office."""

    __tablename__ = "banner"
    __table_args__ = (
        CheckConstraint("banner_type <> 'outage' OR outage_on IS NOT NULL", name="outage"),
        CheckConstraint("banner_type <> 'alert' OR office IS NOT NULL", name="alert"),
    )

    id: Mapped[str] = own_id()
    banner_type: Mapped[str] = mapped_column(String(16))
    office: Mapped[str | None] = ref()
    outage_on: Mapped[str | None] = mapped_column(Day)

    __mapper_args__ = joined("banner", id)


class Recording(Listing):
    """Lời thu âm."""

    __tablename__ = "recording"

    id: Mapped[str] = own_id()
    language: Mapped[str] = mapped_column(String(16))
    sound: Mapped[Listed] = mapped_column(Json)
    transcript: Mapped[str] = mapped_column(Text)
    meaning: Mapped[str] = mapped_column(Text)

    __mapper_args__ = joined("recording", id)


class ShownFigure(Listing):
    """Số liệu công khai."""

    __tablename__ = "shown_figure"

    id: Mapped[str] = own_id()
    figure: Mapped[str] = mapped_column(String(16))

    __mapper_args__ = joined("shown_figure", id)
