"""The notice of one commune as PDF, to print and to hang where people wait."""

from __future__ import annotations

from threading import Lock

from flask import Response

from app.catalogue.card import Card, card
from app.catalogue.groups import ENTITLED
from app.catalogue.lists import official
from app.catalogue.publications import publication_ref
from app.catalogue.recent import Recent
from app.catalogue.register import Register
from app.faults import NotFound
from app.guidance.rights import rights
from app.places import Commune
from app.printing.notice import Notice, Office, notice
from app.public import as_of, nearby, parameters
from app.public.as_of import AsOf
from app.public.communes import known
from app.public.door import public
from app.web import site
from app.web.language import _
from app.web.links import absolute

KEPT = 16

_kept: Recent[tuple[object, ...], bytes] = Recent(KEPT)
_lock = Lock()


@public.get("/xa/<code>.pdf")
def commune_notice(code: str) -> Response:
    """Answer with one sheet of A4: what TTLT 10/2018 Đ3 and TTLT 01/2012 Đ11 ask to be posted."""
    parameters.read()
    here, register = known(code), as_of.show(AsOf())
    centre = register.centre()
    if here.province_code != site.province():
        raise NotFound(_("Chỉ có tờ thông báo của các xã, phường trong tỉnh."))
    if centre is None:
        raise NotFound(_("Chưa có lần công bố nào."))
    response = Response(_content(here, register, card(centre, register)), mimetype="application/pdf")
    name = "-".join(["mau", "tro-giup-phap-ly", code] if _sample(register) else ["tro-giup-phap-ly", code])
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def _content(here: Commune, register: Register, centre: Card) -> bytes:
    """Return the sheet; from memory if it was made since the newest publication, today."""
    address = absolute(f"/xa/{here.code}")
    wanted = (register.publication(register.n).hash, register.day, address)
    with _lock:
        made = _kept.get(wanted)
        return (
            made if made is not None else _kept.keep(wanted, notice(_told(here, register, centre, address)))
        )


def _told(here: Commune, register: Register, centre: Card, address: str) -> Notice:
    newest = register.publication(register.n)
    ref = publication_ref(newest)
    law = rights()
    return Notice(
        place=here.name,
        department=site.department(),
        sample=_sample(register),
        centre=_office(centre),
        nearest=_nearest(here, register, centre),
        branches=[
            _office(card(one, register)) for one in register.of_kind("branch") if register.choosable(one)
        ],
        entitled=[one.name for one in official(register, ENTITLED).choosable],
        rights=law.rights,
        duties=law.duties,
        steps=law.steps,
        basis=law.basis,
        address=address,
        day=f"{register.day:%d/%m/%Y}",
        publication=_("Lần công bố %(number)s, ngày %(date)s", number=ref.number, date=ref.date),
        proof=newest.hash,
        key=newest.key_id,
    )


def _nearest(here: Commune, register: Register, centre: Card) -> list[Office]:
    """Return the offices of the front besides the centre, whose number stands there already."""
    shown = (card(near.office, register) for near in nearby.chosen(register, here))
    return [_office(one) for one in shown if one.id != centre.id][:4]


def _office(shown: Card) -> Office:
    phone = shown.phone.shown if shown.phone else ""
    return Office(shown.name, phone, shown.address, "; ".join(shown.hours))


def _sample(register: Register) -> bool:
    return register.publication(1).sample
