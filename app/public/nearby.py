"""The offices that a commune's page names, in words: role, address, how far, open or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import mean
from typing import NamedTuple

from app import places
from app.catalogue import nearby
from app.catalogue.card import Card, card
from app.catalogue.nearby import Near
from app.catalogue.register import Register
from app.places import Commune
from app.places.names import name_without_kind
from app.places.picture import WIDTH
from app.public import open_now
from app.public.words import sentence
from app.web.language import _

NEAREST = 3
"""Offices named beside those that serve the commune."""


LETTER, LINE = 7, 12
"""The room that a letter and a line of the map take."""

Label = tuple[str, tuple[int, int]]


class Reached(NamedTuple):
    """One office as the page shows it."""

    shown: Card
    about: str
    opening: str


class Map(NamedTuple):
    """The picture: a path of all communes, one of those with an office, the place of this one, labels."""

    width: int
    height: int
    communes: str
    offices: str
    here: tuple[int, int] | None
    labels: list[Label]


def chosen(register: Register, commune: Commune) -> list[Near]:
    """Return whom to name: all who say that they serve ``commune``, and the nearest of the others."""
    near = nearby.offices(register, commune)
    others = [one for one in near if not one.serves]
    return [*(one for one in near if one.serves), *others[:NEAREST]]


def reached(register: Register, commune: Commune) -> list[Reached]:
    """Return the same in words."""
    return [
        Reached(shown, _about(near, shown), open_now.sentence(near.office, register))
        for near in chosen(register, commune)
        for shown in [card(near.office, register)]
    ]


def picture(register: Register, province: str, commune: Commune | None = None) -> Map:
    """Return the map of ``province``, with ``commune`` marked or the old districts named."""
    drawn = places.picture(province)
    seats = {one.document.get("commune") for one in register.versions.values() if register.choosable(one)}
    labels = [(commune.short_name, drawn.points[commune.code])] if commune else _districts(province)
    return Map(
        width=WIDTH,
        height=drawn.height,
        communes=_dots(drawn.points.values()),
        offices=_dots(point for code, point in drawn.points.items() if code in seats),
        here=drawn.points[commune.code] if commune else None,
        labels=labels,
    )


def _about(near: Near, shown: Card) -> str:
    said = [shown.role, shown.address, _distance(near), _("phục vụ nơi này") if near.serves else ""]
    said.append(sentence(shown.fields_of_law))
    return "\N{NO-BREAK SPACE}· ".join(filter(None, said))


def _distance(near: Near) -> str:
    if near.here:
        return _("ở ngay đây")
    return _("cách khoảng %(km)s km đường chim bay", km=max(1, round(near.kilometres)))


def _dots(points: Iterable[tuple[int, int]]) -> str:
    """Return a path whose round line ends are the dots."""
    return "".join(f"M{x} {y}h0" for x, y in points)


def _districts(province: str) -> list[Label]:
    """Return the name of each old district, in the middle of the communes that were made of it."""
    points = places.picture(province).points
    labels: list[Label] = []
    for district in places.districts(province):
        x, y = _middle([points[now.code] for now, _old in district.became])
        labels.append(_clear((name_without_kind(district.name), (x, y)), labels))
    return labels


def _clear(label: Label, others: Sequence[Label]) -> Label:
    """Return ``label``, moved down as far as it must be to hide none of ``others``."""
    text, (x, y) = label
    while any(
        abs(x - there[0]) < LETTER * (len(text) + len(other)) / 2 and abs(y - there[1]) < LINE
        for other, there in others
    ):
        y += 1
    return text, (x, y)


def _middle(points: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return round(mean(x for x, _y in points)), round(mean(y for _x, y in points))
