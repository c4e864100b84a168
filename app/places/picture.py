"""The communes of a province as points of a small picture, north up. Pure: knows no colour and no page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import cos, radians

from app.places.distance import Point
from app.places.units import communes

WIDTH = 320
_EDGE = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """``height`` for the `WIDTH`; where each commune's point lies, by its code."""

    height: int
    points: Mapping[str, tuple[int, int]]
    west: float
    north: float
    scale: float
    narrowing: float

    def place(self, point: Point) -> tuple[int, int]:
        """Where ``point`` lies in the picture."""
        x = (float(point.longitude) - self.west) * self.narrowing * self.scale
        y = (self.north - float(point.latitude)) * self.scale
        return round(_EDGE + x), round(_EDGE + y)


@cache
def picture(province: str) -> Picture:
    """The picture of this province. LookupError where there is no such province."""
    known = communes(province)
    east, west = (edge(float(one.longitude) for one in known) for edge in (max, min))
    north, south = (edge(float(one.latitude) for one in known) for edge in (max, min))
    narrowing = cos(radians((north + south) / 2))
    scale = (WIDTH - 2 * _EDGE) / ((east - west) * narrowing)
    empty = Picture(round((north - south) * scale) + 2 * _EDGE, {}, west, north, scale, narrowing)
    points = {one.code: empty.place(one) for one in known}
    return Picture(empty.height, points, west, north, scale, narrowing)
