"""The official lists: sections in order, what cannot be chosen apart, the counts in a sentence. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue.groups import ENTITLED, GROUPS, NOTICES, OFFICES, PERSONS, PROCEDURES, Group
from app.catalogue.register import Register
from app.catalogue.version import Version

NOT_TO_CHOOSE = "Tạm ngừng, đã chấm dứt hoặc hết hạn"
NO_LONGER = "Không còn hiệu lực"
NO_LONGER_POSTED = "Đã hết hạn đăng"
_APART = {PROCEDURES: NO_LONGER, ENTITLED: NO_LONGER, NOTICES: NO_LONGER_POSTED}
_NOTHING = {
    OFFICES: "Chưa có tổ chức nào",
    PERSONS: "Chưa có người thực hiện nào",
    PROCEDURES: "Chưa có thủ tục hành chính nào",
    ENTITLED: "Chưa có thông tin về người được trợ giúp pháp lý",
    NOTICES: "Không có thông báo nào đang đăng",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, in order."""

    heading: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class OfficialList:
    """``sections`` to choose from, what stands ``apart`` (or None), and ``counts``, a sentence."""

    sections: tuple[Section, ...]
    apart: Section | None
    counts: str

    @property
    def choosable(self) -> tuple[Version, ...]:
        """All there is to choose from, in order."""
        return tuple(version for section in self.sections for version in section.versions)


def official(register: Register, collection: str) -> OfficialList:
    """Return the list of ``register`` under a word of `groups`, such as ``to-chuc``; no section is empty."""
    return register.derived(_lists)[collection]


def _lists(register: Register) -> dict[str, OfficialList]:
    return {collection: _list(register, collection) for collection in _NOTHING}


def _list(register: Register, collection: str) -> OfficialList:
    groups = [group for group in GROUPS if group.collection == collection]
    listed = [version for version in register.ordered if version.kind.collection == collection]
    choosable = [version for version in listed if register.choosable(version)]
    apart = tuple(version for version in listed if not register.choosable(version))
    held = [(group, tuple(version for version in choosable if group.holds(version))) for group in groups]
    return OfficialList(
        sections=tuple(Section(group.heading, versions) for group, versions in held if versions),
        apart=Section(_APART.get(collection, NOT_TO_CHOOSE), apart) if apart else None,
        counts=_counts(collection, held),
    )


def _counts(collection: str, held: Sequence[tuple[Group, Sequence[Version]]]) -> str:
    """``3 tổ chức: 1 Trung tâm (2 Chi nhánh), 2 ký hợp đồng``: a branch is no organisation of its own."""
    within = {group.within: f" ({len(versions)} {group.counted})" for group, versions in held if versions}
    whole = [(group, len(versions)) for group, versions in held if versions and not group.within]
    if not whole:
        return _NOTHING[collection]
    parts = ", ".join(f"{count} {group.counted}{within.get(group.kind, '')}" for group, count in whole)
    return f"{sum(count for _, count in whole)} tổ chức: {parts}" if collection == OFFICES else parts
