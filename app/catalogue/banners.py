"""What pages say by themselves while it holds: planned outages, news, alerts on one office. Of a register."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalogue.register import Register
from app.catalogue.version import Version


@dataclass(frozen=True, slots=True)
class Banner:
    """One sentence, and the page that tells it in full; ``office`` is the id of the office meant, or ""."""

    text: str
    url: str
    office: str = ""


def banners(register: Register) -> tuple[Banner, ...]:
    """Return what every page shows on the register's day, outages first, then as it began."""
    return tuple(one for one in register.derived(_in_force) if not one.office)


def alerts(register: Register, office_id: str) -> tuple[Banner, ...]:
    """Return what is to know of this office on the register's day."""
    return tuple(one for one in register.derived(_in_force) if one.office == office_id)


def _in_force(register: Register) -> tuple[Banner, ...]:
    shown = (one for one in register.of_kind("banner") if register.choosable(one) and _whole(one))
    return tuple(
        Banner(one.name, one.path, str(one.document.get("office", "")))
        for one in sorted(shown, key=_weightiest_first)
    )


def _whole(version: Version) -> bool:
    """Whether nothing was taken away that says what is shown, where, and how long."""
    return not version.redacted & {"name", "office", "effective_to"}


def _weightiest_first(version: Version) -> tuple[bool, str, str]:
    document = version.document
    return "outage_on" not in document, document.get("effective_from", ""), version.listing_id
