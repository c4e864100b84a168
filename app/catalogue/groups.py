"""The groups of the official lists and the one order of all listings (Luật TGPL Đ10, Đ17 k1). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.catalogue.version import Version
from app.kinds import KINDS, Nature
from app.vietnamese import name_key, sort_key

OFFICES, PERSONS = "to-chuc", "nguoi-thuc-hien"
PROCEDURES, ENTITLED, NOTICES = "thu-tuc", "nguoi-duoc-tro-giup", "thong-bao"


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
    Group(PROCEDURES, "Thủ tục hành chính", "thủ tục hành chính", "procedure"),
    Group(ENTITLED, "Người được trợ giúp pháp lý", "diện người được trợ giúp pháp lý", "eligibility"),
    Group(NOTICES, "Thông báo đang đăng", "thông báo đang đăng", "notice"),
)

Order = tuple[int, str, int, str]


def order(version: Version) -> Order:
    """Return the key of the one total order: by group, then as people look for its kind, then by id."""
    place = next((place for place, group in enumerate(GROUPS) if group.holds(version)), len(GROUPS))
    return place, _within_group(version), len(version.listing_id), version.listing_id


def _within_group(version: Version) -> str:
    """Persons by given name, offices by name, groups of people by clause, notices the newest first."""
    match version.kind.key:
        case "procedure":
            return ""  # ids follow the order in which the office tells them
        case "eligibility":
            return _by_number(version.document.get("clause", ""))
        case "notice":
            return str(version.document.get("effective_from", "")).translate(_NEWEST_FIRST)
    return _by_name(version.name, version.is_person)


_NEWEST_FIRST = str.maketrans("0123456789", "9876543210")


@lru_cache(maxsize=32_768)  # the next publication sorts nearly the same names again
def _by_name(name: str, person: bool) -> str:
    return name_key(name) if person else sort_key(name)


@lru_cache(maxsize=1024)
def _by_number(clause: str) -> str:
    """``khoản 6a`` after ``khoản 6`` and before ``khoản 10``."""
    return sort_key(re.sub(r"\d+", lambda number: number.group().zfill(4), clause))
