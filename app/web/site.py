"""What every page knows: the site's names, whether it is a sample, the newest publication, the centre's phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, g

from app import clock, places
from app.catalogue import register
from app.catalogue.offices import Office, office
from app.catalogue.publications import PublicationRef, publication_ref
from app.web.head import head
from app.web.instance import instance
from app.web.session import reading


@dataclass(frozen=True, slots=True)
class Site:
    """The frame around every page. ``publication`` and ``centre`` are None in an empty register."""

    name: str
    department: str
    sample: bool
    publication: PublicationRef | None
    centre: Office | None
    canonical: str | None
    robots: str | None


def site() -> Site:
    """Return the frame for this request; what a view set on ``g`` (canonical, robots) goes with it."""
    newest = head(reading())
    province = places.province_name(instance().settings.province)
    centre = register.load(reading(), newest.number, clock.today()).centre() if newest else None
    return Site(
        name=f"Trợ giúp pháp lý {province.removeprefix('Tỉnh ').removeprefix('Thành phố ')}",
        department=f"Sở Tư pháp {province[0].lower()}{province[1:]}",
        sample=bool(newest and newest.sample),
        publication=publication_ref(newest) if newest else None,
        centre=office(centre) if centre else None,
        canonical=g.get("canonical"),
        robots=g.get("robots"),
    )


def install(app: Flask) -> None:
    """Give every template ``site``."""

    @app.context_processor
    def add() -> dict[str, Any]:
        return {"site": site()}
