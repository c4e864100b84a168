"""How far places lie apart, as the crow flies, to a kilometre or so. Must not know roads."""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from app.places.units import Commune, commune, communes

_EARTH_RADIUS_KM = 6371.0


class Point(Protocol):
    """Whatever has a place: decimal text (WGS 84)."""

    @property
    def latitude(self) -> str: ...

    @property
    def longitude(self) -> str: ...


@lru_cache(maxsize=512)
def neighbours(code: str, limit: int = 5) -> tuple[Commune, ...]:
    """The nearest communes of the same province, nearest first; none for an unknown code."""
    here = commune(code)
    if here is None:
        return ()
    others = (other for other in communes(here.province_code) if other != here)
    return tuple(sorted(others, key=lambda other: kilometres(here, other))[:limit])


def kilometres(one: Point, other: Point) -> float:
    """The haversine formula."""
    north, other_north = radians(float(one.latitude)), radians(float(other.latitude))
    eastward = radians(float(other.longitude)) - radians(float(one.longitude))
    arc = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(eastward / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(arc))
