"""Places: every commune under its new name and its old ones, and whom its people can call."""

from __future__ import annotations

from typing import NoReturn

from flask import abort, redirect, render_template

from app import places
from app.catalogue import nearby as near
from app.faults import NotFound
from app.guidance import difficulty, hotline
from app.places import Commune
from app.public import as_of, formerly, nearby, parameters, tables
from app.public.as_of import AsOf
from app.public.door import public
from app.public.words import Link
from app.web import headers, site
from app.web.language import _
from app.web.links import link

QUERY = "q"


@public.get("/xa")
def communes() -> str:
    """Show all communes by the districts they were in; find one by any name it has or had."""
    typed = parameters.read(QUERY).get(QUERY, "")
    if typed:
        headers.never_store()
        site.unindexed()
    found = _find(typed)
    register = as_of.show(AsOf())
    site.canonical("/xa")
    return render_template(
        "communes.html",
        typed=typed,
        found=[(commune, formerly.sentence(commune.code)) for commune in found],
        districts=places.districts(site.province()),
        small=formerly.small,
        map=nearby.picture(register, site.province()),
    )


@public.get("/xa/<code>")
def commune(code: str) -> str:
    """Show who serves one commune, who is nearest, and what it was before."""
    here = known(code)
    parameters.read()
    register = as_of.show(AsOf())
    site.canonical(f"/xa/{code}")
    if here.province_code != site.province():
        site.unindexed()
        return render_template("elsewhere.html", commune=here, **_beyond(here))
    collaborators = near.collaborators(register, here)
    return render_template(
        "commune.html",
        commune=here,
        trail=[Link(_("Xã, phường"), "/xa")],
        formerly=formerly,
        offices=nearby.reached(register, here),
        people=tables.people(register, collaborators, {}),
        people_columns=tables.columns(tables.PERSON_OF_OFFICE),
        difficulty=difficulty.without(code, site.province(), register.day),
        neighbours=places.neighbours(code),
        map=nearby.picture(register, site.province(), here),
    )


def known(code: str) -> Commune:
    """Return the commune of this code, in whatever province. Raises NotFound."""
    found = places.commune(code)
    if found is None:
        raise NotFound(
            _("Không có xã, phường nào mang mã này. Hãy tìm theo tên, tên mới hay tên cũ đều được.")
        )
    return found


def _find(typed: str) -> tuple[Commune, ...]:
    """Return the communes that ``typed`` may mean; where that is one, send the reader to its page."""
    by_code = places.commune(typed.strip())
    if by_code:
        _go(by_code)
    found = places.find(typed, site.province()) if typed else None
    if found and found.commune:
        _go(found.commune)
    return found.candidates if found else ()


def _go(commune: Commune) -> NoReturn:
    abort(redirect(link(f"/xa/{commune.code}"), 302))


def _beyond(commune: Commune) -> dict[str, object]:
    return {
        "province": formerly.small(places.province_name(commune.province_code)),
        "ours": formerly.small(places.province_name(site.province())),
        "hotline": hotline.national(),
        "formerly": formerly.sentence(commune.code),
    }
