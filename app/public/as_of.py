"""Which register an answer shows: as published on one day, as in force on another, or as it is today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from flask import abort, redirect, request

from app import clock
from app.catalogue import published
from app.catalogue.register import Register
from app.faults import BadParameter
from app.ledger.asof import publication_on
from app.ledger.read import PublicationView
from app.public.parameters import Given
from app.web import site
from app.web.errors import wants_data
from app.web.language import _
from app.web.links import address, link
from app.web.session import reading

PUBLISHED, IN_FORCE = "ngay", "hieu-luc"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The days asked for; None where today is meant."""

    published: date | None = None
    in_force: date | None = None

    @property
    def given(self) -> bool:
        """Whether any day was asked for, so that this may not be the register of today."""
        return bool(self.published or self.in_force)

    @property
    def parameters(self) -> dict[str, str]:
        """The same as the parameters of a page."""
        days = {PUBLISHED: self.published, IN_FORCE: self.in_force}
        return {name: day.isoformat() for name, day in days.items() if day}

    @property
    def words(self) -> str:
        """``Bản cũ: như đã công bố đến ngày 01/03/2025``; "" for today."""
        published, in_force = (day and f"{day:%d/%m/%Y}" for day in (self.published, self.in_force))
        if published and in_force:
            return _(
                "Bản cũ: như đã công bố đến ngày %(published)s, có hiệu lực ngày %(in_force)s",
                published=published,
                in_force=in_force,
            )
        if published:
            return _("Bản cũ: như đã công bố đến ngày %(published)s", published=published)
        return _("Như có hiệu lực ngày %(in_force)s", in_force=in_force) if in_force else ""


def read(given: Given, published: str = PUBLISHED, in_force: str = IN_FORCE) -> AsOf:
    """Return the days in ``given``. Raises BadParameter for what is no day, and for a publication to come."""
    as_of = AsOf(_day(given, published), _day(given, in_force))
    if as_of.published and as_of.published > clock.today():
        day = f"{as_of.published:%d/%m/%Y}"
        raise BadParameter(published, _("Ngày %(day)s chưa đến. Hãy chọn hôm nay hoặc trước đó.", day=day))
    return as_of


def show(as_of: AsOf) -> Register:
    """Return the register that ``as_of`` means, and let the answer say which publication it shows."""
    if as_of.given:
        site.unindexed()
    return shown(register(as_of))


def shown(register: Register) -> Register:
    """Return ``register``, whose publication the answer now names."""
    site.show(register.publication(register.n) if register.n else None)
    return register


def register(as_of: AsOf) -> Register:
    """Return the register that ``as_of`` means; an empty one before the first publication."""
    n = publication_on(chain(site.today()), as_of.published) if as_of.published else None
    day = as_of.in_force or as_of.published or clock.today()
    return published.load(reading(), site.newest(), day, n)


def chain(register: Register) -> list[PublicationView]:
    """Return the publications 1..N of ``register``."""
    return [register.publication(number) for number in range(1, register.n + 1)]


def _day(given: Given, name: str) -> date | None:
    text = given.get(name, "").strip()
    if name not in given:
        return None
    written = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
    if written and not wants_data():
        day, month, year = map(int, written.groups())
        _say_it_so(name, _real(name, year, month, day))
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    if not iso:
        raise BadParameter(name, _needed())
    return _real(name, *map(int, iso.groups()))


def _needed() -> str:
    if wants_data():
        return _("Cần một ngày, viết năm-tháng-ngày, ví dụ 2026-03-01.")
    return _("Cần một ngày, viết ngày/tháng/năm, ví dụ 01/03/2026 (hoặc 2026-03-01).")


def _real(name: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        written = f"{day:02d}/{month:02d}/{year:04d}"
        raise BadParameter(name, _("Không có ngày %(written)s.", written=written)) from None


def _say_it_so(name: str, day: date) -> NoReturn:
    """Send the reader to the same page with the day as addresses write it."""
    given = {**request.args.to_dict(), name: day.isoformat()}
    abort(redirect(link(address(request.path, given)), 302))
