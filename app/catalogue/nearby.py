"""Whom people of a commune can call: who says that they serve it, then who is nearest. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app import places
from app.canonical import Document
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature
from app.places import Commune

EVERYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is no commune's own point."""

    latitude: str
    longitude: str


@dataclass(frozen=True, slots=True)
class Near:
    """One office to call: whether it says that it ``serves`` the commune, and how far away it is."""

    office: Version
    serves: bool
    here: bool
    kilometres: float


def offices(register: Register, commune: Commune) -> tuple[Near, ...]:
    """Return every office to choose that can be called: those that serve ``commune``, then by distance."""
    found = (_near(one, commune) for one in register.ordered if _can_be_called(one, register))
    return tuple(sorted(filter(None, found), key=lambda near: _order(near, commune)))


def collaborators(register: Register, commune: Commune) -> tuple[Version, ...]:
    """Return the collaborators to choose whose area ``commune`` is, in order."""
    return tuple(
        one
        for one in register.of_kind("collaborator")
        if register.choosable(one) and commune.code in one.document.get("communes", ())
    )


def spot(document: Document) -> places.Point | None:
    """Return where an office lies: its own point, or that of its commune."""
    if document.get("latitude") and document.get("longitude"):
        return Spot(document["latitude"], document["longitude"])
    return places.commune(document.get("commune", ""))


def _can_be_called(version: Version, register: Register) -> bool:
    is_office = version.kind.nature is Nature.OFFICE
    return is_office and bool(version.document.get("phone")) and register.choosable(version)


def _near(office: Version, commune: Commune) -> Near | None:
    where = spot(office.document)
    if where is None:
        return None
    served = office.document.get("service_communes", ())
    here = office.document.get("commune") == commune.code
    serves = commune.code in served or EVERYWHERE in served
    return Near(office, serves, here, places.kilometres(where, commune))


def _order(near: Near, commune: Commune) -> tuple[bool, bool, float]:
    """Who names the commune, then who serves the whole province, then the rest; each the nearest first."""
    named = commune.code in near.office.document.get("service_communes", ())
    return not near.serves, not named, near.kilometres
