"""What every page knows: the site's names, whether it is a sample, its publication, the centre's phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, g
from sqlalchemy.exc import SQLAlchemyError

from app import clock, places
from app.catalogue import published
from app.catalogue.banners import Banner, banners
from app.catalogue.card import Card, card
from app.catalogue.publications import PublicationRef, publication_ref
from app.catalogue.register import Register
from app.ledger.read import PublicationView
from app.web import headers, links
from app.web.head import head
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading


@dataclass(frozen=True, slots=True)
class Site:
    """The frame around every page. ``centre`` is None without a phone; ``empty``: nothing published yet."""

    name: str
    department: str
    sample: bool
    empty: bool
    publication: PublicationRef | None
    centre: Card | None
    banners: tuple[Banner, ...]
    canonical: str | None
    robots: str | None


def newest() -> PublicationView | None:
    """Return the newest publication as this request knows it: read once, so an answer tells one state."""
    if "newest" not in g:
        answer_for(head(reading()))
    known: PublicationView | None = g.newest
    return known


def answer_for(publication: PublicationView | None) -> None:
    """Let the rest of this request know nothing newer than ``publication``."""
    g.newest = publication
    show(publication)


def show(publication: PublicationView | None) -> None:
    """Let the answer name ``publication`` as the one that it shows."""
    g.publication = publication.number if publication else 0
    g.head = publication.hash if publication else ""


def today() -> Register:
    """Return the register as it is today."""
    return published.load(reading(), newest(), clock.today())


def canonical(path: str, parameters: Mapping[str, object] | None = None) -> None:
    """Say which address this page has once everything that does not matter is taken off."""
    g.canonical = links.absolute(path, parameters)


def unindexed() -> None:
    """Ask search engines to leave this page out."""
    g.robots = "noindex"


def kept() -> None:
    """Say that phones may keep this page: it shows nothing that holds for some days only."""
    g.kept = True


def province() -> str:
    """Return the code of the province that this register is of."""
    return instance().settings.province


def department() -> str:
    """``Sở Tư pháp tỉnh Lạng Sơn``."""
    name = _province()
    return _("Sở Tư pháp %(province)s", province=f"{name[0].lower()}{name[1:]}", short=_short(name))


def department_in_english() -> str:
    """``Department of Justice of Lạng Sơn Province``: for citations, which are in two languages."""
    province = _province()
    unit = "City" if province.startswith("Thành phố ") else "Province"
    return f"Department of Justice of {_short(province)} {unit}"


def site() -> Site:
    """Return the frame for this request; without the register's part where the database cannot be read."""
    try:
        register: Register | None = today()
    except SQLAlchemyError:
        register = None
    known = newest() if register else None
    centre = register.centre() if register else None
    reached = card(centre, register) if register and centre else None
    return Site(
        name=_("Trợ giúp pháp lý %(province)s", province=_short(_province())),
        department=department(),
        sample=bool(register and register.n and register.publication(1).sample),
        empty=register is not None and register.n == 0,
        publication=publication_ref(known) if known else None,
        centre=reached if reached and reached.phone else None,
        banners=_banners(register) if register and "kept" not in g else (),
        canonical=g.get("canonical"),
        robots=g.get("robots"),
    )


def _banners(register: Register) -> tuple[Banner, ...]:
    """Return what every page shows today; one that shows any is not kept past the day."""
    shown = banners(register)
    if shown:
        headers.valid_until(clock.next_midnight())
    return shown


def _province() -> str:
    return places.province_name(province())


def _short(province: str) -> str:
    """``Lạng Sơn`` of ``Tỉnh Lạng Sơn``."""
    return province.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def install(app: Flask) -> None:
    """Give every template ``site`` and ``link``."""
    links.install(app)

    @app.context_processor
    def add() -> dict[str, Any]:
        return {"site": site()}
