"""The groups of the official lists and the one order of all listings (Luật TGPL Đ10, Đ17 k1). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.catalogue.version import Version
from app.kinds import KINDS, Nature
from app.vietnamese import name_key, sort_key

OFFICES, PERSONS = "to-chuc", "nguoi-thuc-hien"


@dataclass(frozen=True, slots=True)
class Group:
    """Listings under one heading, ``counted`` by a noun, perhaps ``within`` what another group counts."""

    collection: str
    heading: str
    counted: str
    kind: str
    participation: str = ""
    within: str = ""

    def holds(self, version: Version) -> bool:
        """Whether ``version`` belongs here."""
        return version.kind.key == self.kind and self.participation in (
            "",
            version.document.get("participation", "registration"),
        )


GROUPS = (
    Group(OFFICES, "Trung tâm trợ giúp pháp lý nhà nước", "Trung tâm", "centre"),
    Group(OFFICES, "Chi nhánh của Trung tâm", "Chi nhánh", "branch", within="centre"),
    Group(OFFICES, "Tổ chức ký hợp đồng", "ký hợp đồng", "organisation", "contract"),
    Group(OFFICES, "Tổ chức đăng ký tham gia", "đăng ký tham gia", "organisation", "registration"),
    *(
        Group(PERSONS, kind.vi, kind.vi[0].lower() + kind.vi[1:], kind.key)
        for kind in KINDS
        if kind.nature is Nature.PERSON
    ),
)

Order = tuple[int, str, int, str]


def order(version: Version) -> Order:
    """Return the key of the one total order: by group, then name (persons by given name), then id."""
    place = next((place for place, group in enumerate(GROUPS) if group.holds(version)), len(GROUPS))
    return place, _name_order(version.name, version.is_person), len(version.listing_id), version.listing_id


@lru_cache(maxsize=32_768)  # the next publication sorts nearly the same names again
def _name_order(name: str, person: bool) -> str:
    return name_key(name) if person else sort_key(name)
