"""How results are shown: the words about each, the chips that narrow or widen, what stands apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from app import kinds, places
from app.catalogue.banners import Banner
from app.catalogue.card import Card, Phone, card
from app.catalogue.register import Register
from app.catalogue.version import Version
from app.kinds import Nature
from app.public import open_now
from app.public.as_of import PUBLISHED
from app.public.asked import Asked
from app.public.marking import marked
from app.public.paging import PAGE
from app.public.parameters import Given
from app.public.tables import Row
from app.public.words import Choice, Link, sentence, years
from app.search.find import Results
from app.web.language import _
from app.web.links import address

APART_SHOWN = 10


class Result(NamedTuple):
    """One listing found; ``who`` answers its phone, ``opening`` and ``alerts`` say what is so there now."""

    name: str
    url: str
    phone: Phone | None
    who: str
    about: Markup
    opening: str = ""
    alerts: Sequence[Banner] = ()


class Facet(NamedTuple):
    """One way to narrow the results, with how many each choice leaves."""

    title: str
    choices: list[Choice]


def results(versions: Iterable[Version], register: Register, found: Results) -> list[Result]:
    """Return what the page shows of each of ``versions``.

    The law is asked of the centre: its number stands there once, not with each provision.
    """
    return [
        _provision(card(one, register), found, called=at == 0)
        if one.kind.nature is Nature.LAW
        else _provider(one, register, found)
        for at, one in enumerate(versions)
    ]


def taken(given: Given, asked: Asked) -> list[Link]:
    """Return what the results are narrowed to, each leading to the same page without it.

    Kinds are named as on their sheets: the full name would push the first call below the fold of a phone.
    """
    narrowed = [
        ("loai", asked.kind.sheet if asked.kind else ""),
        ("xa", asked.commune.name if asked.commune else ""),
        (PUBLISHED, _("đến ngày %(day)s", day=_day(given[PUBLISHED])) if PUBLISHED in given else ""),
    ]
    return [Link(words, _with(given, name, "")) for name, words in narrowed if words]


def facets(given: Given, asked: Asked, found: Results) -> list[Facet]:
    """Return the filters not yet used that leave something."""
    by_kind = [
        Choice(kind.sheet, _with(given, "loai", kind.path), found.kinds[kind.path])
        for kind in kinds.KINDS
        if kind.path in found.kinds
    ]
    by_commune = [
        Choice(commune.name, _with(given, "xa", code), count)
        for code, count in sorted(found.communes.items(), key=lambda one: (-one[1], one[0]))
        if (commune := places.commune(code))
    ]
    all_facets = [
        Facet(_("Loại"), by_kind if asked.kind is None else []),
        Facet(_("Xã, phường"), by_commune if asked.commune is None else []),
    ]
    return [facet for facet in all_facets if facet.choices]


def apart(found: Results, register: Register) -> Sequence[Row]:
    """Return rows for what matches but cannot be chosen, each with the reason."""
    return [
        [Link(version.name, version.path), register.standing(version).sentence]
        for version in found.apart[:APART_SHOWN]
    ]


def _provider(version: Version, register: Register, found: Results) -> Result:
    shown, office = card(version, register), register.reached_at(version)
    via = _("liên hệ qua %(office)s", office=shown.via.name) if shown.via else ""
    experience = shown.experience_years
    known = _("%(years)s kinh nghiệm", years=years(experience)) if experience is not None else ""
    said = [shown.role, shown.address, via, sentence(shown.fields_of_law), known]
    return Result(
        shown.name, shown.url, shown.phone, _who(shown), _about(said, found), *_right_now(office, register)
    )


def _right_now(office: Version | None, register: Register) -> tuple[str, Sequence[Banner]]:
    return open_now.sentence(office, register), open_now.alerts(office, register)


def _provision(shown: Card, found: Results, *, called: bool) -> Result:
    phone = shown.phone if called else None
    return Result(shown.name, shown.url, phone, _who(shown), _about([shown.role, shown.summary], found))


def _who(shown: Card) -> str:
    """Return who answers the phone, as it is read out."""
    if shown.via is None:
        return shown.name
    return _("%(name)s, qua %(office)s", name=shown.name, office=shown.via.name)


def _about(said: Iterable[str], found: Results) -> Markup:
    return marked(" · ".join(filter(None, said)), found.read_as.words)


def _with(given: Given, name: str, value: str) -> str:
    """Return the first page of these results with another ``value`` for ``name``."""
    return address("/tim-kiem", {**given, name: value, PAGE: ""})


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
