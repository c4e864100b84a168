"""Where things are: communes, what they were before 1 July 2025, and what a written place name means.

Every question names its province or a commune's code. Knows no listing, office or setting.
"""

from __future__ import annotations

from app.places.distance import Point, kilometres, neighbours
from app.places.past import District, Origin, districts, namesakes, origins
from app.places.picture import Picture, picture
from app.places.reading import Found, find, named
from app.places.units import Commune, Former, commune, communes, former_of, old_names, province_name

__all__ = [
    "Commune",
    "District",
    "Former",
    "Found",
    "Origin",
    "Picture",
    "Point",
    "commune",
    "communes",
    "districts",
    "find",
    "former_of",
    "kilometres",
    "named",
    "namesakes",
    "neighbours",
    "old_names",
    "origins",
    "picture",
    "province_name",
]
