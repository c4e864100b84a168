"""What somebody looks for: words, a kind, a commune; and the register in which it can be found just now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app import kinds, places
from app.catalogue.register import Register
from app.faults import BadParameter
from app.kinds import Kind
from app.ledger import read
from app.places import Commune
from app.public import as_of as moments
from app.public.as_of import AsOf
from app.public.parameters import Given
from app.search.find import Results
from app.web import site
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading


@dataclass(frozen=True, slots=True)
class Asked:
    """``q`` as typed, and what the results are narrowed to."""

    q: str
    kind: Kind | None = None
    commune: Commune | None = None

    @classmethod
    def read(cls, given: Given) -> Asked:
        """Return what the parameters of a page ask for. Raises BadParameter."""
        return cls(given.get("q", ""), _kind(given), commune(given, "xa"))

    @property
    def nothing(self) -> bool:
        """Whether nothing was asked for."""
        return not (self.q.strip() or self.kind or self.commune)


def commune(given: Given, name: str) -> Commune | None:
    """Return the commune whose code is given. Raises BadParameter."""
    code = given.get(name)
    if code is None:
        return None
    found = places.commune(code) if re.fullmatch(r"[0-9]{5}", code) else None
    if found is None or found.province_code != instance().settings.province:
        raise BadParameter(name, _("Cần mã năm chữ số của một xã, phường hiện nay trong tỉnh, ví dụ 06529."))
    return found


def find(register: Register, asked: Asked) -> Results:
    """Return what is found in ``register``."""
    kind = asked.kind.path if asked.kind else None
    code = asked.commune.code if asked.commune else None
    return instance().search.search(register, asked.q, kind, code)


def searchable(as_of: AsOf) -> Register:
    """Return the register that ``as_of`` means, or where the index is still behind, the one it has reached.

    Then the whole answer is for that publication.
    """
    return moments.shown(within_reach(moments.register(as_of), as_of))


def within_reach(register: Register, as_of: AsOf) -> Register:
    """Return ``register`` if the index reaches it, else the one it reaches."""
    reached = instance().search.ready(reading(), register.n)
    if reached >= register.n:
        return register
    site.answer_for(read.publication(reading(), reached))
    return moments.register(as_of)


def _kind(given: Given) -> Kind | None:
    word = given.get("loai")
    if word is None:
        return None
    kind = kinds.of_path(word)
    if kind is None:
        known = ", ".join(each.path for each in kinds.KINDS)
        raise BadParameter("loai", _("Không có loại này; có thể chọn: %(known)s.", known=known))
    return kind
