"""The columns of the shared blocks as mixins, one for each field as `kinds` declares it (a test compares)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Json

Day = String(10)
Listed = list[str]
Attached = list[dict[str, str]]


class OfficeBlock:
    """Where an office is, how to reach it, when it receives, in what it helps."""

    address: Mapped[str] = mapped_column(Text)
    commune: Mapped[str] = mapped_column(String(5))
    old_address: Mapped[str | None] = mapped_column(Text)
    latitude: Mapped[str | None] = mapped_column(String(12))
    longitude: Mapped[str | None] = mapped_column(String(12))
    phone: Mapped[str] = mapped_column(String(16))
    hotline: Mapped[str | None] = mapped_column(String(16))
    email: Mapped[str | None] = mapped_column(Text)
    website: Mapped[str | None] = mapped_column(Text)
    zalo: Mapped[str | None] = mapped_column(String(16))
    opening_hours: Mapped[dict[str, Any] | None] = mapped_column(Json)
    reception_rules: Mapped[Attached | None] = mapped_column(Json)
    languages: Mapped[Listed | None] = mapped_column(Json)
    premises_access: Mapped[Listed | None] = mapped_column(Json)
    service_communes: Mapped[Listed | None] = mapped_column(Json)
    forms_of_aid: Mapped[Listed] = mapped_column(Json)
    fields_of_law: Mapped[Listed] = mapped_column(Json)


class PersonBlock:
    """What lets people choose a person, and what only the desk may know of them."""

    gender: Mapped[str] = mapped_column(String(8))
    experience_since: Mapped[str] = mapped_column(String(7))
    specialities: Mapped[Listed] = mapped_column(Json)
    forms_of_aid: Mapped[Listed] = mapped_column(Json)
    card_number: Mapped[str | None] = mapped_column(Text)
    card_issued_on: Mapped[str | None] = mapped_column(Day)
    card_reissued_on: Mapped[str | None] = mapped_column(Day)
    card_issuer: Mapped[str | None] = mapped_column(Text)
    personal_phone: Mapped[str | None] = mapped_column(String(16))
    personal_email: Mapped[str | None] = mapped_column(Text)
    assistance_languages: Mapped[Listed | None] = mapped_column(Json)
    last_activity_on: Mapped[str | None] = mapped_column(Day)


class ContractBlock:
    """A contract and its one renewal; needed or not as the kind says."""

    contract_number: Mapped[str | None] = mapped_column(Text)
    contract_signed_on: Mapped[str | None] = mapped_column(Day)
    contract_to: Mapped[str | None] = mapped_column(Day)
    renewal_number: Mapped[str | None] = mapped_column(Text)
    renewal_date: Mapped[str | None] = mapped_column(Day)
    renewed_to: Mapped[str | None] = mapped_column(Day)
