"""A listing in a few lines, as lists, results and the head of its page show it. A function of documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app import places
from app.canonical import Document
from app.catalogue import law
from app.catalogue.register import Register
from app.catalogue.standing import Standing
from app.catalogue.version import TAKEN_AWAY, Version
from app.kinds.contact import dialled, grouped
from app.kinds.hours import lines

ADVICE_ONLY = "chỉ tư vấn pháp luật"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to call: ``0205 3812 345`` and ``tel:+842053812345``; without ``href`` one to read only."""

    digits: str
    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class Via:
    """The office through which a person is reached."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """What people choose by; None or empty where unknown. Who is reached ``via`` an office has its phone.

    Only the law as data has a ``summary``.
    """

    id: str
    name: str
    url: str
    kind: str
    role: str
    address: str
    commune: places.Commune | None
    phone: Phone | None
    via: Via | None
    fields_of_law: tuple[str, ...]
    languages: tuple[str, ...]
    experience_years: int | None
    hours: tuple[str, ...]
    standing: Standing
    summary: str = ""


def card(version: Version, register: Register) -> Card:
    """Return the card of ``version``, its office and its standing as of ``register``."""
    document = version.document
    reached = register.reached_at(version)
    return Card(
        id=version.listing_id,
        name=version.name,
        url=version.path,
        kind=version.kind.vi,
        role=role(version),
        address=TAKEN_AWAY if "address" in version.redacted else address(document),
        commune=places.commune(document.get("commune", "")),
        phone=phone(reached.document) if reached else None,
        via=Via(reached.name, reached.path) if reached and reached.listing_id != version.listing_id else None,
        fields_of_law=_wordings(version, "fields_of_law") or _wordings(version, "specialities"),
        languages=_wordings(version, "languages"),
        experience_years=years_since(document.get("experience_since"), register.day),
        hours=tuple(lines({"weekly": document.get("opening_hours", {}).get("weekly", {})})),
        standing=register.standing(version),
        summary=law.summary(version.kind, document),
    )


def role(version: Version) -> str:
    """``Luật sư theo hợp đồng với Trung tâm, nữ``, ``Tổ chức đăng ký tham gia``, ``Thủ tục hành chính``."""
    if not version.kind.nature.gives_aid:
        return law.role(version.kind, version.document)
    participation = ", ".join(_wordings(version, "participation"))
    if participation:
        return f"Tổ chức {participation}"
    capacity = " ".join([version.kind.vi, " và ".join(_wordings(version, "engagements"))]).strip()
    limits = [ADVICE_ONLY] if version.kind.advice_only else []
    return ", ".join([capacity, *limits, *_wordings(version, "gender")])


def address(document: Document) -> str:
    """Return address and commune in one line: ``Khu Hòa Bình, Xã Lộc Bình``; "" for persons."""
    commune = places.commune(document.get("commune", ""))
    return ", ".join(filter(None, [document.get("address"), commune.name if commune else None]))


def phone(document: Document) -> Phone | None:
    """Return the phone of an office, or None."""
    digits = document.get("phone")
    return Phone(digits, grouped(digits), f"tel:{dialled(digits)}") if digits else None


def years_since(month: str | None, day: date) -> int | None:
    """Return the full years from ``YYYY-MM`` (or ``YYYY``) to ``day``; None where unknown, never below 0."""
    if not month:
        return None
    year, _, number = month.partition("-")
    return max(0, day.year - int(year) - (day.month < int(number or 1)))


def _wordings(version: Version, key: str) -> tuple[str, ...]:
    field = version.kind.by_key.get(key)
    value = version.document.get(key)
    if field is None or not value:
        return ()
    return tuple(field.show([code]) for code in value) if isinstance(value, list) else (field.show(value),)
