"""What somebody looks for: words and filters; and the register in which it can be found just now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app import clock, kinds, places
from app.catalogue.register import Register
from app.faults import BadParameter
from app.ledger import read
from app.places import Commune
from app.public import as_of as moments
from app.public import narrowing
from app.public.as_of import PUBLISHED, AsOf
from app.public.narrowing import OPEN
from app.public.parameters import Given
from app.search.filters import EVERYTHING, Filters
from app.search.find import Results
from app.web import site
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading


@dataclass(frozen=True, slots=True)
class Asked:
    """``q`` as typed, and what the results are narrowed to."""

    q: str
    filters: Filters = EVERYTHING

    @classmethod
    def read(cls, given: Given) -> Asked:
        """Return what the parameters of a page ask for. Raises BadParameter."""
        chosen = commune(given, "xa")
        coded = {name: narrowing.coded(given, narrowing.BY_FILTER[name]) for name in narrowing.CODED}
        return cls(
            given.get("q", ""),
            Filters(
                kind=_kind(given),
                commune=chosen.code if chosen else "",
                field=coded["field"],
                form=coded["form"],
                language=coded["language"],
                gender=coded["gender"],
                open_at=clock.now() if given.get(OPEN) == "1" and PUBLISHED not in given else None,
            ),
        )

    @property
    def nothing(self) -> bool:
        """Whether nothing was asked for."""
        return not (self.q.strip() or self.filters.chosen() or self.filters.open_at)


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
    return instance().search.search_as_reader(register, asked.q, asked.filters)


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


def _kind(given: Given) -> str:
    word = given.get("loai", "")
    if word and kinds.of_path(word) is None:
        known = ", ".join(each.path for each in kinds.KINDS)
        raise BadParameter("loai", _("Không có loại này; có thể chọn: %(known)s.", known=known))
    return word
