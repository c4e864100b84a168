"""What a commune was before 1 July 2025, as a page says it. Knows places, no listing."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from app import places
from app.places import Commune, Former, Origin
from app.web.language import _


class Elsewhere(NamedTuple):
    """An old unit of the same name that is now part of another commune."""

    words: str
    commune: Commune


def sentence(code: str) -> str:
    """``Trước ngày 01/07/2025 là thị trấn Lộc Bình, xã Khánh Xuân (huyện Lộc Bình).``; "" where unknown."""
    origins = places.origins(code)
    by_district = groupby(origins, key=lambda origin: origin.former.district)
    units = [f"{', '.join(map(_unit, held))} ({small(district)})" for district, held in by_district]
    return _("Trước ngày 01/07/2025 là %(units)s.", units="; ".join(units)) if units else ""


def divided(code: str) -> list[str]:
    """Return a sentence for each old unit of which only a part came here."""
    return [
        _(
            "%(ward)s cũ được chia: phần còn lại nay thuộc %(communes)s.",
            ward=origin.former.ward,
            communes=", ".join(small(one.name) for one in origin.rest),
        )
        for origin in places.origins(code)
        if origin.rest
    ]


def namesakes(code: str) -> list[Elsewhere]:
    """Return the old units that bear the name of this commune and lie elsewhere now."""
    return [Elsewhere(_named(former), commune) for former, commune in places.namesakes(code)]


def small(name: str) -> str:
    """``xã Lộc Bình``: a name inside a sentence."""
    return name[:1].lower() + name[1:]


def _unit(origin: Origin) -> str:
    ward = small(origin.former.ward)
    return _("một phần %(ward)s", ward=ward) if origin.rest else ward


def _named(former: Former) -> str:
    return _("%(ward)s cũ (%(district)s)", ward=former.ward, district=small(former.district))
